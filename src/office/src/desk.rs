//! Who judges: the books, seasons and calendars that this was built with. Files are read, never kept whole.

mod details;
mod endorse;
mod export;
mod headings;
mod people;
mod screen;

use std::cell::RefCell;
use std::rc::Rc;

use assess::Engine;
use chrono::{Datelike, NaiveDate};
use package::name::Unicode;
use package::verify::Verification;
use roster::{Mapping, Target};
use rulebook::Calendars;
use sheet::csv::Decode;
use wording::report::of_content;

use crate::errand::About;
pub use endorse::Made;
pub use export::Lines;
use people::Held;
pub(crate) use people::is_roster;

/// What an operating system or a browser knows of text.
#[derive(Clone, Copy)]
pub struct Text {
    /// What Unicode says of letters.
    pub unicode: Unicode,
    /// Decodes names in zips as old Windows tools in China wrote them.
    pub legacy: fn(&[u8]) -> Option<String>,
    /// Decodes GB18030.
    pub decode: Decode,
}

/// Who judges.
pub struct Desk {
    /// The books and seasons, and who verifies under them.
    books: worker::desk::Desk,
    calendars: Calendars,
    text: Text,
    /// The last roster, so that its parts are read once.
    held: RefCell<Option<Rc<Held>>>,
}

impl Desk {
    /// A desk with the shipped books; none when one of them is not sound.
    pub fn open(text: Text) -> Option<Self> {
        let engines = shipped::books().iter().map(|book| {
            let engine = Engine::new(book.read()?, book.compiled()).ok()?;
            Some(Rc::new(engine))
        });
        let engines: Vec<Rc<Engine>> = engines.collect::<Option<_>>()?;
        let books = worker::desk::Desk::of(engines, shipped::seasons(), text.unicode);
        (!books.engines().is_empty()).then(|| Self {
            books: books.reading(text.legacy),
            calendars: shipped::calendars(),
            text,
            held: RefCell::default(),
        })
    }

    /// The engine of the book that rosters are under.
    fn engine(&self) -> Option<&Rc<Engine>> {
        self.books.engines().first()
    }

    /// Who screens, on a day.
    fn words(&self, today: NaiveDate) -> wording::desk::Desk<'_> {
        wording::desk::Desk {
            engines: self.books.engines(),
            seasons: self.books.seasons(),
            season: None,
            today,
        }
    }

    /// What the desk knows.
    pub fn about(&self, today: NaiveDate) -> Option<About> {
        let engine = self.engine()?;
        let book = engine.book();
        let reference = engine.reference();
        let season = rulebook::resolve_season(book, self.books.seasons(), today.year());
        let season = season.map(|season| {
            let cut_off = wording::date(season.cut_off);
            wording::ui::forms::season_line(season.year, &cut_off)
        });
        let targets = |records: bool| {
            let all = Target::all(book, records).into_iter();
            all.map(|(target, label)| (target.id(), label)).collect()
        };
        Some(About {
            title: book.title.clone(),
            version: format!("{} {}", reference.id, reference.version),
            digest: reference.digest.clone(),
            season: season.unwrap_or_default(),
            statements: wording::desk::employer_statements(book),
            people: targets(false),
            records: targets(true),
        })
    }
}

/// Compares the printed form in a package with what is printed here.
fn compare(verification: &mut Verification) {
    let report = verification.content.as_ref().and_then(of_content);
    if let Some(report) = report {
        verification.check_report(report.as_bytes());
    }
}

/// Where other headers lead; nowhere when the text is empty or no mapping.
fn mapping(text: &str) -> Mapping {
    Mapping::read(text.as_bytes()).unwrap_or_default()
}
