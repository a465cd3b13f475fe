//! One dossier in one season: what every rule is judged against.

use std::cell::{Cell, OnceCell};
use std::sync::Arc;

use super::dates::{Day, derive};
use super::score::{Tally, reaches, tally};
use super::score_row::{Earned, RecordTally};
use super::verdict::{AtLevel, Known};
use crate::Verdict;
use crate::engine::Term;
use crate::program::{CLevel, Program, Value};
use crate::subject::{Subject, TypedList};

/// A typed dossier in a season. Days and verdicts are found when they are asked for, each once.
pub(crate) struct Case<'a> {
    pub(crate) program: &'a Program,
    pub(crate) subject: &'a Subject,
    pub(crate) season: Term,
    /// The last season where it is judged in several at once: what the season decides is open then.
    last: Option<Term>,
    /// By node, what is settled elsewhere; all others are judged.
    settled: &'a [Option<Verdict>],
    room: Room,
    tally: OnceCell<Option<Tally>>,
}

/// A season, or several from the first to the last one.
pub(super) type Seasons = (Term, Option<Term>);

/// Room that one case leaves to the next, so that judging many does not ask for more each time.
#[derive(Default)]
pub(crate) struct Room {
    /// Rises with every case: what bears another number was found for an earlier one.
    turn: u32,
    /// The number of the case of this dossier in several seasons, to which this one belongs, or 0: what is settled there is
    /// settled here.
    span: u32,
    days: Vec<Cell<(u32, Day)>>,
    known: OnceCell<Vec<Cell<Known>>>,
    /// The records of a row while its points are reckoned.
    pub(super) records: Cell<Vec<RecordTally>>,
    /// What records earned.
    pub(super) earned: Cell<Earned>,
}

impl<'a> Case<'a> {
    /// Puts a typed dossier into a season.
    pub(crate) fn new(program: &'a Program, subject: &'a Subject, season: Term) -> Self {
        Self::within(program, subject, season, Room::default())
    }

    /// The same in room that another case has left, which may be of another program.
    pub(super) fn within(
        program: &'a Program,
        subject: &'a Subject,
        season: Term,
        mut room: Room,
    ) -> Self {
        let nodes = program.flat.nodes.len();
        let fits = room.known.get().is_none_or(|known| known.len() == nodes);
        if room.turn == u32::MAX || room.days.len() != program.dates.len() || !fits {
            room.turn = 0;
            room.earned.take();
            room.known.take();
            room.days.clear();
            let unknown = Cell::new((0, Day::UNKNOWN));
            room.days.resize(program.dates.len(), unknown);
        }
        room.turn = room.turn.saturating_add(1);
        room.span = 0;
        Self::resume(program, subject, (season, None), room)
    }

    /// A case that was left, in the room that it left.
    pub(super) fn resume(
        program: &'a Program,
        subject: &'a Subject,
        (season, last): Seasons,
        room: Room,
    ) -> Self {
        Self {
            program,
            subject,
            season,
            last,
            settled: &[],
            room,
            tally: OnceCell::new(),
        }
    }

    /// The same where some nodes are settled.
    pub(super) fn knowing(self, settled: &'a [Option<Verdict>]) -> Self {
        Self { settled, ..self }
    }

    /// What is settled elsewhere of a node.
    pub(super) fn settled(&self, node: usize) -> Option<Verdict> {
        self.settled.get(node).copied().flatten()
    }

    /// The same dossier in all seasons from one to another, of which the cut-off days follow one another.
    ///
    /// INVARIANT: a verdict that is settled here is that of every one of them, since each of them only says more of days.
    pub(super) fn in_seasons(self, first: Term, last: Term) -> Self {
        Self {
            last: Some(last),
            ..Self::within(self.program, self.subject, first, self.room)
        }
    }

    /// The same dossier in one of these seasons, or in another one than that of this case.
    pub(super) fn in_season(self, season: Term) -> Self {
        let span = match self.last {
            Some(_) => self.room.turn,
            None => self.room.span,
        };
        let mut case = Self::within(self.program, self.subject, season, self.room);
        // Where the numbers began anew nothing is known any more.
        case.room.span = if span < case.room.turn { span } else { 0 };
        case
    }

    /// The same dossier in another season, or in several.
    pub(super) fn within_seasons(self, (first, last): Seasons) -> Self {
        match last {
            Some(last) => self.in_seasons(first, last),
            None => self.in_season(first),
        }
    }

    /// Whether it is judged in one season.
    pub(super) fn is_one_season(&self) -> bool {
        self.last.is_none()
    }

    /// The first season and the last one.
    pub(super) fn seasons(&self) -> (Term, Term) {
        (self.season, self.last.unwrap_or(self.season))
    }

    /// Leaves its room to the next.
    pub(super) fn leave(self) -> Room {
        self.room
    }

    /// The same while the case is still borrowed; it is of no use any more.
    pub(super) fn take_room(&mut self) -> Room {
        std::mem::take(&mut self.room)
    }

    /// A derived day.
    pub(crate) fn day(&self, date: usize) -> Day {
        let Some(place) = self.room.days.get(date) else {
            return Day::UNKNOWN;
        };
        let (turn, day) = place.get();
        if turn == self.room.turn || turn == self.room.span && day.is_settled() {
            return day;
        }
        self.derived(date, place)
    }

    /// The same at the first call; apart from the others, which are very many.
    #[inline(never)]
    fn derived(&self, date: usize, place: &Cell<(u32, Day)>) -> Day {
        let Some(compiled) = self.program.dates.get(date) else {
            return Day::UNKNOWN;
        };
        // Days use days that stand before them in the book; one that led back would be unknown.
        place.set((self.room.turn, Day::UNKNOWN));
        let day = derive(self, &compiled.rule, &|id| self.day(id));
        place.set((self.room.turn, day));
        day
    }

    /// All derived days, in their order.
    pub(super) fn days(&self) -> impl Iterator<Item = Day> {
        (0..self.program.dates.len()).map(|date| self.day(date))
    }

    /// The records of a list.
    pub(crate) fn list(&self, list: usize) -> Option<&'a TypedList> {
        self.subject.lists.get(list).map(Arc::as_ref)
    }

    /// The score, reckoned once.
    pub(crate) fn tally(&self) -> Option<&Tally> {
        self.tally.get_or_init(|| tally(self)).as_ref()
    }

    /// Whether the score reaches the line; unless all of it was reckoned already, no more is than that needs.
    pub(super) fn score_reaches(&self) -> Verdict {
        let reaches = match self.tally.get() {
            Some(tally) => tally.as_ref().map(|tally| tally.reaches),
            None => reaches(self),
        };
        reaches.unwrap_or(Verdict::NotMet)
    }

    /// Work space for the records of a row.
    pub(super) fn records_room(&self) -> &Cell<Vec<RecordTally>> {
        &self.room.records
    }

    /// What records earned so far, in this case and in those before it; with the number of this case.
    pub(super) fn earned(&self) -> (&Cell<Earned>, u32) {
        (&self.room.earned, self.room.turn)
    }

    /// What is known of a node, with the number of this case, and that of the case in several seasons.
    pub(super) fn known(&self, node: usize) -> Option<(&Cell<Known>, u32, u32)> {
        let nodes = || vec![Cell::default(); self.program.flat.nodes.len()];
        let place = self.room.known.get_or_init(nodes).get(node)?;
        Some((place, self.room.turn, self.room.span))
    }

    /// The case seen at a level.
    pub(crate) fn at(&self, level: &CLevel) -> AtLevel<'_> {
        AtLevel::new(self, level)
    }

    /// Whether the answer to a question is the choice at this place.
    pub(crate) fn chose(&self, question: usize, choice: usize) -> bool {
        self.subject.answer(question) == Value::Choice(choice)
    }
}
