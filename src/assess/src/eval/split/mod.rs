//! Exact verdicts on partial answers: what plain three-valued logic leaves open is settled by
//! trying how the missing answers could turn out.
//!
//! A goal (a clause, a route, a level) is not met when no completion meets it, met when none
//! fails it, and open when one does each. Both are looked for one after the other:
//!
//! 1. Answers and lists that the goal can only gain by (or only lose by) take their best value at
//!    once, their worst when a completion that fails is looked for. Nothing between them matters.
//!    So do fields of records where one value is at least as good as every other.
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
//! The bound: [`GOAL_LOOKS`] judgements for each side of a goal and [`ALL_LOOKS`] for those of a level, and
//! [`MOST_MORE`] further records of an open list in one branch. A goal that hits it is open and
//! marked as bounded. The ends of score spans have a bound of their own ([`SPAN_LOOKS`],
//! [`ALL_SPAN_LOOKS`]).

mod against;
mod branch;
mod fields;
mod filled;
mod goal;
mod measure;
mod menu;
mod scratch;
mod search;
mod seek;
mod spans;
mod stock;

use chrono::NaiveDate;

pub(super) use self::against::Against;
pub use self::goal::Decision;
pub(crate) use self::goal::Decisions;
pub(crate) use self::menu::{Kept, enrich};
pub use self::scratch::Scratch;
pub(super) use self::search::Search;
pub(crate) use self::spans::{Narrowed, Spans};
pub(crate) use self::stock::Stock;
pub(crate) use crate::program::Target;

use super::case::Case;
use crate::engine::Term;
use crate::program::{FGoal, Program};
use crate::subject::Subject;

/// Judgements spent on one side of a goal before it is left open.
const GOAL_LOOKS: u32 = 1_000;
/// Judgements spent on the enriched lists of one side of a goal.
const RICH_LOOKS: u32 = 300;
/// Judgements spent on all goals of a level.
const ALL_LOOKS: u32 = 6_000;
/// The same where there is but a moment: so many judgements, each of which looks at every record once.
const QUICK_RECORDS: usize = 12_000;
/// A judgement takes as long as with so many records, even if there are fewer.
const LEAST_RECORDS: usize = 20;
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
    parts: (&Program, &Subject),
    when: (Term, NaiveDate),
    (level, target): (usize, Target),
) -> Option<Decision> {
    let place = parts.0.flat.goal(level, target)?;
    let case = Case::new(parts.0, parts.1, when.0);
    let mut scratch = Scratch::default();
    Search::begin(&case, when.1, (level, &mut scratch)).settle(place);
    scratch.seen.get(place).map(|seen| seen.decision())
}

/// Settles what three-valued logic leaves open of the goals that are asked for.
pub(crate) fn decide(
    case: &Case<'_>,
    today: NaiveDate,
    asked: impl Fn(&FGoal) -> bool,
    scratch: &mut Scratch,
) -> Decisions {
    decide_within(ALL_LOOKS, case, today, (asked, scratch))
}

/// The same where that takes a moment only; none where it would take longer.
pub(crate) fn decide_quickly(
    case: &Case<'_>,
    today: NaiveDate,
    asked: impl Fn(&FGoal) -> bool,
    scratch: &mut Scratch,
) -> Option<Decisions> {
    let looks = quick_looks(case.subject);
    let decisions = decide_within(looks, case, today, (asked, scratch));
    let mut all = decisions.0.iter();
    let all = all.all(|(.., decision)| !decision.bounded);
    all.then_some(decisions)
}

/// How many judgements a moment has.
fn quick_looks(subject: &Subject) -> u32 {
    let records = subject.lists.iter().map(|list| list.records.len());
    let records = records.sum::<usize>().max(LEAST_RECORDS);
    u32::try_from(QUICK_RECORDS / records).unwrap_or(u32::MAX)
}

fn decide_within(
    looks: u32,
    case: &Case<'_>,
    today: NaiveDate,
    (asked, scratch): (impl Fn(&FGoal) -> bool, &mut Scratch),
) -> Decisions {
    let flat = &case.program.flat;
    let mut decided = Vec::new();
    for (at, level) in flat.levels.iter().enumerate() {
        let goals = level.goals.iter();
        let goals = goals.filter_map(|place| Some((*place, flat.goals.get(*place)?)));
        let goals: Vec<(usize, &FGoal)> = goals.filter(|(_, goal)| asked(goal)).collect();
        if goals.is_empty() {
            continue;
        }
        let mut search = Search::begin(case, today, (at, &mut *scratch)).within(looks);
        for (place, _) in &goals {
            search.settle(*place);
        }
        let decisions = goals.iter().filter_map(|(place, goal)| {
            let seen = scratch.seen.get(*place)?;
            Some((goal.level, goal.target, seen.decision()))
        });
        decided.extend(decisions);
    }
    Decisions(decided)
}
