//! Ways to meet a route: what to answer, what to enter, what to achieve, how long to wait.
//!
//! Plans are made along the explanation of the route, season after season, and only from what can
//! still change: an answer that was not given, a record that an open list may still lack, a record
//! dated after today, and time. What was answered stays. Each plan is then applied and judged like
//! any dossier; parts that are not needed are dropped; what does not meet the route is no way.
//!
//! The cost of a way is the sum of these: an answer, a field or the word that a list is complete
//! costs 1; a record that an open list may only lack costs 3; a record still to be achieved costs
//! 20, and 5 more for each step that it must stand above the lowest choice of a scale, and twice
//! that where no window binds its list (a degree or a title takes longer than an achievement); a
//! year of waiting costs 20.
//!
//! The bound: [`MOST_PLANS`] plans at each step of planning and [`MOST_JUDGED`] judgements. It is
//! said when the judgements were used up; a way that was not planned is not shown.

mod merge;
mod parts;
mod planner;
mod samples;
mod score;
mod search;
mod shortfall;
mod to_json;

use dossier::{Answer, Edit, Record};

pub(super) use parts::entered;
pub(super) use samples::record as sample;
pub use shortfall::{RowRoom, Shortfall};

/// Plans kept at each step of planning.
const MOST_PLANS: usize = 6;
/// Ways given at the most.
const MOST_WAYS: usize = 6;
/// Judgements spent at the most.
const MOST_JUDGED: u32 = 2_000;

/// The ways to meet a route, cheapest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// The ways; one without steps needs nothing but time, or nothing at all.
    pub ways: Vec<Way>,
    /// The points that are missing, for a route that asks for the line.
    pub shortfall: Option<Shortfall>,
    /// The bound of work was hit.
    pub bounded: bool,
}

/// A way to meet a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The season in which the route is then met for the first time.
    pub season: i32,
    /// Years to wait, counted from the present season.
    pub wait: u32,
    /// What is to be done; no step can be left out.
    pub steps: Vec<Step>,
    /// What it costs, by the measure of this module.
    pub cost: u32,
}

/// A step of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A question is answered like this.
    Answer {
        /// The question.
        question: String,
        /// An answer that will do.
        answer: Answer,
    },
    /// A field of a record is answered like this.
    Field {
        /// The list.
        list: String,
        /// The record.
        record: String,
        /// The field.
        field: String,
        /// An answer that will do.
        answer: Answer,
    },
    /// A list is said to be complete.
    Complete {
        /// The list.
        list: String,
    },
    /// Records like this one, or better.
    Add {
        /// The list.
        list: String,
        /// The least that will do; its id is free in the dossier.
        record: Record,
        /// How many.
        count: usize,
        /// Still to be achieved, after today and not after the date that stands in it; else it
        /// may exist and only be missing in a list that is not complete.
        achieve: bool,
    },
}

impl Way {
    /// The edits that make a dossier meet the route in the way's season.
    pub fn edits(&self) -> Vec<Edit> {
        self.steps.iter().flat_map(Step::edits).collect()
    }
}

impl Step {
    fn edits(&self) -> Vec<Edit> {
        match self {
            Self::Answer { question, answer } => vec![Edit::Answer {
                question: question.clone(),
                answer: Some(answer.clone()),
            }],
            Self::Field {
                record,
                field,
                answer,
                ..
            } => vec![Edit::Field {
                record: record.clone(),
                field: field.clone(),
                answer: Some(answer.clone()),
            }],
            Self::Complete { list } => vec![Edit::Complete {
                list: list.clone(),
                complete: true,
            }],
            Self::Add {
                list,
                record,
                count,
                ..
            } => {
                let copies = (0..*count).map(|copy| {
                    let mut record = record.clone();
                    if copy > 0 {
                        record.id = format!("{}-{}", record.id, copy.saturating_add(1));
                    }
                    let list = list.clone();
                    Edit::Add { list, record }
                });
                copies.collect()
            }
        }
    }
}
