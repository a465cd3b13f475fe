//! Routes that another always includes.

use assess::{Assessment, Verdict};
use rulebook::{ClauseKind, Route};

use crate::complaint::{Complaint, ComplaintKind, Matter};
use crate::goal::Goal;
use crate::nodes;
use crate::solve::{Outcome, Solver};
use crate::world::World;

/// Looks at every two routes of a level.
pub(crate) fn check(world: &World<'_>) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut included: Vec<(usize, usize)> = Vec::new();
    for (place, route) in world.book.route.iter().enumerate() {
        let alone = solve(world, route, None);
        if alone.dossier().is_none() {
            // A route that nobody meets is told by its conditions.
            continue;
        }
        let others = world.book.route.iter().enumerate();
        let others = others.filter(|(other, by)| *other != place && by.level == route.level);
        for (other, by) in others {
            let path = nodes::at("route", place);
            match solve(world, route, Some(by)) {
                Outcome::Impossible if !included.contains(&(other, place)) => {
                    included.push((place, other));
                    let kind = ComplaintKind::RouteIncluded {
                        level: route.level.clone(),
                        route: route.id.clone(),
                        by: by.id.clone(),
                    };
                    let dossier = alone.dossier().cloned();
                    complaints.push(Complaint::new(path, kind).shown(dossier));
                }
                Outcome::Undecided => {
                    let matter = Matter::Included;
                    let kind = ComplaintKind::Undecided { matter };
                    complaints.push(Complaint::new(path, kind));
                }
                _ => {}
            }
        }
    }
    complaints
}

/// Somebody who meets a route, and not the other.
pub(crate) fn solve<'a>(world: &World<'a>, route: &'a Route, but: Option<&'a Route>) -> Outcome {
    let level = route.level.as_str();
    let rule = |id: &str| world.clause(id, level);
    let gates = world.book.clause.iter();
    let gates = gates.filter(|clause| clause.kind == ClauseKind::Gate);
    let needed = route.requires.iter().chain(gates.map(|clause| &clause.id));
    let needed = needed.filter_map(|id| rule(id));
    let mut goals: Vec<Goal<'a>> = needed.map(|rule| Goal::Rule(rule, true)).collect();
    if let Some(but) = but {
        let fails = but.requires.iter().filter_map(|id| rule(id));
        let fails = fails.map(|rule| Goal::Rule(rule, false)).collect();
        goals.push(Goal::Some(1, fails));
    }
    let shows = |assessment: &Assessment| {
        let is = |route: &Route, verdict| self::verdict(assessment, route) == Some(verdict);
        is(route, Verdict::Met) && but.is_none_or(|but| is(but, Verdict::NotMet))
    };
    Solver::solve(world, level, goals, &shows)
}

/// What an assessment says of a route.
fn verdict(assessment: &Assessment, route: &Route) -> Option<Verdict> {
    let mut levels = assessment.levels.iter();
    let level = levels.find(|level| level.id == route.level)?;
    let line = level.routes.iter().find(|line| line.id == route.id)?;
    Some(line.conclusion.verdict)
}
