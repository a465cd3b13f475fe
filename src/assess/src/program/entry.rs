//! The entries of a book that a verdict can rest on.

use rulebook::Authority;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A clause.
    Clause,
    /// A day, such as the cut-off day.
    Date,
    /// A window.
    Window,
    /// A route.
    Route,
    /// The line of the score table.
    Line,
    /// A block of the score table.
    Block,
    /// A row of the score table.
    Row,
    /// A coefficient of the score table.
    Factor,
}

impl EntryKind {
    /// The identifier in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Date => "date",
            Self::Window => "window",
            Self::Route => "route",
            Self::Line => "line",
            Self::Block => "block",
            Self::Row => "row",
            Self::Factor => "factor",
        }
    }
}

/// An entry of the book with the authority it stands on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its id.
    pub id: String,
    /// What a person reads.
    pub label: String,
    /// Its authority class.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}
