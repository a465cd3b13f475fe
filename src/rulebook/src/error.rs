//! What is wrong with a book, and where.

mod words;

pub(crate) use words::choices;

use std::fmt;

use json::{Path, ShapeErrorKind};

use crate::FaultKind;

/// A place in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, empty when the reader was given bytes without a name.
    pub file: String,
    /// The line, from 1; 0 for the text as a whole.
    pub line: u32,
    /// The column in characters, from 1; 0 for the text as a whole.
    pub column: u32,
}

/// One thing that is wrong with a book, a season or a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookError {
    /// Where it stands in the text.
    pub place: Place,
    /// Where it stands in the value.
    pub path: Path,
    /// The entry it belongs to: the ids from the outermost to the nearest one, joined by `/`.
    pub entry: Option<String>,
    /// What is wrong.
    pub kind: BookErrorKind,
}

/// What can be wrong with a book, a season or a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookErrorKind {
    /// There are no files to read.
    NoFiles,
    /// It is larger than any book needs to be.
    TooLarge {
        /// Its size in bytes.
        found: usize,
        /// The greatest size in bytes.
        limit: usize,
    },
    /// It is not TOML.
    NotToml {
        /// The reader's words.
        message: String,
    },
    /// It is not JSON.
    NotJson(json::ReadErrorKind),
    /// A number that cannot be kept exactly.
    Number {
        /// As it is written.
        text: String,
    },
    /// A key that may stand in one file only stands in two.
    InTwoFiles {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Place,
    },
    /// It does not have the shape of the format.
    Shape(ShapeErrorKind),
    /// It has the shape, yet it is not sound.
    Fault(FaultKind),
}

/// Everything that is wrong with a book, a season or a calendar; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookErrors(Vec<BookError>);

impl BookErrors {
    /// All of them; `None` when there are none.
    pub fn new(errors: Vec<BookError>) -> Option<Self> {
        (!errors.is_empty()).then_some(Self(errors))
    }

    /// All of what was found wrong, which is not nothing.
    pub(crate) fn all(errors: Vec<BookError>) -> Self {
        Self(errors)
    }

    /// The errors in the order of the text, as far as it is known.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &BookError> {
        self.0.iter()
    }

    /// The same errors, in a file of this name where none was known.
    #[must_use]
    pub fn in_file(mut self, name: &str) -> Self {
        for error in &mut self.0 {
            if error.place.file.is_empty() {
                name.clone_into(&mut error.place.file);
            }
        }
        self
    }
}

#[cfg(feature = "author")]
impl BookErrors {
    /// The value, if nothing is wrong with it.
    pub(crate) fn or<T>(errors: Vec<BookError>, value: T) -> Result<T, Self> {
        Self::new(errors).map_or(Ok(value), Err)
    }

    /// The same errors, by their places.
    pub(crate) fn sorted(mut self) -> Self {
        self.0.sort_by(|a, b| a.place.cmp(&b.place));
        self
    }
}

impl From<BookError> for BookErrors {
    fn from(error: BookError) -> Self {
        Self(vec![error])
    }
}

impl IntoIterator for BookErrors {
    type Item = BookError;
    type IntoIter = std::vec::IntoIter<BookError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// One error a line.
impl fmt::Display for BookErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for BookErrors {}
impl std::error::Error for BookError {}
