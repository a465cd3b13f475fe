//! One dossier in one season: what every rule is judged against.

use std::cell::OnceCell;

use crate::engine::Term;
use crate::eval::dates::{Day, days};
use crate::eval::score::{Tally, tally};
use crate::eval::verdict::AtLevel;
use crate::program::{CLevel, Program, Value};
use crate::subject::{Subject, TypedList};

/// A typed dossier in a season.
pub(crate) struct Case<'a> {
    pub(crate) program: &'a Program,
    pub(crate) subject: &'a Subject,
    pub(crate) season: Term,
    /// Calendar years from here on are taken as met where each year must have a record.
    pub(crate) assumed_from: i32,
    days: Vec<Day>,
    tally: OnceCell<Option<Tally>>,
}

impl<'a> Case<'a> {
    /// Puts a typed dossier into a season.
    pub(crate) fn new(
        program: &'a Program,
        subject: &'a Subject,
        season: Term,
        assumed_from: i32,
    ) -> Self {
        let mut case = Self {
            program,
            subject,
            season,
            assumed_from,
            days: Vec::new(),
            tally: OnceCell::new(),
        };
        case.days = days(&case);
        case
    }

    /// A derived day.
    pub(crate) fn day(&self, date: usize) -> Day {
        self.days.get(date).copied().unwrap_or(Day::UNKNOWN)
    }

    /// The records of a list.
    pub(crate) fn list(&self, list: usize) -> Option<&'a TypedList> {
        self.subject.lists.get(list)
    }

    /// The score, reckoned once.
    pub(crate) fn tally(&self) -> Option<&Tally> {
        self.tally.get_or_init(|| tally(self)).as_ref()
    }

    /// The case seen at a level.
    pub(crate) fn at<'c>(&'c self, level: &'c CLevel) -> AtLevel<'c> {
        AtLevel::new(self, level)
    }

    /// Whether the answer to a question is the choice at this place.
    pub(crate) fn chose(&self, question: usize, choice: usize) -> bool {
        self.subject.answer(question) == Value::Choice(choice)
    }
}
