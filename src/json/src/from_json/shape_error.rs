//! What does not fit in a JSON value, and where.

use core::fmt;

use crate::{Decimal, JsonType, Path, Step};

/// A part of a JSON value that does not fit the type to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeError {
    /// The part that does not fit. For a key that is unknown or missing: the object.
    pub path: Path,
    /// What is wrong with it.
    pub kind: ShapeErrorKind,
}

/// What can be wrong with a part of a JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShapeErrorKind {
    /// The object has a key that it must not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys there may be.
        expected: Vec<String>,
    },
    /// The object lacks a key.
    MissingKey {
        /// The key.
        key: String,
    },
    /// The same thing is given twice, under two names.
    DuplicateKey {
        /// Its first name.
        key: String,
    },
    /// There is no such choice.
    UnknownVariant {
        /// What stands there.
        found: String,
        /// The choices there are.
        expected: Vec<String>,
    },
    /// Another kind of value is needed.
    WrongType {
        /// What stands there.
        found: JsonType,
        /// What is needed.
        expected: Expected,
    },
    /// A list has the wrong number of items, or an object of keys.
    WrongLength {
        /// How many there are.
        found: usize,
        /// How many there must be.
        expected: usize,
    },
    /// A whole number is needed.
    NotWhole {
        /// The number that stands there.
        found: Decimal,
    },
    /// The whole number is too small or too large.
    OutOfRange {
        /// The number that stands there.
        found: i64,
        /// The least possible.
        least: i64,
        /// The largest possible.
        most: i64,
    },
    /// The value is of the right kind, yet not possible here.
    InvalidValue {
        /// What stands there.
        found: String,
        /// What is needed.
        expected: String,
    },
    /// The type to be read has a float, which this crate does not know.
    Float,
    /// What the type to be read says itself.
    Other(String),
}

/// The kind of value that is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// This kind.
    Type(JsonType),
    /// The name of a choice, or an object with that name as its one key.
    TextOrObject,
    /// What the type to be read says itself.
    Described(String),
}

impl ShapeError {
    /// The path to show: to the key, where the key itself is wrong.
    pub fn place(&self) -> Path {
        match &self.kind {
            ShapeErrorKind::UnknownKey { key, .. } => self.path.join(Step::Key(key.clone())),
            _ => self.path.clone(),
        }
    }
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_top() {
            write!(f, "`{}`: ", self.path)?;
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for ShapeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey { key, expected } => {
                write!(f, "unknown key `{key}`")?;
                write_choices(f, expected)
            }
            Self::MissingKey { key } => write!(f, "key `{key}` is missing"),
            Self::DuplicateKey { key } => write!(f, "`{key}` is given twice"),
            Self::UnknownVariant { found, expected } => {
                write!(f, "unknown choice `{found}`")?;
                write_choices(f, expected)
            }
            Self::WrongType { found, expected } => write!(f, "found {found}, needed {expected}"),
            Self::WrongLength { found, expected } => {
                write!(f, "found {found} entries, needed {expected}")
            }
            Self::NotWhole { found } => write!(f, "`{found}` is not a whole number"),
            Self::OutOfRange { found, least, most } => {
                write!(f, "`{found}` is not from {least} to {most}")
            }
            Self::InvalidValue { found, expected } => {
                write!(f, "found `{found}`, needed {expected}")
            }
            Self::Float => f.write_str("floating point is not supported"),
            Self::Other(text) => f.write_str(text),
        }
    }
}

fn write_choices(f: &mut fmt::Formatter<'_>, choices: &[String]) -> fmt::Result {
    for (place, choice) in choices.iter().enumerate() {
        let before = if place == 0 { "; there are" } else { "," };
        write!(f, "{before} `{choice}`")?;
    }
    Ok(())
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(kind) => kind.fmt(f),
            Self::TextOrObject => f.write_str("a text or an object with one key"),
            Self::Described(text) => f.write_str(text),
        }
    }
}

impl core::error::Error for ShapeError {}
