//! What the worker knows: the books, the seasons, what Unicode says of letters.

use std::rc::Rc;

use assess::Engine;
use chrono::NaiveDate;
use errand::Work;
use package::bag::sha256_alone;
use package::container::Options;
use package::intake::Settings;
use package::name::Unicode;
use package::readiness::TargetChoice;
use package::subject::Submission;
use package::verify::Receiver;
use rulebook::{Book, Compiled, Season, SeasonDay};

/// What the worker knows.
#[derive(Clone, Debug)]
pub struct Desk {
    engines: Vec<Rc<Engine>>,
    seasons: Vec<Season>,
    unicode: Unicode,
    legacy: fn(&[u8]) -> Option<String>,
}

impl Desk {
    /// The desk with these books and seasons, as compiled; none when one of them is not sound.
    pub fn open(books: &[String], seasons: &[String], unicode: Unicode) -> Option<Self> {
        let engines = books.iter().map(|text| {
            let book = rulebook::read_book(text.as_bytes()).ok()?;
            let engine = Engine::new(book, Compiled::from_text(text.clone())).ok()?;
            Some(Rc::new(engine))
        });
        let seasons = seasons
            .iter()
            .map(|text| rulebook::read_season(text.as_bytes()).ok());
        let (engines, seasons) = (
            engines.collect::<Option<_>>()?,
            seasons.collect::<Option<_>>()?,
        );
        Some(Self::of(engines, seasons, unicode))
    }

    /// The desk with these books and seasons.
    pub fn of(engines: Vec<Rc<Engine>>, seasons: Vec<Season>, unicode: Unicode) -> Self {
        Self {
            engines,
            seasons,
            unicode,
            legacy: |_| None,
        }
    }

    /// The books, compiled.
    pub fn engines(&self) -> &[Rc<Engine>] {
        &self.engines
    }

    /// The seasons.
    pub fn seasons(&self) -> &[Season] {
        &self.seasons
    }

    /// The same desk, with a reader of names that old Windows tools wrote without saying how.
    #[must_use]
    pub fn reading(self, legacy: fn(&[u8]) -> Option<String>) -> Self {
        Self { legacy, ..self }
    }

    /// What Unicode says of letters.
    pub const fn unicode(&self) -> Unicode {
        self.unicode
    }

    /// Who verifies packages on a day: under these books, and under any other that can be read.
    pub fn receiver<'a>(&'a self, today: NaiveDate, target: TargetChoice<'a>) -> Receiver<'a> {
        Receiver {
            settings: Settings {
                options: Options {
                    legacy: self.legacy,
                    ..Options::new(self.unicode)
                },
                hashers: sha256_alone,
            },
            engines: &self.engines,
            reader: Some(read_book),
            seasons: &self.seasons,
            target,
            today,
        }
    }

    /// Does something with what is handed in; none when its book or season is not known.
    pub fn with<T>(&self, work: &Work, then: impl FnOnce(&Submission<'_>) -> T) -> Option<T> {
        let mut engines = self.engines.iter();
        let engine = engines.find(|engine| engine.book().id == work.book)?;
        let season = self.season(engine.book(), work.season)?;
        Some(then(&Submission {
            engine,
            season: &season,
            dossier: &work.dossier,
            files: &work.files,
        }))
    }

    fn season(&self, book: &Book, year: i32) -> Option<SeasonDay> {
        rulebook::resolve_season(book, &self.seasons, year)
    }
}

fn read_book(bytes: &[u8]) -> Result<Book, String> {
    rulebook::read_book(bytes).map_err(|errors| wording::fault::book_errors(&errors))
}
