//! Whether anything speaks against a verdict in later seasons.

use chrono::NaiveDate;

use super::goal::Found;
use super::{Scratch, Search, Target};
use crate::Verdict;
use crate::engine::Term;
use crate::eval::case::Case;
use crate::program::{FGoal, Program};
use crate::subject::Subject;

/// Looks for completions that turn out otherwise, season after season. One that does in a season
/// mostly does in the next, so it is tried first.
pub(in crate::eval) struct Against<'a> {
    program: &'a Program,
    today: NaiveDate,
    scratch: &'a mut Scratch,
    known: Vec<Subject>,
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
        if self.turns_out((case.season, None), goal, (asked.negate(), 0)) {
            return Verdict::Open;
        }
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

    /// Whether a completion that was found turns out otherwise in every season from one to another; of the first so many it
    /// is known that they do not.
    pub(in crate::eval) fn in_each(
        &mut self,
        (first, last): (Term, Term),
        (level, route): (usize, usize),
        (asked, behind): (Verdict, usize),
    ) -> bool {
        let Some(goal) = self.goal(level, route) else {
            return false;
        };
        self.turns_out((first, Some(last)), goal, (asked.negate(), behind))
    }

    /// Whether a completion that was found turns out one way in a season, or in every season up to another.
    fn turns_out(
        &mut self,
        (first, last): (Term, Option<Term>),
        goal: &FGoal,
        (way, behind): (Verdict, usize),
    ) -> bool {
        self.known.iter().skip(behind).any(|known| {
            let room = std::mem::take(&mut self.scratch.room);
            let case = Case::within(self.program, known, first, room);
            let case = match last {
                Some(last) => case.in_seasons(first, last),
                None => case,
            };
            let verdict = case.verdict(goal.node);
            self.scratch.room = case.leave();
            verdict == way
        })
    }

    fn goal(&self, level: usize, route: usize) -> Option<&'a FGoal> {
        let flat = &self.program.flat;
        let goal = flat.goal(level, Target::Route(route))?;
        flat.goals.get(goal)
    }
}
