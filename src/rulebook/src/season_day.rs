//! The cut-off day of a season: the notice's where it names one, else the book's.

use chrono::NaiveDate;

use crate::{Authority, Book, DateRule, Season};

/// The cut-off day of a season and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonDay {
    /// The season's year.
    pub year: i32,
    /// The cut-off day.
    pub cut_off: NaiveDate,
    /// Authority of the cut-off day.
    pub authority: Authority,
    /// Where the cut-off day is laid down.
    pub locator: String,
}

/// The cut-off day of the season of a year.
///
/// `None` for a year that the calendar does not have.
pub fn resolve_season(book: &Book, seasons: &[Season], year: i32) -> Option<SeasonDay> {
    let mut of_book = seasons.iter().filter(|season| season.book == book.id);
    let season = of_book.find(|season| season.year == year);
    let announced = season.and_then(|season| Some((season, season.cut_off?)));
    if let Some((season, cut_off)) = announced {
        let (authority, locator) = (season.authority, season.locator.clone());
        return Some(SeasonDay {
            year,
            cut_off,
            authority,
            locator,
        });
    }
    let cut_off = NaiveDate::from_ymd_opt(year, book.cut_off.month, book.cut_off.day)?;
    let date = book.date.iter().find(|date| date.rule == DateRule::CutOff);
    let (authority, locator) = date.map_or_else(
        || (Authority::Model, String::new()),
        |date| (date.authority, date.locator.clone()),
    );
    Some(SeasonDay {
        year,
        cut_off,
        authority,
        locator,
    })
}
