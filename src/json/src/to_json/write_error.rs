//! Why a Rust value cannot be JSON.

use core::fmt;

/// Why a Rust value cannot be JSON as this crate has it. All of these are faults of the
/// type, not of what a person entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// A float.
    Float,
    /// Bytes, for which JSON has no form.
    Bytes,
    /// A whole number outside the range of [`crate::Decimal`].
    NumberTooLarge,
    /// A key that is neither text nor whole number.
    KeyNotText,
    /// A key twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// Nesting that could not be read again.
    TooDeep {
        /// How deep it may be.
        limit: usize,
    },
    /// What the type says itself.
    Other(String),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Float => f.write_str("floating point is not supported"),
            Self::Bytes => f.write_str("bytes are not supported"),
            Self::NumberTooLarge => f.write_str("a whole number is too large"),
            Self::KeyNotText => f.write_str("a key is neither text nor whole number"),
            Self::DuplicateKey { key } => write!(f, "key `{key}` is given twice"),
            Self::TooDeep { limit } => write!(f, "nested deeper than {limit} levels"),
            Self::Other(text) => f.write_str(text),
        }
    }
}

impl core::error::Error for WriteError {}

impl serde::ser::Error for WriteError {
    fn custom<T: fmt::Display>(text: T) -> Self {
        Self::Other(text.to_string())
    }
}
