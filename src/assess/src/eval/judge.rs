//! Verdicts alone, without reasons: for many dossiers one after another.

use chrono::NaiveDate;

use super::case::Case;
use super::split::{Decision, Scratch, Search, Target};
use crate::engine::Term;
use crate::program::Program;
use crate::subject::Subject;

/// The verdicts on one dossier, each found when it is asked for.
pub struct Verdicts<'s> {
    case: Case<'s>,
    today: NaiveDate,
    scratch: &'s mut Scratch,
    /// The levels of which what three-valued logic leaves open was settled.
    searched: Vec<usize>,
}

/// Makes a dossier ready for being judged, exactly.
pub(crate) fn judge<'s>(
    program: &'s Program,
    subject: &'s Subject,
    (season, today): (Term, NaiveDate),
    scratch: &'s mut Scratch,
) -> Verdicts<'s> {
    scratch.bounded = false;
    let room = std::mem::take(&mut scratch.plain);
    Verdicts {
        case: Case::within(program, subject, season, room),
        today,
        scratch,
        searched: Vec::new(),
    }
}

impl Drop for Verdicts<'_> {
    fn drop(&mut self) {
        self.scratch.plain = self.case.take_room();
    }
}

impl Verdicts<'_> {
    /// The verdict on a level, by its place in the book; none when there is no such level.
    pub fn level(&mut self, level: usize) -> Option<Decision> {
        let node = self.case.program.flat.levels.get(level)?.whole;
        self.decision(node, (level, Target::Level))
    }

    /// The verdict on a route with the gates, by its place among the routes of its level.
    pub fn route(&mut self, level: usize, route: usize) -> Option<Decision> {
        let laid = self.case.program.flat.levels.get(level)?;
        let node = *laid.routes.get(route)?;
        self.decision(node, (level, Target::Route(route)))
    }

    fn decision(&mut self, node: usize, (level, target): (usize, Target)) -> Option<Decision> {
        let verdict = self.case.verdict(node);
        if !verdict.is_open() {
            let bounded = false;
            return Some(Decision { verdict, bounded });
        }
        self.search(level);
        let goal = self.case.program.flat.goal(level, target)?;
        self.scratch.seen.get(goal).map(|seen| seen.decision())
    }

    /// Settles the routes of a level and the level where three-valued logic leaves them open, in the order of the book,
    /// whichever is asked for first: so the bound is the same for each.
    fn search(&mut self, level: usize) {
        if self.searched.contains(&level) {
            return;
        }
        self.searched.push(level);
        let flat = &self.case.program.flat;
        let mut search = Search::begin(&self.case, self.today, (level, self.scratch));
        for place in flat.levels.get(level).iter().flat_map(|laid| &laid.goals) {
            let target = flat.goals.get(*place).map(|goal| goal.target);
            if matches!(target, Some(Target::Route(_) | Target::Level)) {
                search.settle(*place);
            }
        }
    }
}
