//! The rule books, seasons and calendars that are shipped, compiled when this crate is built.
//!
//! INVARIANT: only the build reads TOML and looks for faults; what is embedded is canonical JSON
//! that the build has read again ([`rulebook::trusted`]) as what it was compiled from.

use rulebook::{Book, Calendar, Calendars, Compiled, Season, trusted};

/// A shipped book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShippedBook {
    /// Its id.
    pub id: &'static str,
    /// Its canonical JSON.
    pub json: &'static str,
    /// SHA-256 of the JSON, as 64 hexadecimal digits.
    pub digest: &'static str,
}

static BOOKS: &[ShippedBook] = include!(concat!(env!("OUT_DIR"), "/books.rs"));
#[cfg(feature = "native")]
static NATIVE: &[ShippedBook] = include!(concat!(env!("OUT_DIR"), "/native.rs"));
static SEASONS: &[&str] = include!(concat!(env!("OUT_DIR"), "/seasons.rs"));
static CALENDARS: &[&str] = include!(concat!(env!("OUT_DIR"), "/calendars.rs"));

impl ShippedBook {
    /// The book itself; none for no book that was built.
    pub fn read(&self) -> Option<Book> {
        trusted::book(self.json)
    }

    /// Its text, taken apart; none for no book that was built.
    pub fn parsed(&self) -> Option<trusted::Parsed> {
        trusted::Parsed::of(self.json)
    }

    /// Its text and digest.
    pub const fn compiled(&self) -> Compiled {
        Compiled::known(self.json, self.digest)
    }
}

/// The books that the application holds, by the names of their folders.
pub fn books() -> &'static [ShippedBook] {
    BOOKS
}

/// The books that the native command holds besides, by the names of their folders.
#[cfg(feature = "native")]
pub fn native_books() -> &'static [ShippedBook] {
    NATIVE
}

/// The shipped book with this id, read.
pub fn book(id: &str) -> Option<Book> {
    let mut books = BOOKS.iter();
    books.find(|book| book.id == id)?.read()
}

/// The shipped seasons, by book and year.
pub fn seasons() -> Vec<Season> {
    // The build has read each of them; a test makes sure that none is left out.
    SEASONS
        .iter()
        .filter_map(|json| trusted::season(json))
        .collect()
}

/// The JSON of the shipped seasons.
pub fn season_texts() -> &'static [&'static str] {
    SEASONS
}

/// The shipped season of a book and year.
pub fn season(book: &str, year: i32) -> Option<Season> {
    let mut seasons = seasons().into_iter();
    seasons.find(|season| season.book == book && season.year == year)
}

/// The shipped working-day calendars.
pub fn calendars() -> Calendars {
    let calendars = CALENDARS.iter();
    let calendars: Vec<Calendar> = calendars
        .filter_map(|json| trusted::calendar(json))
        .collect();
    Calendars::new(&calendars)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_book_is_read_and_is_what_its_digest_says() {
        assert!(!books().is_empty());
        #[cfg(feature = "native")]
        let native = native_books();
        #[cfg(not(feature = "native"))]
        let native = &[];
        for shipped in books().iter().chain(native) {
            let book = shipped.read().unwrap();
            assert_eq!(book.id, shipped.id);
            assert_eq!(Compiled::of(&book).unwrap(), shipped.compiled());
            let strictly = rulebook::read_book(shipped.json.as_bytes());
            assert_eq!(strictly.as_ref(), Ok(&book));
            let held = books().contains(shipped);
            assert_eq!(super::book(shipped.id), held.then_some(book));
        }
        assert_eq!(super::book("no-such-book"), None);
    }

    #[test]
    fn every_season_and_calendar_is_read() {
        assert_eq!(seasons().len(), SEASONS.len());
        for season in seasons() {
            assert_eq!(super::season(&season.book, season.year), Some(season));
        }
        for json in CALENDARS {
            let strictly = rulebook::read_calendar(json.as_bytes()).unwrap();
            assert_eq!(trusted::calendar(json), Some(strictly));
        }
        for json in SEASONS {
            let strictly = rulebook::read_season(json.as_bytes()).unwrap();
            assert_eq!(trusted::season(json), Some(strictly));
        }
        assert_eq!(season("zhejiang-safety-2019", 1999), None);
    }

    #[test]
    fn the_season_2026_ends_on_the_last_day_of_the_year() {
        let book = book("zhejiang-safety-2019").unwrap();
        let day = rulebook::resolve_season(&book, &seasons(), 2026).unwrap();
        assert_eq!(day.cut_off.to_string(), "2026-12-31");
        assert!(day.authority.is_stand_in());
        let later = rulebook::resolve_season(&book, &seasons(), 2031).unwrap();
        assert_eq!(later.cut_off.to_string(), "2031-12-31");
    }

    #[test]
    fn the_calendar_of_2026_is_the_published_one() {
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let calendars = calendars();
        let off =
            "01-01 01-03 02-15 02-23 04-04 04-06 05-01 05-05 06-19 06-21 09-25 09-27 10-01 10-07";
        for off in off.split(' ') {
            let day = day(&format!("2026-{off}"));
            assert_eq!(calendars.is_working_day(day), (false, false), "{day}");
        }
        for work in "01-04 02-14 02-28 05-09 09-20 10-10 01-05 02-24 10-08".split(' ') {
            let day = day(&format!("2026-{work}"));
            assert_eq!(calendars.is_working_day(day), (true, false), "{day}");
        }
        assert_eq!(calendars.is_working_day(day("2027-01-01")), (true, true));
    }
}
