//! The shipped rule book, its seasons and the working-day calendars, ready for use.

use std::rc::Rc;

use assess::Engine;
use chrono::{Datelike, NaiveDate};
use rulebook::{Authority, Book, Calendars, Season, SeasonDay};

use crate::platform::idle::breath;

/// What decides: the book compiled, the seasons, the calendars.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    /// The engine.
    pub(crate) engine: Rc<Engine>,
    /// The announced seasons.
    pub(crate) seasons: Rc<Vec<Season>>,
    /// The working-day calendars.
    pub(crate) calendars: Rc<Calendars>,
}

impl Rules {
    /// Loads what the application was built with, piece by piece; none when it was built without a sound book.
    pub(crate) async fn shipped() -> Option<Self> {
        let shipped = shipped::books().first()?;
        let book = shipped.read()?;
        breath().await;
        let engine = Engine::new(book, shipped.compiled()).ok()?;
        breath().await;
        Some(Self::of(engine))
    }

    /// The same at once, where nobody waits before a screen.
    #[cfg(any(test, feature = "first-screen"))]
    pub(crate) fn shipped_now() -> Option<Self> {
        let shipped = shipped::books().first()?;
        let engine = Engine::new(shipped.read()?, shipped.compiled()).ok()?;
        Some(Self::of(engine))
    }

    fn of(engine: Engine) -> Self {
        Self {
            engine: Rc::new(engine),
            seasons: Rc::new(shipped::seasons()),
            calendars: Rc::new(shipped::calendars()),
        }
    }

    /// The book.
    pub(crate) fn book(&self) -> &Book {
        self.engine.book()
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
        Rc::ptr_eq(&self.engine, &other.engine)
    }
}
