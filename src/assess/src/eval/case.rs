//! One dossier in one season: what every rule is judged against.

use std::cell::{Cell, OnceCell};

use super::dates::{Day, days};
use super::score::{Tally, tally};
use super::score_row::RecordTally;
use super::verdict::AtLevel;
use crate::Verdict;
use crate::engine::Term;
use crate::program::{CLevel, Program, Value};
use crate::subject::{Subject, TypedList};

/// A typed dossier in a season.
pub(crate) struct Case<'a> {
    pub(crate) program: &'a Program,
    pub(crate) subject: &'a Subject,
    pub(crate) season: Term,
    room: Room,
    tally: OnceCell<Option<Tally>>,
    verdicts: OnceCell<Vec<Verdict>>,
}

/// Room that one case leaves to the next, so that judging many does not ask for more each time.
#[derive(Default)]
pub(crate) struct Room {
    days: Vec<Day>,
    /// The records of a row while its points are reckoned.
    pub(super) records: Cell<Vec<RecordTally>>,
}

impl<'a> Case<'a> {
    /// Puts a typed dossier into a season.
    pub(crate) fn new(program: &'a Program, subject: &'a Subject, season: Term) -> Self {
        Self::within(program, subject, season, Room::default())
    }

    /// The same in room that another case has left.
    pub(super) fn within(
        program: &'a Program,
        subject: &'a Subject,
        season: Term,
        room: Room,
    ) -> Self {
        let mut case = Self {
            program,
            subject,
            season,
            room,
            tally: OnceCell::new(),
            verdicts: OnceCell::new(),
        };
        case.room.days.clear();
        days(&mut case);
        case
    }

    /// Leaves its room to the next.
    pub(super) fn leave(self) -> Room {
        self.room
    }

    /// A derived day.
    pub(crate) fn day(&self, date: usize) -> Day {
        self.room.days.get(date).copied().unwrap_or(Day::UNKNOWN)
    }

    /// Notes the next derived day.
    pub(super) fn add_day(&mut self, day: Day) {
        self.room.days.push(day);
    }

    /// The records of a list.
    pub(crate) fn list(&self, list: usize) -> Option<&'a TypedList> {
        self.subject.lists.get(list)
    }

    /// The score, reckoned once.
    pub(crate) fn tally(&self) -> Option<&Tally> {
        self.tally.get_or_init(|| tally(self)).as_ref()
    }

    /// Work space for the records of a row.
    pub(super) fn records_room(&self) -> &Cell<Vec<RecordTally>> {
        &self.room.records
    }

    /// The case seen at a level.
    pub(crate) fn at(&self, level: &CLevel) -> AtLevel<'_> {
        AtLevel::new(self, level)
    }

    /// The verdicts of all nodes, judged once.
    pub(crate) fn all_verdicts(&self) -> &[Verdict] {
        self.verdicts.get_or_init(|| self.verdicts())
    }

    /// Whether the answer to a question is the choice at this place.
    pub(crate) fn chose(&self, question: usize, choice: usize) -> bool {
        self.subject.answer(question) == Value::Choice(choice)
    }
}
