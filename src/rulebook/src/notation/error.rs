//! What is wrong with a change, and what would be right.

use std::fmt;

use crate::near::nearest;

/// A change that cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeError {
    /// The statement.
    pub statement: String,
    /// What is wrong with it.
    pub kind: ChangeErrorKind,
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

impl std::error::Error for ChangeError {}

impl fmt::Display for ChangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "in `{}`: {}", self.statement, self.kind)
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

/// The names there are, and the one that was probably meant.
pub(crate) fn choices(found: &str, known: &[String]) -> String {
    let near = nearest(found, known.iter().map(String::as_str));
    let near = near.map_or_else(String::new, |name| format!("did you mean `{name}`? "));
    format!("{near}there are: {}", known.join(", "))
}
