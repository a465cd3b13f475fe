//! Whether anything speaks against a verdict in later seasons.

use chrono::NaiveDate;

use super::goal::Found;
use super::{Scratch, Search, Target};
use crate::Verdict;
use crate::engine::Term;
use crate::program::Program;
use crate::subject::Subject;

/// Looks for completions that turn out otherwise, season after season. One that does in a season
/// mostly does in the next, so it is tried first.
pub(in crate::eval) struct Against<'a> {
    program: &'a Program,
    subject: &'a Subject,
    today: NaiveDate,
    scratch: Scratch,
    known: Vec<Subject>,
    /// The season that was looked at last.
    season: Option<Term>,
}

impl<'a> Against<'a> {
    pub(in crate::eval) fn new(
        (program, subject): (&'a Program, &'a Subject),
        today: NaiveDate,
    ) -> Self {
        Self {
            program,
            subject,
            today,
            scratch: Scratch::default(),
            known: Vec::new(),
            season: None,
        }
    }

    /// The verdict that is asked for when no completion of a route that is open turns out
    /// otherwise in a season, else open. At the bound it is open.
    pub(in crate::eval) fn unless(
        &mut self,
        season: Term,
        (level, route): (usize, usize),
        asked: Verdict,
    ) -> Verdict {
        let flat = &self.program.flat;
        let Some(goal) = flat.goal(level, Target::Route(route)) else {
            return Verdict::Open;
        };
        let high = asked == Verdict::NotMet;
        let parts = (self.program, self.subject);
        let when = (season, self.today);
        let mut search = if self.season.replace(season) == Some(season) {
            Search::resume(parts, when, &mut self.scratch)
        } else {
            Search::begin(parts, when, &mut self.scratch)
        };
        // One route is asked about at a time; what shows besides would be of no use.
        search.scratch.seen.clear();
        if self
            .known
            .iter()
            .any(|known| search.shows(known, goal, high))
        {
            return Verdict::Open;
        }
        match search.find(goal, high) {
            Found::No => asked,
            Found::Yes => {
                self.known.push(self.scratch.subject.clone());
                Verdict::Open
            }
            Found::Unseen | Found::Unsure => Verdict::Open,
        }
    }
}
