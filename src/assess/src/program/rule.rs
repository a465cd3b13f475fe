//! Rules, days, clauses and routes with every id resolved.

use super::{CFilter, CTest};
use crate::Verdict;

/// A rule for one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CRule {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    AtLeast {
        count: usize,
        of: Vec<Self>,
    },
    Clause(usize),
    Answer {
        question: usize,
        test: CTest,
    },
    Records {
        list: usize,
        filter: CFilter,
        at_least: usize,
        /// The window that binds the list, if any.
        window: Option<usize>,
    },
    EachYear {
        list: usize,
        year: usize,
        last: i32,
        filter: CFilter,
        /// Whether a year occurs once at most.
        unique: bool,
    },
    Years {
        since: usize,
        at_least: u32,
    },
    Dated(usize),
    Day {
        date: usize,
        after: usize,
    },
    Barred {
        question: usize,
        seasons: i32,
    },
    /// A rule for each choice of a question, by place; `None` where the choice has no rule.
    Choose {
        question: usize,
        cases: Vec<Option<Self>>,
    },
    ScoreReachesLine,
    Unpublished(String),
}

/// How many parts suffice: all of them, or one.
pub(crate) const fn all_or_one(all: bool) -> usize {
    if all { usize::MAX } else { 1 }
}

impl CRule {
    /// How many parts suffice for a verdict, and the verdict that they have; none while it is open, and for a rule that
    /// combines no others.
    pub(crate) fn suffices(&self, verdict: Verdict) -> Option<(usize, Verdict)> {
        let met = verdict == Verdict::Met;
        let count = match self {
            _ if verdict.is_open() => return None,
            Self::All(_) => all_or_one(met),
            Self::Any(_) => all_or_one(!met),
            Self::AtLeast { count, .. } if met => *count,
            Self::AtLeast { count, of } => of.len().saturating_sub(*count).saturating_add(1),
            Self::Choose { .. } => all_or_one(true),
            Self::Not(_) => return Some((1, verdict.negate())),
            _ => return None,
        };
        Some((count, verdict))
    }
}

/// A day.
#[derive(Clone, Debug)]
pub(crate) struct CDate {
    pub(crate) entry: usize,
    pub(crate) rule: CDateRule,
}

/// How a day is found.
#[derive(Clone, Debug)]
pub(crate) enum CDateRule {
    CutOff,
    YearsBeforeCutOff(u32),
    Answer(usize),
    Earliest(Vec<CAnchor>),
    StagedAge {
        birth: usize,
        by: usize,
        /// By the place of the choice.
        stages: Vec<Option<CStage>>,
    },
}

/// Dates of records.
#[derive(Clone, Debug)]
pub(crate) struct CAnchor {
    pub(crate) list: usize,
    pub(crate) field: usize,
    pub(crate) filter: CFilter,
}

/// A stage of an age that rises with the month of birth.
#[derive(Clone, Debug)]
pub(crate) struct CStage {
    pub(crate) years: u32,
    /// The first birth month with a delay, counted from the year 0.
    pub(crate) from: i32,
    pub(crate) every: i32,
    pub(crate) max: u32,
}

/// A window.
#[derive(Clone, Debug)]
pub(crate) struct CWindow {
    pub(crate) entry: usize,
    pub(crate) from: Vec<usize>,
    pub(crate) to: usize,
}

/// What is the same for a clause at every level.
#[derive(Clone, Debug)]
pub(crate) struct CClause {
    pub(crate) entry: usize,
    /// The place of the category in the category question's choices.
    pub(crate) category: Option<usize>,
}

/// A clause's rule at one level.
#[derive(Clone, Debug)]
pub(crate) struct CForm {
    pub(crate) rule: CRule,
    /// How many entries every reason has at the least, beside that of the clause, for which it is not met.
    pub(crate) least: u32,
}

/// A level.
#[derive(Clone, Debug)]
pub(crate) struct CLevel {
    /// Its place among the levels.
    pub(crate) place: usize,
    /// By clause; `None` where the level has no such clause.
    pub(crate) forms: Vec<Option<CForm>>,
    pub(crate) gates: Vec<usize>,
    pub(crate) routes: Vec<CRoute>,
    /// By clause, whether it is a gate, or asked for by a route itself.
    pub(crate) asked: Vec<bool>,
}

/// A route.
#[derive(Clone, Debug)]
pub(crate) struct CRoute {
    /// Its place among the routes of its level.
    pub(crate) place: usize,
    pub(crate) id: String,
    pub(crate) entry: usize,
    pub(crate) requires: Vec<usize>,
}
