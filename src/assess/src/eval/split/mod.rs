//! Exact verdicts on partial answers: what plain three-valued logic leaves open is settled by
//! trying how the missing answers could turn out.
//!
//! A goal (a clause, a route, a level) is not met when no completion meets it, met when none
//! fails it, and open when one does each. Both are looked for one after the other:
//!
//! 1. Answers and lists that the goal can only gain by (or only lose by) take their best value at
//!    once, their worst when a completion that fails is looked for. Nothing between them matters.
//! 2. What is left is judged with three-valued logic. When that does not settle it, one unknown
//!    that keeps it open is split into alternatives that together leave nothing out, the most
//!    promising first.
//!
//! So a definite verdict never rests on a sample, and openness is shown by two completions.
//!
//! What a completion may hold: answers that are valid by themselves, records that pass the checks
//! of the book on one record, one record a year where a list has one, further records in open
//! lists. Checks between answers and records (a degree before the birth) are not used: such
//! completions are counted as possible, so a verdict may stay open for their sake.
//!
//! The bound: [`GOAL_LOOKS`] judgements for each side of a goal and [`ALL_LOOKS`] in all, and
//! [`MOST_MORE`] further records of an open list in one branch. A goal that hits it is open and
//! marked as bounded. The ends of score spans have a bound of their own ([`SPAN_LOOKS`],
//! [`ALL_SPAN_LOOKS`]).

mod against;
mod branch;
mod goal;
mod measure;
mod menu;
mod scratch;
mod search;
mod seek;
mod spans;

use chrono::NaiveDate;

pub(super) use self::against::Against;
pub use self::goal::Decision;
pub(crate) use self::goal::Decisions;
pub(crate) use self::menu::{Kept, enrich};
pub use self::scratch::Scratch;
pub(super) use self::search::Search;
pub(crate) use self::spans::{Narrowed, Spans};
pub(crate) use crate::program::Target;

use crate::engine::Term;
use crate::program::{FGoal, Program};
use crate::subject::Subject;

/// Judgements spent on one side of a goal before it is left open.
const GOAL_LOOKS: u32 = 1_000;
/// Judgements spent on the enriched lists of one side of a goal.
const RICH_LOOKS: u32 = 300;
/// Judgements spent on all goals of a dossier.
const ALL_LOOKS: u32 = 12_000;
/// Judgements spent on one end of a span of points.
const SPAN_LOOKS: u32 = 400;
/// Judgements spent on the enriched lists of one end.
const RICH_SPAN_LOOKS: u32 = 150;
/// Judgements spent on all spans of a dossier.
const ALL_SPAN_LOOKS: u32 = 4_000;
/// Further records that one branch adds to an open list.
const MOST_MORE: usize = 3;

/// Settles one goal; none when there is no such goal.
pub(crate) fn decide_one(
    (program, subject): (&Program, &Subject),
    when: (Term, NaiveDate),
    (level, target): (usize, Target),
) -> Option<Decision> {
    let place = program.flat.goal(level, target)?;
    let mut scratch = Scratch::default();
    Search::begin((program, subject), when, &mut scratch).settle(place);
    scratch.seen.get(place).map(|seen| seen.decision())
}

/// Settles what three-valued logic leaves open of the goals that are asked for.
pub(crate) fn decide(
    (program, subject): (&Program, &Subject),
    when: (Term, NaiveDate),
    asked: impl Fn(&FGoal) -> bool,
) -> Decisions {
    let mut scratch = Scratch::default();
    let mut search = Search::begin((program, subject), when, &mut scratch);
    for (place, goal) in program.flat.goals.iter().enumerate() {
        if asked(goal) {
            search.settle(place);
        }
    }
    let goals = program.flat.goals.iter().zip(&scratch.seen);
    let goals = goals.filter(|(goal, _)| asked(goal));
    let decided = goals.map(|(goal, seen)| (goal.level, goal.target, seen.decision()));
    Decisions(decided.collect())
}
