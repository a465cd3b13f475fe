//! What is wrong with a book that is sound as data.

use dossier::Dossier;
use json::Path;

/// A complaint about a part of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The part.
    pub path: Path,
    /// What is wrong with it.
    pub kind: ComplaintKind,
    /// A dossier that shows it, where one can.
    pub dossier: Option<Dossier>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComplaintKind {
    /// The condition holds for no dossier. The dossier shows it fail.
    NeverHolds {
        /// The levels it was looked at for.
        levels: Vec<String>,
    },
    /// The condition fails for no dossier. The dossier shows it hold.
    NeverFails {
        /// The levels it was looked at for.
        levels: Vec<String>,
    },
    /// The condition asks for what nobody can answer, or what a check refuses.
    NobodyCanAnswer {
        /// The question or list.
        asked: String,
    },
    /// Whoever meets this route meets another as well. The dossier meets both.
    RouteIncluded {
        /// The level.
        level: String,
        /// The route.
        route: String,
        /// The other route.
        by: String,
    },
    /// Nobody earns these points. The dossier has what they are for, and earns others.
    PointsUnearned {
        /// The row.
        row: String,
    },
    /// The cap is never reached. The dossier earns the most there is.
    CapNeverBinds {
        /// The row or block.
        of: String,
        /// The most there is to earn, in hundredths.
        most: i64,
        /// The cap, in hundredths.
        cap: i64,
    },
    /// The line is beyond reach. The dossier earns the most there is.
    LineUnreachable {
        /// The category; none when it is the same for all.
        category: Option<String>,
        /// The most there is to earn, in hundredths.
        most: i64,
        /// The line, in hundredths.
        line: i64,
    },
    /// Nothing depends on the answer.
    QuestionUnused {
        /// The question.
        question: String,
    },
    /// Nothing depends on the answer in a field.
    FieldUnused {
        /// The list.
        list: String,
        /// The field.
        field: String,
    },
    /// No route, and no clause that counts, asks for it.
    ClauseUnused {
        /// The clause.
        clause: String,
    },
    /// Whether the part is in order could not be decided within the bound. No fault.
    Undecided {
        /// What was asked.
        matter: Matter,
    },
}

/// What could not be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Whether a condition can hold.
    Holds,
    /// Whether a condition can fail.
    Fails,
    /// Whether one route includes another.
    Included,
    /// What a row of the score table can give.
    Points,
}

impl Complaint {
    pub(crate) fn new(path: Path, kind: ComplaintKind) -> Self {
        Self {
            path,
            kind,
            dossier: None,
        }
    }

    /// The same, shown by a dossier.
    pub(crate) fn shown(mut self, dossier: Option<Dossier>) -> Self {
        self.dossier = dossier;
        self
    }

    /// Whether it is a fault; what could not be decided is none.
    pub fn is_fault(&self) -> bool {
        !matches!(self.kind, ComplaintKind::Undecided { .. })
    }
}

impl ComplaintKind {
    /// The identifier in files.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NeverHolds { .. } => "never-holds",
            Self::NeverFails { .. } => "never-fails",
            Self::NobodyCanAnswer { .. } => "nobody-can-answer",
            Self::RouteIncluded { .. } => "route-included",
            Self::PointsUnearned { .. } => "points-unearned",
            Self::CapNeverBinds { .. } => "cap-never-binds",
            Self::LineUnreachable { .. } => "line-unreachable",
            Self::QuestionUnused { .. } => "question-unused",
            Self::FieldUnused { .. } => "field-unused",
            Self::ClauseUnused { .. } => "clause-unused",
            Self::Undecided { .. } => "undecided",
        }
    }
}
