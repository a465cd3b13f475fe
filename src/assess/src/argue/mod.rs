//! The argument for a verdict: its reasons in the order in which a person would give them, each
//! with its clause, the value that was found and the value that is needed.

mod find;
mod points;
mod to_json;

use dossier::{Answer, Dossier};
use rulebook::{Filter, Test};

pub(crate) use self::find::Finder;
use crate::{Assessment, DayValue, Engine, Entry, RouteId, Verdict};

/// The argument for the verdict on a route or a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The verdict.
    pub verdict: Verdict,
    /// It is open because a bound was hit: what is missing may not matter after all.
    pub bounded: bool,
    /// The clauses that speak for it. A met route rests on all; one that is not met names the
    /// clause that suffices first, then every other that fails; an open one names what is open.
    pub points: Vec<Point>,
}

/// A clause in an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The clause with its authority and locator.
    pub clause: Entry,
    /// The clause's verdict.
    pub verdict: Verdict,
    /// Whether it belongs to the shortest sufficient reason.
    pub decisive: bool,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Something found, beside what is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The clauses within the point's clause that lead to it, outermost first.
    pub within: Vec<Entry>,
    /// The verdict on the rule.
    pub verdict: Verdict,
    /// The rule must not hold.
    pub unwanted: bool,
    /// What was found.
    pub found: Found,
}

/// What was found under a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// So many parts hold.
    Parts {
        /// How many are needed.
        need: usize,
        /// How many hold for sure.
        have: usize,
        /// How many parts there are.
        of: usize,
    },
    /// An answer.
    Answer {
        /// The question.
        question: String,
        /// The answer as entered.
        answer: Option<Answer>,
        /// What is needed.
        test: Test,
    },
    /// Records.
    Records {
        /// The list.
        list: String,
        /// What records are looked for.
        filter: Filter,
        /// How many are needed.
        need: usize,
        /// How many pass for sure.
        have: usize,
        /// Whether the list may still gain records.
        open: bool,
        /// The records that were looked at.
        records: Vec<RecordFound>,
    },
    /// A calendar year that must have a record.
    Year {
        /// The list.
        list: String,
        /// The year.
        year: i32,
        /// What records are looked for.
        filter: Filter,
        /// The records of that year; none when there are none.
        records: Vec<RecordFound>,
        /// Whether the list may still gain records.
        open: bool,
    },
    /// Full years since a day.
    Years {
        /// The day's id.
        since: String,
        /// The day, as far as it is known.
        day: Option<DayValue>,
        /// Full years needed on the cut-off day.
        need: u32,
        /// Full years there are, when the day is known.
        have: Option<u32>,
        /// Full months beyond them.
        months: u32,
    },
    /// A day.
    Dated {
        /// The day's id.
        date: String,
        /// The day, as far as it is known.
        day: Option<DayValue>,
    },
    /// Two days.
    Days {
        /// The day that must be the later.
        date: String,
        /// That day, as far as it is known.
        day: Option<DayValue>,
        /// The day that must be the earlier.
        after: String,
        /// That day, as far as it is known.
        than: Option<DayValue>,
    },
    /// A ban.
    Ban {
        /// The question that holds the year of the misconduct.
        question: String,
        /// The answer.
        answer: Option<Answer>,
        /// The first year that is free again, when the year is known.
        free_from: Option<i32>,
    },
    /// The self-score. Points are hundredths.
    Score {
        /// The least the score can be.
        low: i64,
        /// The most the score can be.
        high: i64,
        /// The line.
        line: i64,
    },
    /// A choice that is missing, on which the rule depends.
    Choice {
        /// The question.
        question: String,
    },
    /// What is not published.
    Unpublished {
        /// What is missing.
        text: String,
    },
}

/// A record that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordFound {
    /// The record's id.
    pub record: String,
    /// Whether it passes what is looked for.
    pub passes: Verdict,
    /// Whether it lies in the window; met where none binds.
    pub in_window: Verdict,
    /// What it has in each field that is looked at, in the order of the filter.
    pub fields: Vec<FieldFound>,
}

/// What a record has in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFound {
    /// The field.
    pub field: String,
    /// The answer as entered.
    pub answer: Option<Answer>,
    /// What is needed.
    pub test: Test,
    /// Whether it passes.
    pub passes: Verdict,
}

impl Engine {
    /// The argument for the verdict on a route; none when the assessment has no such route.
    pub fn argue(
        &self,
        dossier: &Dossier,
        assessment: &Assessment,
        route: RouteId<'_>,
    ) -> Option<Argument> {
        let mut levels = assessment.levels.iter();
        let level = levels.find(|level| level.id == route.level)?;
        let mut routes = level.routes.iter();
        let line = routes.find(|line| line.id == route.route)?;
        Some(Finder::new(self, dossier, assessment).route(level, line))
    }

    /// The argument for the verdict on a clause of a level; none when the level has no such
    /// clause.
    pub fn argue_clause(
        &self,
        dossier: &Dossier,
        assessment: &Assessment,
        (level, clause): (&str, &str),
    ) -> Option<Argument> {
        let mut levels = assessment.levels.iter();
        let level = levels.find(|line| line.id == level)?;
        let clause = level.clause(clause)?;
        Some(Finder::new(self, dossier, assessment).clause(level, clause))
    }
}
