//! The words of an error: the place, the entry, what is wrong, what would be right.

use std::fmt;

use json::ShapeErrorKind;

use super::{BookError, BookErrorKind, Place};
use crate::near::nearest;

/// `gates.toml:12:5`; without a file `line 12, column 5`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.is_empty(), self.line) {
            (true, 0) => f.write_str("the whole text"),
            (true, _) => write!(f, "line {}, column {}", self.line, self.column),
            (false, 0) => f.write_str(&self.file),
            (false, _) => write!(f, "{}:{}:{}", self.file, self.line, self.column),
        }
    }
}

/// `gates.toml:12:5: G3: at clause[2].title: unknown key …; did you mean …?`
impl fmt::Display for BookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        if let Some(entry) = &self.entry {
            write!(f, "in `{entry}`: ")?;
        }
        if !self.path.is_top() {
            write!(f, "at `{}`: ", self.path)?;
        }
        write!(f, "{}; {}", self.kind, self.kind.remedy())
    }
}

/// What is wrong.
impl fmt::Display for BookErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFiles => f.write_str("there is no TOML file"),
            Self::TooLarge { found, .. } => write!(f, "{found} bytes are too many"),
            Self::NotToml { message } => write!(f, "not TOML: {message}"),
            Self::NotJson(kind) => write!(f, "not JSON: {kind}"),
            Self::Number { text } => write!(f, "the number `{text}` cannot be kept exactly"),
            Self::InTwoFiles { key, first } => write!(f, "`{key}` stands at {first} already"),
            Self::Shape(ShapeErrorKind::UnknownKey { key, .. }) => write!(f, "unknown key `{key}`"),
            Self::Shape(ShapeErrorKind::UnknownVariant { found, .. }) => {
                write!(f, "unknown choice `{found}`")
            }
            Self::Shape(kind) => kind.fmt(f),
            Self::Fault(kind) => kind.fmt(f),
        }
    }
}

impl BookErrorKind {
    /// What would be right.
    pub fn remedy(&self) -> String {
        match self {
            Self::NoFiles => "a book is a folder with `book.toml`".to_owned(),
            Self::TooLarge { limit, .. } => format!("at most {limit} bytes are read"),
            Self::NotToml { .. } => "mend the TOML at this place".to_owned(),
            Self::NotJson(_) => "a compiled book is one JSON value; compile it again".to_owned(),
            Self::Number { .. } => "write it plainly, with at most six decimals".to_owned(),
            Self::InTwoFiles { key, .. } => {
                format!("only lists of tables may be spread over files; keep one `{key}`")
            }
            Self::Shape(kind) => shape_remedy(kind),
            Self::Fault(kind) => kind.remedy(),
        }
    }
}

fn shape_remedy(kind: &ShapeErrorKind) -> String {
    match kind {
        ShapeErrorKind::UnknownKey { key, expected } => choices("known keys", key, expected),
        ShapeErrorKind::UnknownVariant { found, expected } => choices("there are", found, expected),
        ShapeErrorKind::MissingKey { key } => format!("add `{key} = …` to this entry"),
        ShapeErrorKind::DuplicateKey { .. } => "keep one of them".to_owned(),
        ShapeErrorKind::WrongType { expected, .. } => format!("write {expected}"),
        ShapeErrorKind::WrongLength { expected, .. } => format!("write {expected}"),
        ShapeErrorKind::NotWhole { .. } => "write a whole number".to_owned(),
        ShapeErrorKind::OutOfRange { least, most, .. } => {
            format!("write a whole number from {least} to {most}")
        }
        ShapeErrorKind::InvalidValue { expected, .. } => format!("write {expected}"),
        ShapeErrorKind::Float | ShapeErrorKind::Other(_) => {
            "see the format of this entry in the book model".to_owned()
        }
    }
}

/// The choice that was probably meant, and all there are.
pub(crate) fn choices(intro: &str, found: &str, known: &[String]) -> String {
    const SHOWN: usize = 40;
    if known.is_empty() {
        return "there is none; add it or leave this out".to_owned();
    }
    let mut text = nearest(found, known.iter().map(String::as_str))
        .map(|name| format!("did you mean `{name}`? "))
        .unwrap_or_default();
    text.push_str(intro);
    for (index, name) in known.iter().take(SHOWN).enumerate() {
        text.push_str(if index == 0 { ": `" } else { ", `" });
        text.push_str(name);
        text.push('`');
    }
    if known.len() > SHOWN {
        text.push_str(", …");
    }
    text
}
