//! The lines of an assessment: levels, routes, clauses.

use std::sync::Arc;

use chrono::NaiveDate;
use rulebook::ClauseKind;

use super::{Node, ScoreSheet, Span};
use crate::{Entry, Problem, Verdict};

/// The assessment of one dossier under one book for one season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The book.
    pub book: BookRef,
    /// The season's year.
    pub season: i32,
    /// The cut-off day.
    pub cut_off: NaiveDate,
    /// Every level, whatever the target.
    pub levels: Vec<LevelLine>,
    /// The self-score, when the book has a table.
    pub score: Option<ScoreSheet>,
    /// What a person should know although it decides nothing.
    pub notices: Vec<NoticeLine>,
    /// What is wrong or noteworthy in the answers. Refused answers count as unknown.
    pub problems: Vec<Problem>,
}

/// What a line of a table says of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Every level with its routes, as in an assessment without what explains it. Clauses stand at the level that was
    /// asked for alone: its gates and what its routes require. Neither they nor routes beside the gates are said to rest
    /// on anything.
    pub levels: Vec<LevelLine>,
    /// The self-score and the line that it should reach, in hundredths, when the book has a table.
    pub total: Option<(Span, i64)>,
}

/// Which book decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookRef {
    /// Identifier.
    pub id: String,
    /// Version.
    pub version: String,
    /// SHA-256 of the compiled book, 64 hexadecimal digits.
    pub digest: String,
}

/// A verdict with the entries of its shortest sufficient reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// The verdict.
    pub verdict: Verdict,
    /// The entries that suffice for it, in the order of the book; empty while it is open.
    pub basis: Vec<Arc<Entry>>,
    /// It is open because not every way in which the missing answers could turn out was tried:
    /// what is missing may not matter after all.
    pub bounded: bool,
}

impl Conclusion {
    /// The stand-ins among the entries that decided it.
    pub fn stand_ins(&self) -> impl Iterator<Item = &Entry> {
        let basis = self.basis.iter().map(AsRef::as_ref);
        basis.filter(|entry: &&Entry| entry.authority.is_stand_in())
    }

    /// Whether it is a 参考结论: a stand-in decided it.
    pub fn is_reference(&self) -> bool {
        self.stand_ins().next().is_some()
    }
}

/// A level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelLine {
    /// The level's id.
    pub id: String,
    /// Met when any route holds.
    pub conclusion: Conclusion,
    /// Every clause that the level has, in the order of the book.
    pub clauses: Vec<ClauseLine>,
    /// The routes in the order of the book.
    pub routes: Vec<RouteLine>,
    /// The id of the best founded route that holds: the fewest stand-ins, then the book's order.
    pub recommended: Option<String>,
    /// Ids of the routes that belong to the shortest sufficient reason.
    pub because: Vec<String>,
}

impl LevelLine {
    /// The clause with an id.
    pub fn clause(&self, id: &str) -> Option<&ClauseLine> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The gates.
    pub fn gates(&self) -> impl Iterator<Item = &ClauseLine> {
        let clauses = self.clauses.iter();
        clauses.filter(|clause| clause.kind == ClauseKind::Gate)
    }

    /// The conditions of the chosen category; of all categories while none is chosen.
    pub fn conditions(&self) -> impl Iterator<Item = &ClauseLine> {
        let clauses = self.clauses.iter();
        clauses.filter(|clause| clause.kind == ClauseKind::Condition && clause.applies)
    }
}

/// A clause at a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseLine {
    /// The clause's id.
    pub id: String,
    /// What it is.
    pub kind: ClauseKind,
    /// Whether it is of the chosen category, or of none.
    pub applies: bool,
    /// The verdict and what decided it.
    pub conclusion: Conclusion,
    /// Why.
    pub explanation: Node,
}

/// A route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteLine {
    /// The route's id, unique within its level.
    pub id: String,
    /// What holds beside the gates.
    pub beside_gates: Conclusion,
    /// The route as a whole: gates and requirements.
    pub conclusion: Conclusion,
    /// Ids of the clauses it requires beside the gates.
    pub requires: Vec<String>,
    /// When at the earliest.
    pub earliest: Earliest,
    /// Ids of the clauses that belong to the shortest sufficient reason, in the order of an
    /// argument: gates first. Empty while it is open, and where only all alternatives together
    /// settle it.
    pub because: Vec<String>,
}

/// The first season that a route holds in, if all else stays as entered.
///
/// Assessments and training of the present season's year and later are taken as met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Earliest {
    /// The year; none when waiting alone does not do it within the book's horizon.
    pub year: Option<i32>,
    /// The first later year in which it holds no more.
    pub closes: Option<i32>,
}

/// Something to know although it decides nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeLine {
    /// The notice's id.
    pub id: String,
    /// What it says.
    pub text: String,
}
