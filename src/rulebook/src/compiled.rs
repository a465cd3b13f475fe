//! Compiled books, seasons and calendars: canonical JSON, its digest, its strict reader.

use std::borrow::Cow;

use json::{Json, Path, WriteError, to_json};
use sha2::{Digest, Sha256};

use crate::check::{Fault, check_calendar, check_season, check_with};
use crate::read::{FromJson, read_sound};
use crate::{Book, BookError, BookErrorKind, BookErrors, Calendar, Place, Season};

/// The greatest size of a compiled book, season or calendar in bytes.
pub const MOST_BYTES: usize = 4 << 20;

/// The compiled text of a book and its digest: what a package holds and names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    text: Cow<'static, str>,
    digest: Cow<'static, str>,
}

impl Compiled {
    /// Compiles a book.
    ///
    /// # Errors
    /// As [`compile_book`].
    pub fn of(book: &Book) -> Result<Self, WriteError> {
        compile_book(book).map(Self::from_text)
    }

    /// The text of a book that was read from it.
    pub fn from_text(text: String) -> Self {
        Self {
            digest: digest(text.as_bytes()).into(),
            text: text.into(),
        }
    }

    /// A text that was compiled before, and its digest.
    pub const fn known(text: &'static str, digest: &'static str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            digest: Cow::Borrowed(digest),
        }
    }

    /// The canonical JSON.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the text, as 64 small hexadecimal digits.
    pub fn digest(&self) -> &str {
        &self.digest
    }
}

/// The canonical JSON (RFC 8785) of a book: one text for one book.
///
/// # Errors
/// When a number of the book cannot stand in JSON; never for a book that was read.
pub fn compile_book(book: &Book) -> Result<String, WriteError> {
    to_json(book).map(|json| json.canonical())
}

/// The canonical JSON of a season.
///
/// # Errors
/// As [`compile_book`].
pub fn compile_season(season: &Season) -> Result<String, WriteError> {
    to_json(season).map(|json| json.canonical())
}

/// The canonical JSON of a calendar.
///
/// # Errors
/// As [`compile_book`].
pub fn compile_calendar(calendar: &Calendar) -> Result<String, WriteError> {
    to_json(calendar).map(|json| json.canonical())
}

/// SHA-256 (FIPS 180-4) of a compiled book as 64 small hexadecimal digits.
pub fn digest(compiled: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let nibbles = |byte: u8| [byte >> 4, byte & 15];
    let hash = Sha256::digest(compiled);
    let nibbles = hash.iter().copied().flat_map(nibbles);
    nibbles
        .filter_map(|nibble| DIGITS.get(usize::from(nibble)))
        .collect()
}

/// Reads a compiled book. The bytes may come from anyone.
///
/// # Errors
/// When it is too large, no JSON, not of the book format, or not sound.
pub fn read_book(bytes: &[u8]) -> Result<Book, BookErrors> {
    read(bytes, |json, book| check_with(book, json))
}

/// Reads a compiled season.
///
/// # Errors
/// As [`read_book`].
pub fn read_season(bytes: &[u8]) -> Result<Season, BookErrors> {
    read(bytes, |_, season| check_season(season))
}

/// Reads a compiled calendar.
///
/// # Errors
/// As [`read_book`].
pub fn read_calendar(bytes: &[u8]) -> Result<Calendar, BookErrors> {
    read(bytes, |_, calendar| check_calendar(calendar))
}

fn read<T: FromJson>(
    bytes: &[u8],
    check: impl Fn(&Json, &T) -> Vec<Fault>,
) -> Result<T, BookErrors> {
    let json = parse(bytes)?;
    read_sound(&json, |value| check(&json, value))
        .map_err(|found| found.into_errors(|path, kind| at(bytes, &json, path, kind)))
}

fn parse(bytes: &[u8]) -> Result<Json, BookErrors> {
    let found = bytes.len();
    if found > MOST_BYTES {
        let limit = MOST_BYTES;
        let kind = BookErrorKind::TooLarge { found, limit };
        return Err(whole(Place::default(), kind).into());
    }
    Json::parse(bytes).map_err(|error| {
        let place = Place {
            file: String::new(),
            line: error.line,
            column: error.column,
        };
        whole(place, BookErrorKind::NotJson(error.kind)).into()
    })
}

fn whole(place: Place, kind: BookErrorKind) -> BookError {
    let path = Path::default();
    BookError {
        place,
        path,
        entry: None,
        kind,
    }
}

fn at(bytes: &[u8], json: &Json, path: Path, kind: BookErrorKind) -> BookError {
    // Each search reads the text again, so a large one is not searched: the path is enough.
    let small = Some(bytes).filter(|bytes| bytes.len() <= MOST_BYTES / 8);
    let position = small.and_then(|bytes| json::locate(bytes, &path));
    let place = position.map_or_else(Place::default, |position| Place {
        file: String::new(),
        line: position.line,
        column: position.column,
    });
    let entry = entry_of(json, &path);
    BookError {
        place,
        path,
        entry,
        kind,
    }
}

/// The entry of a book that a path leads to: the ids around it, joined by `/`.
pub fn entry_at(book: &Book, path: &Path) -> Option<String> {
    entry_of(&to_json(book).ok()?, path)
}

/// The ids of the entries around a path, from the outermost to the nearest, joined by `/`.
pub(crate) fn entry_of(json: &Json, path: &Path) -> Option<String> {
    let mut entry = String::new();
    let mut json = json;
    for step in path.steps() {
        let inner = match (json, step) {
            (Json::Object(object), json::Step::Key(key)) => object.get(key),
            (Json::Array(items), json::Step::Index(index)) => items.get(*index),
            _ => None,
        };
        let Some(inner) = inner else { break };
        json = inner;
        if let Some(id) = json.get("id").and_then(Json::as_str) {
            if !entry.is_empty() {
                entry.push('/');
            }
            entry.extend(id.chars().take(64));
        }
    }
    (!entry.is_empty()).then_some(entry)
}
