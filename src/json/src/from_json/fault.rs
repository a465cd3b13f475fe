//! A shape error on its way up, gathering its path.

use core::fmt::{self, Display};

use serde::de::{Error, Expected as SerdeExpected, Unexpected};

use super::{Expected, ShapeError, ShapeErrorKind};
use crate::{JsonType, Step};

/// A [`ShapeError`] that is still being passed up.
///
/// Boxed, so that every `Result` in the code that serde generates stays small.
/// INVARIANT: its path is from the bottom up.
#[derive(Debug)]
pub(super) struct Fault(Box<ShapeError>);

impl Fault {
    #[cold]
    pub(super) fn new(kind: ShapeErrorKind) -> Self {
        Self(Box::new(ShapeError {
            path: crate::Path::default(),
            kind,
        }))
    }

    #[cold]
    pub(super) fn wrong_type(found: JsonType, expected: Expected) -> Self {
        Self::new(ShapeErrorKind::WrongType { found, expected })
    }

    #[cold]
    pub(super) fn wrong_length(found: usize, expected: usize) -> Self {
        Self::new(ShapeErrorKind::WrongLength { found, expected })
    }

    #[cold]
    fn other(text: String) -> Self {
        Self::new(ShapeErrorKind::Other(text))
    }

    #[cold]
    fn under(mut self, step: Step) -> Self {
        self.0.path.0.push(step);
        self
    }

    /// The fault is within the value of `key`.
    #[cold]
    pub(super) fn in_member(self, key: &str) -> Self {
        self.under(Step::Key(key.to_owned()))
    }

    /// The fault is within the item `index`.
    #[cold]
    pub(super) fn in_item(self, index: usize) -> Self {
        self.under(Step::Index(index))
    }

    /// The fault is `key` itself. An unknown key is named already, and is a fault of the object.
    #[cold]
    pub(super) fn in_key(self, key: &str) -> Self {
        if matches!(self.0.kind, ShapeErrorKind::UnknownKey { .. }) {
            self
        } else {
            self.in_member(key)
        }
    }

    #[cold]
    pub(super) fn finish(self) -> ShapeError {
        let mut error = *self.0;
        error.path.0.reverse();
        error
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.kind.fmt(f)
    }
}

impl core::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: Display>(text: T) -> Self {
        Self::other(text.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn SerdeExpected) -> Self {
        let found = match found {
            Unexpected::Bool(_) => JsonType::Bool,
            // A fraction passes through serde as bytes.
            Unexpected::Unsigned(_)
            | Unexpected::Signed(_)
            | Unexpected::Float(_)
            | Unexpected::Bytes(_) => JsonType::Number,
            Unexpected::Char(_) | Unexpected::Str(_) | Unexpected::UnitVariant => JsonType::Text,
            Unexpected::Unit | Unexpected::Option => JsonType::Null,
            Unexpected::Seq => JsonType::Array,
            _ => JsonType::Object,
        };
        Self::wrong_type(found, Expected::Described(expected.to_string()))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn SerdeExpected) -> Self {
        let found = match found {
            Unexpected::Str(text) => text.to_owned(),
            Unexpected::Signed(number) => number.to_string(),
            Unexpected::Unsigned(number) => number.to_string(),
            Unexpected::Bool(value) => value.to_string(),
            Unexpected::Char(letter) => letter.to_string(),
            // The rest never has a value to show. serde's own spelling of it would bring
            // the whole of float formatting into the page.
            _ => String::new(),
        };
        Self::new(ShapeErrorKind::InvalidValue {
            found,
            expected: expected.to_string(),
        })
    }

    fn invalid_length(found: usize, expected: &dyn SerdeExpected) -> Self {
        Self::new(ShapeErrorKind::InvalidValue {
            found: found.to_string(),
            expected: expected.to_string(),
        })
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Self::new(ShapeErrorKind::UnknownVariant {
            found: found.to_owned(),
            expected: owned(expected),
        })
    }

    fn unknown_field(key: &str, expected: &'static [&'static str]) -> Self {
        Self::new(ShapeErrorKind::UnknownKey {
            key: key.to_owned(),
            expected: owned(expected),
        })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(ShapeErrorKind::MissingKey {
            key: key.to_owned(),
        })
    }

    fn duplicate_field(key: &'static str) -> Self {
        Self::new(ShapeErrorKind::DuplicateKey {
            key: key.to_owned(),
        })
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
