//! What is wrong with a text that is not JSON, and where.

use core::fmt;

use crate::DecimalError;

/// A place in a text, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line; lines end with a line feed.
    pub line: u32,
    /// The column, in characters.
    pub column: u32,
}

impl Position {
    /// The place after `text`.
    pub(super) fn after(text: &str) -> Self {
        let line = text.bytes().filter(|byte| *byte == b'\n').count();
        let column = text.chars().rev().take_while(|c| *c != '\n').count();
        let from_one = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1);
        Self {
            line: from_one(line),
            column: from_one(column),
        }
    }
}

/// The first fault in a text that is not JSON as this crate reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// What is wrong there.
    pub kind: ReadErrorKind,
}

/// What can be wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// The bytes are not UTF-8 from here on.
    InvalidUtf8,
    /// The text starts with a byte order mark, which RFC 8259 forbids.
    ByteOrderMark,
    /// The text ends too soon.
    UnexpectedEnd {
        /// What should have come.
        expected: Wanted,
    },
    /// Another character should stand here.
    Unexpected {
        /// What stands here.
        found: char,
        /// What should.
        expected: Wanted,
    },
    /// The value is over, yet there is more.
    AfterValue {
        /// The first character after it.
        found: char,
    },
    /// Arrays and objects are nested too deep.
    TooDeep {
        /// How deep they may be.
        limit: usize,
    },
    /// The key stands in this object already.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// The number is not one that can be kept exactly.
    Number {
        /// Its first forty characters.
        text: String,
        /// Why not.
        reason: DecimalError,
    },
    /// There is no such escape.
    InvalidEscape {
        /// The character after the backslash.
        found: char,
    },
    /// Half of a surrogate pair.
    LoneSurrogate {
        /// The UTF-16 code unit that stands alone.
        unit: u32,
    },
    /// A control character within a string has to be escaped.
    ControlCharacter {
        /// Its code.
        code: u8,
    },
    /// The string that starts here has no end.
    UnfinishedText,
}

/// What the reader was waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Any value.
    Value,
    /// A key in quotation marks.
    Key,
    /// `:`
    Colon,
    /// `,` or `]`
    CommaOrBracket,
    /// `,` or `}`
    CommaOrBrace,
    /// A hexadecimal digit.
    HexDigit,
    /// `true`, `false` or `null`.
    Word(&'static str),
}

impl ReadError {
    /// The fault `kind` right after the text `before`.
    #[cold]
    pub(super) fn new(before: &str, kind: ReadErrorKind) -> Self {
        let Position { line, column } = Position::after(before);
        Self { line, column, kind }
    }

    /// Where the fault is.
    pub const fn position(&self) -> Position {
        Position {
            line: self.line,
            column: self.column,
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}, column {}: {}",
            self.line, self.column, self.kind
        )
    }
}

impl fmt::Display for ReadErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidUtf8 => f.write_str("not UTF-8 from here on"),
            Self::ByteOrderMark => f.write_str("a byte order mark, which JSON must not have"),
            Self::UnexpectedEnd { expected } => {
                write!(f, "the text ends where {expected} should stand")
            }
            Self::Unexpected { found, expected } => {
                write!(f, "found `{found}` where {expected} should stand")
            }
            Self::AfterValue { found } => write!(f, "found `{found}` after the end of the value"),
            Self::TooDeep { limit } => write!(f, "nested deeper than {limit} levels"),
            Self::DuplicateKey { key } => write!(f, "key `{key}` stands here a second time"),
            Self::Number { text, reason } => write!(f, "`{text}` is refused: {reason}"),
            Self::InvalidEscape { found } => write!(f, "no such escape: `\\{found}`"),
            Self::LoneSurrogate { unit } => {
                write!(f, "`\\u{unit:04X}` is half of a surrogate pair")
            }
            Self::ControlCharacter { code } => {
                write!(f, "control character U+{code:04X} must be escaped")
            }
            Self::UnfinishedText => f.write_str("this string has no closing quotation mark"),
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value => "a value",
            Self::Key => "a key in quotation marks",
            Self::Colon => "`:`",
            Self::CommaOrBracket => "`,` or `]`",
            Self::CommaOrBrace => "`,` or `}`",
            Self::HexDigit => "a hexadecimal digit",
            Self::Word(word) => word,
        })
    }
}

impl core::error::Error for ReadError {}
