//! The explanation tree.

use chrono::NaiveDate;
use dossier::Answer;

use crate::Verdict;

/// A node of the explanation: a rule, its verdict, the facts used and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What was asked.
    pub kind: NodeKind,
    /// The verdict.
    pub verdict: Verdict,
    /// The facts used.
    pub facts: Vec<Fact>,
    /// The parts, for rules that combine others.
    pub children: Vec<Self>,
    /// Whether it belongs to the shortest sufficient reason of the rule it is a part of.
    pub decisive: bool,
}

impl Node {
    /// A node of which nothing more is told.
    pub const fn new(kind: NodeKind, verdict: Verdict) -> Self {
        Self {
            kind,
            verdict,
            facts: Vec::new(),
            children: Vec::new(),
            decisive: false,
        }
    }
}

/// What a node asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// Every part holds.
    All,
    /// At least one part holds.
    Any,
    /// The part does not hold.
    Not,
    /// At least so many parts hold.
    AtLeast {
        /// How many are needed.
        need: usize,
        /// How many hold for sure.
        have: usize,
    },
    /// Another clause of the same level holds; its own line explains it.
    Clause {
        /// The clause's id.
        id: String,
    },
    /// An answer passes a test.
    Answer {
        /// The question.
        question: String,
    },
    /// Enough records pass.
    Records {
        /// The list.
        list: String,
        /// How many are needed.
        need: usize,
        /// How many pass for sure.
        have: usize,
        /// Whether the list may still gain records.
        open: bool,
    },
    /// Every one of some calendar years has a record that passes.
    EachYear {
        /// The list.
        list: String,
        /// First year looked at.
        first: i32,
        /// Last year looked at.
        last: i32,
        /// Years that fail for sure.
        failing: Vec<i32>,
        /// Years still open.
        open: Vec<i32>,
    },
    /// Full years since a day.
    Years {
        /// The day's id.
        since: String,
        /// Full years needed.
        need: u32,
        /// Full years on the cut-off day, when the day is known.
        have: Option<u32>,
        /// Full months beyond them.
        months: u32,
    },
    /// A day exists.
    Dated {
        /// The day's id.
        date: String,
    },
    /// A day lies after another.
    Day {
        /// The later day's id.
        date: String,
        /// The earlier day's id.
        after: String,
    },
    /// A ban is in force.
    Barred {
        /// The question that holds the year of the misconduct.
        question: String,
        /// The first year that is free again, when the year is known.
        free_from: Option<i32>,
    },
    /// The rule beside the choice that was made.
    Choose {
        /// The question.
        question: String,
    },
    /// The self-score reaches the line. Points are hundredths.
    ScoreReachesLine {
        /// The least the score can be.
        low: i64,
        /// The most the score can be.
        high: i64,
        /// The line.
        line: i64,
    },
    /// What is not published.
    Unpublished {
        /// What is missing.
        text: String,
    },
}

/// A fact that was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// An answer; `None` when it is unknown.
    Answer {
        /// The question.
        question: String,
        /// The answer as entered.
        answer: Option<Answer>,
    },
    /// A record, and whether it passes.
    Record {
        /// The list.
        list: String,
        /// The record's id.
        record: String,
        /// Whether it passes the filter.
        passes: Verdict,
        /// Whether it lies in the window; met where no window binds.
        in_window: Verdict,
    },
    /// A derived day.
    Day {
        /// The day's id.
        date: String,
        /// What is known of it.
        value: DayValue,
    },
}

/// What is known of a derived day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayValue {
    /// There is none.
    Nothing,
    /// It is known.
    Known(NaiveDate),
    /// Missing answers decide.
    Open {
        /// It is not earlier than this, where that is known.
        from: Option<NaiveDate>,
        /// It is not later than this, where that is known.
        to: Option<NaiveDate>,
    },
}
