//! The engine of the shipped book.

use std::sync::LazyLock;

use assess::{Assessment, Engine};
use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::{SeasonDay, resolve_season};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let book = shipped::books()
        .iter()
        .find(|book| book.id == "zhejiang-safety-2019")
        .unwrap();
    Engine::new(book.read().unwrap(), book.compiled()).unwrap()
});

/// The engine of the shipped book.
pub(crate) fn engine() -> &'static Engine {
    &ENGINE
}

/// A day, `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> NaiveDate {
    dossier::parse_day(text).unwrap()
}

/// The season of a year.
pub(crate) fn season(year: i32) -> SeasonDay {
    resolve_season(engine().book(), &shipped::seasons(), year).unwrap()
}

/// Judges a dossier in the season of a year, seen on a day late in it.
pub(crate) fn assess(dossier: &Dossier, year: i32) -> Assessment {
    let season = season(year);
    engine().assess(dossier, &season, season.cut_off)
}
