//! Whether anything speaks against a verdict in later seasons.

use chrono::NaiveDate;

use super::goal::Found;
use super::{Scratch, Search, Target};
use crate::Verdict;
use crate::eval::case::{Case, Seasons};
use crate::program::{FGoal, Program};
use crate::subject::Subject;

/// Looks for completions that turn out otherwise, season after season. One that does in a season
/// mostly does in the next, and for other routes too, so whoever asks asks first whether one
/// [speaks](Self::speaks) against a verdict.
pub(in crate::eval) struct Against<'a> {
    program: &'a Program,
    today: NaiveDate,
    scratch: &'a mut Scratch,
    known: Vec<Subject>,
    /// The seasons of which the room of the first one knows something.
    at: Option<Seasons>,
}

impl<'a> Against<'a> {
    pub(in crate::eval) fn new(
        program: &'a Program,
        today: NaiveDate,
        scratch: &'a mut Scratch,
    ) -> Self {
        Self {
            program,
            today,
            scratch,
            known: Vec::new(),
            at: None,
        }
    }

    /// The verdict that is asked for when no completion of a route that is open turns out
    /// otherwise in the season of a case, else open. At the bound it is open.
    pub(in crate::eval) fn unless(
        &mut self,
        case: &Case<'_>,
        (level, route): (usize, usize),
        asked: Verdict,
    ) -> Verdict {
        let Some(goal) = self.goal(level, route) else {
            return Verdict::Open;
        };
        let mut search = Search::begin_at(case, self.today, (goal, &mut *self.scratch));
        match search.find(goal, asked == Verdict::NotMet) {
            Found::No => asked,
            Found::Yes => {
                self.known.push(self.scratch.subject.clone());
                Verdict::Open
            }
            Found::Unseen | Found::Unsure => Verdict::Open,
        }
    }

    /// How many completions were found.
    pub(in crate::eval) fn found(&self) -> usize {
        self.known.len()
    }

    /// Whether a completion that was found speaks against a verdict in a season, or in every one of several.
    pub(in crate::eval) fn speaks(
        &mut self,
        seasons: Seasons,
        (level, route): (usize, usize),
        asked: Verdict,
    ) -> bool {
        let Some(goal) = self.goal(level, route) else {
            return false;
        };
        let way = asked.negate();
        (0..self.known.len()).any(|place| self.verdict(place, seasons, goal.node) == way)
    }

    /// How a completion turns out. What is known of the first one, mostly the only one, serves every route and later seasons.
    fn verdict(&mut self, place: usize, seasons: Seasons, node: usize) -> Verdict {
        let Some(known) = self.known.get(place) else {
            return Verdict::Open;
        };
        let is_first = place == 0;
        let room = if is_first {
            &mut self.scratch.against
        } else {
            &mut self.scratch.room
        };
        let own = std::mem::take(room);
        let case = match self.at.filter(|_| is_first) {
            Some(at) if at == seasons => Case::resume(self.program, known, at, own),
            Some(at) => Case::resume(self.program, known, at, own).within_seasons(seasons),
            None => Case::within(self.program, known, seasons.0, own).within_seasons(seasons),
        };
        let verdict = case.verdict(node);
        *room = case.leave();
        if is_first {
            self.at = Some(seasons);
        }
        verdict
    }

    fn goal(&self, level: usize, route: usize) -> Option<&'a FGoal> {
        let flat = &self.program.flat;
        let goal = flat.goal(level, Target::Route(route))?;
        flat.goals.get(goal)
    }
}
