//! Exact verdicts on partial answers: what plain three-valued logic leaves open is settled by
//! trying how the missing answers could turn out.
//!
//! A goal (a clause, a route, a level) is met when it is met in every completion, not met when it
//! is not met in every one. Completions are covered by splitting one unknown after another into
//! alternatives that together leave nothing out, and judging what is left with three-valued logic;
//! a branch ends as soon as that logic settles the goal. So a definite verdict never rests on a
//! sample. Openness is shown by two completions that differ, looked for first.
//!
//! What a completion may hold: answers that are valid by themselves, records that pass the checks
//! of the book on one record, one record a year where a list has one, further records in open
//! lists. Checks between answers and records (a degree before the birth) are not used: such
//! completions are counted as possible, so a verdict may stay open for their sake.
//!
//! The bound: [`GOAL_LOOKS`] judgements a goal and [`ALL_LOOKS`] in all, and [`MOST_MORE`] further
//! records of an open list in one branch. A goal that hits it is open and marked as bounded.

mod branch;
mod goal;
mod measure;
mod menu;
mod search;
mod seek;

use chrono::NaiveDate;

pub(crate) use goal::{Decisions, Target};
pub(crate) use menu::enrich;

use self::goal::Goal;
use self::search::Search;
use crate::engine::Term;
use crate::program::Program;
use crate::subject::Subject;

/// Judgements spent on one goal before it is left open.
const GOAL_LOOKS: u32 = 1_500;
/// Judgements spent on all goals of a dossier.
const ALL_LOOKS: u32 = 12_000;
/// Further records that one branch adds to an open list.
const MOST_MORE: usize = 3;

/// Settles what three-valued logic leaves open.
pub(crate) fn decide(
    program: &Program,
    subject: &Subject,
    season: Term,
    today: NaiveDate,
) -> Decisions {
    let mut search = Search::new(program, subject, (season, today));
    search.witness();
    for index in 0..search.goals.len() {
        search.settle(index);
    }
    search.decisions()
}

/// Every goal of a program, clauses first: what is settled of them settles more.
fn goals(program: &Program) -> Vec<Goal> {
    let mut goals = Vec::new();
    for (level, compiled) in program.levels.iter().enumerate() {
        let forms = compiled.forms.iter().enumerate();
        let clauses = forms.filter(|(_, form)| form.is_some());
        let clauses = clauses.map(|(clause, _)| Target::Clause(clause));
        goals.extend(clauses.map(|target| Goal { level, target }));
    }
    for (level, compiled) in program.levels.iter().enumerate() {
        for route in 0..compiled.routes.len() {
            let targets = [Target::Beside(route), Target::Route(route)];
            goals.extend(targets.map(|target| Goal { level, target }));
        }
        let target = Target::Level;
        goals.push(Goal { level, target });
    }
    goals
}
