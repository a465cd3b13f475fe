//! The shipped rule book, its seasons and the working-day calendars, ready for use.

use std::rc::Rc;
use std::sync::Arc;

use assess::Engine;
use chrono::{Datelike, NaiveDate};
use rulebook::{Authority, Book, Calendars, Season, SeasonDay};

use super::{Absent, Later};
use crate::platform::idle::breath;

/// What decides: the book, the seasons, the calendars, and the engine once it is there.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    /// The book.
    book: Arc<Book>,
    /// What judges by it, and shows what comes of that.
    pub(crate) later: Result<Later, Absent>,
    /// The announced seasons.
    pub(crate) seasons: Rc<Vec<Season>>,
    /// The working-day calendars.
    pub(crate) calendars: Rc<Calendars>,
}

impl Rules {
    /// What the application was built with; none when it was built without a sound book.
    #[cfg(any(test, feature = "first-screen"))]
    pub(crate) fn shipped() -> Option<Self> {
        Some(Self::of(shipped::books().first()?.read()?))
    }

    /// The same, in pieces between which the browser can answer.
    pub(crate) async fn read() -> Option<Self> {
        let parsed = shipped::books().first()?.parsed()?;
        breath().await;
        let book = parsed.book()?;
        breath().await;
        Some(Self::of(book))
    }

    /// A shipped book with all that is shipped besides.
    fn of(book: Book) -> Self {
        Self {
            book: book.into(),
            later: Err(Absent::Awaited),
            seasons: Rc::new(shipped::seasons()),
            calendars: Rc::new(shipped::calendars()),
        }
    }

    /// The same with the engine, where nobody waits before a screen.
    #[cfg(any(test, feature = "first-screen"))]
    pub(crate) fn with_engine() -> Option<Self> {
        let mut rules = Self::shipped()?;
        rules.later = Ok(Later::new(&crate::behind::BEHIND, &rules)?);
        Some(rules)
    }

    /// The book.
    pub(crate) fn book(&self) -> &Book {
        &self.book
    }

    /// The book, to be shared.
    pub(crate) fn shared_book(&self) -> Arc<Book> {
        Arc::clone(&self.book)
    }

    /// The engine.
    pub(crate) fn engine(&self) -> &'static Engine {
        match self.later {
            Ok(later) => later.engine,
            // INVARIANT: what asks for it is reached by `Later` alone.
            Err(_) => unreachable!("the engine is asked for before it is there"),
        }
    }

    /// The season of a year: as announced, or by the book's rule.
    pub(crate) fn season(&self, year: i32) -> SeasonDay {
        let season = rulebook::resolve_season(self.book(), &self.seasons, year);
        // Only a year beyond the calendar has none; such a draft is judged at its end.
        season.unwrap_or(SeasonDay {
            year,
            cut_off: NaiveDate::MAX,
            authority: Authority::Model,
            locator: String::new(),
        })
    }

    /// The notice of a year, when there is one.
    pub(crate) fn announced(&self, year: i32) -> Option<&Season> {
        let book = &self.book().id;
        let mut seasons = self.seasons.iter();
        seasons.find(|season| season.year == year && season.book == *book)
    }

    /// The years that can be chosen: this one, the next two, and any other announced.
    pub(crate) fn years(&self, today: NaiveDate) -> Vec<i32> {
        let this = today.year();
        let announced = self.seasons.iter().map(|season| season.year);
        let mut years: Vec<i32> = Vec::new();
        for year in (this..=this.saturating_add(2)).chain(announced) {
            if let Err(place) = years.binary_search(&year) {
                years.insert(place, year);
            }
        }
        years
    }
}

impl PartialEq for Rules {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.book, &other.book) && self.later.is_ok() == other.later.is_ok()
    }
}
