//! A JSON value.

mod as_serde;

use core::fmt;

use crate::read::{self, ReadError};
use crate::{Decimal, DecimalError, Object, write};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(Decimal),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Self>),
    /// An object.
    Object(Object),
}

/// The six kinds of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JsonType {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Json {
    /// Reads one value by RFC 8259 and nothing after it.
    ///
    /// # Errors
    /// The first fault in the text, with its line and column. Refused beside what RFC 8259
    /// refuses: a byte order mark, a repeated key, a lone surrogate, a number that is not
    /// a [`Decimal`], and nesting beyond [`crate::DEPTH_LIMIT`].
    pub fn parse(bytes: &[u8]) -> Result<Self, ReadError> {
        read::parse(bytes)
    }

    /// The canonical spelling of RFC 8785: no spaces, keys by UTF-16 code units, only the
    /// escapes that must be.
    ///
    /// Numbers are spelled exactly. RFC 8785 spells what a double holds, which is the same
    /// for every number of at most 15 significant digits.
    pub fn canonical(&self) -> String {
        write::canonical(self)
    }

    /// A spelling for people: two spaces a level, keys in the order given, and a line feed
    /// at the end.
    pub fn pretty(&self) -> String {
        write::pretty(self)
    }

    /// Which kind of value this is.
    pub const fn kind(&self) -> JsonType {
        match self {
            Self::Null => JsonType::Null,
            Self::Bool(_) => JsonType::Bool,
            Self::Number(_) => JsonType::Number,
            Self::Text(_) => JsonType::Text,
            Self::Array(_) => JsonType::Array,
            Self::Object(_) => JsonType::Object,
        }
    }

    /// The text, when it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }

    /// The truth value, when it is one.
    pub const fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self {
            Some(*value)
        } else {
            None
        }
    }

    /// The number, when it is one.
    pub const fn as_number(&self) -> Option<Decimal> {
        if let Self::Number(number) = self {
            Some(*number)
        } else {
            None
        }
    }

    /// The items, when it is an array.
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self {
            Some(items)
        } else {
            None
        }
    }

    /// The members, when it is an object.
    pub const fn as_object(&self) -> Option<&Object> {
        if let Self::Object(object) = self {
            Some(object)
        } else {
            None
        }
    }

    /// The value of `key`, when it is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Decimal> for Json {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Json {
    fn from(value: i32) -> Self {
        Self::Number(value.into())
    }
}

impl From<u32> for Json {
    fn from(value: u32) -> Self {
        Self::Number(value.into())
    }
}

/// Not every 64-bit number is a [`Decimal`].
impl TryFrom<i64> for Json {
    type Error = DecimalError;

    fn try_from(value: i64) -> Result<Self, DecimalError> {
        Decimal::from_int(value)
            .map(Self::Number)
            .ok_or(DecimalError::TooLarge)
    }
}

impl From<Vec<Self>> for Json {
    fn from(items: Vec<Self>) -> Self {
        Self::Array(items)
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl fmt::Display for JsonType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::Array => "a list",
            Self::Object => "an object",
        })
    }
}
