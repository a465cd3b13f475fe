//! What is wrong with a table of cases, where, and what would be right.

use std::fmt;

use super::columns::Column;
use crate::near::nearest;

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
    /// A header of a roster that stands twice.
    RepeatedHeader {
        /// The header.
        found: String,
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
    Change {
        /// The statement.
        statement: String,
        /// What is wrong with it.
        kind: ChangeErrorKind,
    },
}

/// What can be wrong with a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeErrorKind {
    /// The book has no such question, list or field.
    UnknownName {
        /// The name.
        found: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// The book has no such choice.
    UnknownChoice {
        /// The choice.
        found: String,
        /// The choices there are.
        known: Vec<String>,
    },
    /// A word without `=`.
    NoEqualSign {
        /// The word.
        found: String,
    },
    /// Neither yes nor no.
    NotYesNo {
        /// What stands there.
        found: String,
    },
    /// Not a number, or not a whole one where a whole one is asked.
    NotANumber {
        /// What stands there.
        found: String,
    },
    /// Not a day.
    NotADay {
        /// What stands there.
        found: String,
    },
    /// `空` where the book does not allow it.
    NoneRefused,
    /// Not a number of records.
    NotACount {
        /// What stands there.
        found: String,
        /// The most there can be.
        limit: usize,
    },
    /// `open` or `complete` without a list.
    NoList,
    /// Nothing in the dossier is like what shall be removed.
    NothingToRemove,
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
            Self::RepeatedHeader { found } => write!(f, "`{found}` stands twice; keep one"),
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
            Self::Change { statement, kind } => write!(f, "in `{statement}`: {kind}"),
        }
    }
}

impl fmt::Display for ChangeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownName { found, known } => {
                write!(
                    f,
                    "the book does not ask `{found}`; {}",
                    choices(found, known)
                )
            }
            Self::UnknownChoice { found, known } => {
                write!(f, "no choice `{found}`; {}", choices(found, known))
            }
            Self::NoEqualSign { found } => write!(f, "`{found}` has no `=`; write `name=value`"),
            Self::NotYesNo { found } => write!(f, "`{found}` is neither; write `是` or `否`"),
            Self::NotANumber { found } => {
                write!(
                    f,
                    "`{found}` is no such number; write digits, whole where asked"
                )
            }
            Self::NotADay { found } => write!(f, "`{found}` is no day; write it as `2024-05-01`"),
            Self::NoneRefused => f.write_str("`空` is no answer here; give one, or take it back"),
            Self::NotACount { found, limit } => {
                write!(f, "`{found}` is no number of records; write 1 to {limit}")
            }
            Self::NoList => f.write_str("no list is named; name one or several"),
            Self::NothingToRemove => f.write_str("there is nothing like it; look at the base"),
        }
    }
}

fn headers() -> String {
    let quoted = Column::ALL.map(|column| format!("`{}`", column.header()));
    quoted.join(", ")
}

fn choices(found: &str, known: &[String]) -> String {
    let near = nearest(found, known.iter().map(String::as_str));
    let near = near.map_or_else(String::new, |name| format!("did you mean `{name}`? "));
    format!("{near}there are: {}", known.join(", "))
}
