//! What is wrong with a table of cases, where, and what would be right.

use std::fmt;

use super::columns::Column;
use crate::notation::{ChangeError, choices};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseError {
    /// The file.
    pub file: String,
    /// The line on which the row begins, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub kind: CaseErrorKind,
}

/// What can be wrong with a table of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseErrorKind {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// There is not even a header row.
    Empty,
    /// A quotation mark that is not closed.
    OpenQuote,
    /// A quotation mark inside a cell that does not begin with one, or text behind a quoted cell.
    StrayQuote,
    /// A header that is not known.
    UnknownColumn {
        /// The header.
        found: String,
    },
    /// A header that stands twice.
    RepeatedColumn {
        /// The header.
        column: &'static str,
    },
    /// A header that is missing.
    MissingColumn {
        /// The header.
        column: &'static str,
    },
    /// More cells than headers.
    TooManyCells {
        /// Cells of the row.
        found: usize,
        /// Headers.
        expected: usize,
    },
    /// The first column is empty.
    NoSubject,
    /// A word before the colon that is not known.
    UnknownSort {
        /// The word.
        found: String,
    },
    /// The book has no such clause, route, row or block, at this level.
    UnknownSubject {
        /// The id.
        found: String,
        /// The ids there are.
        known: Vec<String>,
    },
    /// The book has no such level.
    UnknownLevel {
        /// The level; empty when none is given.
        found: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// A level where the score does not depend on it.
    NeedlessLevel,
    /// An outcome of a clause, route or level that is none.
    NotAVerdict {
        /// What stands there.
        found: String,
    },
    /// Points that are none.
    NotPoints {
        /// What stands there.
        found: String,
    },
    /// A year that is none.
    NotAYear {
        /// What stands there.
        found: String,
    },
    /// A cut-off day that is none, or lies outside the season's year.
    NotACutOff {
        /// What stands there.
        found: String,
        /// The season's year.
        season: i32,
    },
    /// No dossier of this name stands beside the table.
    UnknownBase {
        /// The name.
        found: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// A base that cannot be read.
    BaseUnreadable(dossier::ReadError),
    /// A change that cannot be made.
    Change(ChangeError),
}

impl From<ChangeError> for CaseErrorKind {
    fn from(error: ChangeError) -> Self {
        Self::Change(error)
    }
}

impl std::error::Error for CaseError {}

/// `cases/gates.csv:12: …; what would be right`
impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, ": {}", self.kind)
    }
}

impl fmt::Display for CaseErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("not UTF-8; save the table as CSV UTF-8"),
            Self::Empty => write!(f, "there is no header row; begin with {}", headers()),
            Self::OpenQuote => f.write_str("a quotation mark is not closed; close it"),
            Self::StrayQuote => {
                f.write_str("a quotation mark inside a cell; quote the whole cell and double it")
            }
            Self::UnknownColumn { found } => {
                write!(f, "unknown header `{found}`; there are {}", headers())
            }
            Self::RepeatedColumn { column } => write!(f, "`{column}` stands twice; keep one"),
            Self::MissingColumn { column } => write!(f, "the column `{column}` is missing; add it"),
            Self::TooManyCells { found, expected } => write!(
                f,
                "{found} cells under {expected} headers; quote a cell that holds a comma"
            ),
            Self::NoSubject => f.write_str("`条款` is empty; name what is decided"),
            Self::UnknownSort { found } => {
                write!(
                    f,
                    "unknown `{found}:`; there are `渠道:`, `门槛外:`, `赋分:`, `大类:`"
                )
            }
            Self::UnknownSubject { found, known } => {
                write!(
                    f,
                    "the book has no `{found}` here; {}",
                    choices(found, known)
                )
            }
            Self::UnknownLevel { found, known } => {
                write!(f, "no level `{found}`; {}", choices(found, known))
            }
            Self::NeedlessLevel => f.write_str("the score has no level; leave `级别` empty"),
            Self::NotAVerdict { found } => {
                write!(
                    f,
                    "`{found}` is no outcome; write `满足`, `不满足` or `待定`"
                )
            }
            Self::NotPoints { found } => {
                write!(
                    f,
                    "`{found}` are no points; write `4.50`, or `3.00~4.50` for bounds"
                )
            }
            Self::NotAYear { found } => write!(f, "`{found}` is no year; write it as `2026`"),
            Self::NotACutOff { found, season } => {
                write!(
                    f,
                    "`{found}` is no day of {season}; write it as `{season}-12-31`"
                )
            }
            Self::UnknownBase { found, known } => {
                write!(f, "there is no `{found}.json`; {}", choices(found, known))
            }
            Self::BaseUnreadable(error) => write!(f, "{error}"),
            Self::Change(error) => write!(f, "{error}"),
        }
    }
}

fn headers() -> String {
    let quoted = Column::ALL.map(|column| format!("`{}`", column.header()));
    quoted.join(", ")
}
