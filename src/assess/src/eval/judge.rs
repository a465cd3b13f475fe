//! Verdicts alone, without reasons: for many dossiers one after another.

use chrono::NaiveDate;

use super::split::{Decision, Scratch, Search, Target};
use crate::engine::Term;
use crate::program::{Flat, Program};
use crate::subject::Subject;

/// The verdicts on one dossier.
#[derive(Clone, Copy)]
pub struct Verdicts<'s> {
    flat: &'s Flat,
    scratch: &'s Scratch,
}

/// Judges the routes and levels, exactly.
pub(crate) fn judge<'s>(
    program: &'s Program,
    subject: &Subject,
    (season, today): (Term, NaiveDate),
    scratch: &'s mut Scratch,
) -> Verdicts<'s> {
    let flat = &program.flat;
    let mut search = Search::begin((program, subject), (season, today), scratch);
    for (place, goal) in flat.goals.iter().enumerate() {
        if matches!(goal.target, Target::Route(_) | Target::Level) {
            search.settle(place);
        }
    }
    Verdicts { flat, scratch }
}

impl Verdicts<'_> {
    /// The verdict on a level, by its place in the book; none when there is no such level.
    pub fn level(&self, level: usize) -> Option<Decision> {
        self.decision(level, Target::Level)
    }

    /// The verdict on a route with the gates, by its place among the routes of its level.
    pub fn route(&self, level: usize, route: usize) -> Option<Decision> {
        self.decision(level, Target::Route(route))
    }

    fn decision(&self, level: usize, target: Target) -> Option<Decision> {
        let goal = self.flat.goal(level, target)?;
        self.scratch.seen.get(goal).map(|seen| seen.decision())
    }
}
