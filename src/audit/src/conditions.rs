//! Conditions that can never hold or never fail, and what nobody can answer.

use std::collections::BTreeSet;

use assess::{CompileError, Verdict};
use dossier::Answer;
use rulebook::{Filter, Rule};

use crate::boxes;
use crate::branch::Scope;
use crate::complaint::{Complaint, ComplaintKind, Matter};
use crate::goal::Goal;
use crate::nodes::{self, NodeAt};
use crate::probe;
use crate::solve::{Outcome, Solver};
use crate::world::World;

/// What is wrong with a condition.
struct Found {
    node: usize,
    complaint: Complaint,
}

/// Looks at every condition of the book.
pub(crate) fn check(world: &World<'_>) -> Result<Vec<Complaint>, CompileError> {
    let nodes = nodes::all(world.book);
    let probes = nodes.iter().flat_map(|node| {
        let levels = node.levels.iter();
        levels.map(|level| (node.rule, *level))
    });
    let engine = probe::engine(world.book, probes)?;
    let probed = World::new(&engine, world.season);
    let probed = World {
        // The book that was given: the engine's has further clauses.
        book: world.book,
        ..probed
    };
    let mut found = Vec::new();
    let mut number = 0;
    for (place, node) in nodes.iter().enumerate() {
        let outcomes = node.levels.iter().map(|level| {
            let outcomes = [true, false].map(|want| ask(&probed, (node, level), number, want));
            number = number.saturating_add(1);
            outcomes
        });
        let outcomes: Vec<[Outcome; 2]> = outcomes.collect();
        let complaints = tell(&probed, node, &outcomes).into_iter();
        found.extend(complaints.map(|complaint| Found {
            node: place,
            complaint,
        }));
    }
    Ok(innermost(&nodes, &found))
}

fn ask<'a>(
    world: &World<'a>,
    (node, level): (&NodeAt<'a>, &'a str),
    number: usize,
    want: bool,
) -> Outcome {
    let mut goals = vec![Goal::Rule(node.rule, want)];
    goals.extend(category(world, node));
    let wanted = Verdict::of(want);
    let shows =
        |assessment: &assess::Assessment| probe::verdict(assessment, level, number) == Some(wanted);
    let outcome = Solver::solve(world, level, goals, &shows);
    if outcome.is_impossible() && is_open(world, level, number) {
        // The engine knows of two dossiers that differ.
        return Outcome::Undecided;
    }
    outcome
}

/// A condition of a category is for those who choose it.
fn category<'a>(world: &World<'a>, node: &NodeAt<'a>) -> Option<Goal<'a>> {
    let question = world.book.roles.category.as_ref()?;
    let mut clauses = world.book.clause.iter();
    let clause = clauses.find(|clause| Some(clause.id.as_str()) == node.clause)?;
    let answer = Answer::Text(clause.category.clone()?);
    Some(Goal::Answers(question, vec![answer]))
}

/// Whether the engine has shown that a rule can both hold and fail.
fn is_open(world: &World<'_>, level: &str, number: usize) -> bool {
    let assessment = world.judge(&world.empty(None));
    probe::conclusion(&assessment, level, number)
        .is_some_and(|conclusion| conclusion.verdict.is_open() && !conclusion.bounded)
}

/// What is to be said of a condition, from what was found for each of its levels.
fn tell(world: &World<'_>, node: &NodeAt<'_>, outcomes: &[[Outcome; 2]]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (side, matter) in [(0, Matter::Holds), (1, Matter::Fails)] {
        let of = |side: usize| outcomes.iter().filter_map(move |both| both.get(side));
        let path = node.path.clone();
        if !outcomes.is_empty() && of(side).all(Outcome::is_impossible) {
            let levels = node
                .levels
                .iter()
                .map(|level| (*level).to_owned())
                .collect();
            let kind = match (matter, unanswerable(world, node.rule)) {
                (Matter::Holds, Some(asked)) => ComplaintKind::NobodyCanAnswer { asked },
                (Matter::Holds, None) => ComplaintKind::NeverHolds { levels },
                _ => ComplaintKind::NeverFails { levels },
            };
            let other = of(1 - side).find_map(Outcome::dossier).cloned();
            complaints.push(Complaint::new(path, kind).shown(other));
        } else if of(side).any(|outcome| matches!(outcome, Outcome::Undecided))
            && of(side).all(|outcome| outcome.dossier().is_none())
        {
            complaints.push(Complaint::new(path, ComplaintKind::Undecided { matter }));
        }
    }
    complaints
}

/// The question or list in which nobody can enter what a single rule asks for.
fn unanswerable(world: &World<'_>, rule: &Rule) -> Option<String> {
    let records = |list: &str, filter: &Filter| {
        let (place, pick) = world.pick(list, filter)?;
        let scope = Scope {
            list: place,
            window: None,
            pick,
        };
        let refused = world.refused.iter().filter(|(other, _)| *other == place);
        let left = boxes::outside(scope.blocks(world), refused.map(|(_, pick)| pick));
        left.is_some_and(|left| left.is_empty())
            .then(|| list.to_owned())
    };
    match rule {
        Rule::Answer(answer) => {
            let passing = world.passing(&answer.question, (&answer.test, true));
            passing.is_empty().then(|| answer.question.clone())
        }
        Rule::Records(rule) => records(&rule.list, &rule.r#where),
        Rule::EachYear(rule) => records(&rule.list, &rule.r#where),
        _ => None,
    }
}

/// Only the innermost conditions at fault: what is around them fails for their sake.
fn innermost(nodes: &[NodeAt<'_>], found: &[Found]) -> Vec<Complaint> {
    let faulty: Vec<usize> = found.iter().map(|found| found.node).collect();
    let clauses: BTreeSet<&str> = faulty
        .iter()
        .filter_map(|place| nodes.get(*place)?.clause)
        .collect();
    let is_outer = |place: usize| {
        let Some(node) = nodes.get(place) else {
            return false;
        };
        let inner = faulty.iter().filter(|other| **other != place);
        let mut inner = inner.filter_map(|other| nodes.get(*other));
        let within = inner.any(|other| other.path.steps().starts_with(node.path.steps()));
        let mut refers = false;
        crate::walk::inside(node.rule, &mut |rule| {
            refers |= matches!(rule, Rule::Clause(id) if clauses.contains(id.as_str()));
        });
        within || refers
    };
    let kept = found.iter().filter(|found| !is_outer(found.node));
    kept.map(|found| found.complaint.clone()).collect()
}
