//! Books as rule keepers write them: TOML, one folder a book.
//!
//! The files of a folder make one table: lists of tables such as `[[clause]]` may be spread over
//! files and are put together in the order of the file names, `book.toml` first; any other key
//! stands in one file. Errors name file, line and entry.

mod merge;
mod places;
mod toml;

pub use places::Places;

use json::{Json, Path};

use crate::check::{Fault, check_with};
use crate::compiled::entry_of;
use crate::read::{FromJson, read_sound};
use crate::{
    Book, BookError, BookErrorKind, BookErrors, Calendar, Season, check_calendar, check_season,
};

/// A book as it was written, and where everything in it stands.
#[derive(Clone, Debug)]
pub struct Authored {
    /// The book.
    pub book: Book,
    /// The places of its parts.
    pub places: Places,
}

/// Reads the files of a book: name and TOML text of each.
///
/// # Errors
/// All that is wrong, up to a hundred faults: first the TOML of every file, then the shape of every
/// entry, then the soundness of the book.
pub fn read_folder(files: &[(String, String)]) -> Result<Authored, BookErrors> {
    let (json, places) = merge::merge(files)?;
    let book = finish(&json, &places, |book| check_with(book, &json))?;
    Ok(Authored { book, places })
}

/// Reads a season's file: name and TOML text.
///
/// # Errors
/// All that is wrong with it.
pub fn read_season_file(name: &str, text: &str) -> Result<Season, BookErrors> {
    let (json, places) = merge::merge(&[(name.to_owned(), text.to_owned())])?;
    finish(&json, &places, check_season)
}

/// Reads a calendar's file: name and TOML text.
///
/// # Errors
/// All that is wrong with it.
pub fn read_calendar_file(name: &str, text: &str) -> Result<Calendar, BookErrors> {
    let (json, places) = merge::merge(&[(name.to_owned(), text.to_owned())])?;
    finish(&json, &places, check_calendar)
}

fn finish<T: FromJson>(
    json: &Json,
    places: &Places,
    check: impl Fn(&T) -> Vec<Fault>,
) -> Result<T, BookErrors> {
    read_sound(json, check).map_err(|found| {
        let errors = found.into_errors(|path, kind| places.error(json, path, kind));
        errors.sorted()
    })
}

impl Places {
    /// An error at a part of the value.
    fn error(&self, json: &Json, path: Path, kind: BookErrorKind) -> BookError {
        let place = self.find(&path);
        let entry = entry_of(json, &path);
        BookError {
            place,
            path,
            entry,
            kind,
        }
    }
}
