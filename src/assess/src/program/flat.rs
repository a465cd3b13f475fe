//! All rules in one row, each after its parts: one pass from the front judges them all.

use std::sync::OnceLock;

use super::asks::{Ask, asks, score_asks};
use super::signs::{Signs, score_signs, signs};
use super::{CRule, Program};
use crate::Verdict;

/// The rules of a program in a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flat {
    pub(crate) nodes: Vec<FNode>,
    /// The parts of all nodes; a node names a range.
    pub(super) parts: Vec<usize>,
    /// The rules that combine no others.
    pub(crate) leaves: Vec<CRule>,
    pub(crate) levels: Vec<FLevel>,
    /// By notice.
    pub(crate) notices: Vec<usize>,
    /// By paper and level, when the level asks for it.
    pub(crate) materials: Vec<Vec<Option<usize>>>,
    /// What is decided: clauses first, then routes and levels.
    pub(crate) goals: Vec<FGoal>,
    /// How the score depends on what is asked.
    pub(crate) score_signs: Signs,
    /// What it asks of records, once that is looked for.
    score_asks: OnceLock<Vec<Ask>>,
}

/// A rule; its parts stand before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FNode {
    All(Parts),
    Any(Parts),
    AtLeast(usize, Parts),
    Not(usize),
    /// A part for each choice.
    Choose {
        question: usize,
        parts: Parts,
    },
    Always(Verdict),
    /// The answer is of one of these classes.
    Answer {
        question: usize,
        passes: u64,
    },
    Leaf(usize),
}

/// A range of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Where the clauses and routes of a level stand.
#[derive(Clone, Debug, Default)]
pub(crate) struct FLevel {
    /// By clause; a level that has no such clause never meets it.
    pub(crate) clauses: Vec<usize>,
    /// By route, beside the gates.
    pub(crate) beside: Vec<usize>,
    /// By route, with the gates.
    pub(crate) routes: Vec<usize>,
    pub(crate) whole: usize,
    /// The places of what is decided of it.
    pub(crate) goals: Vec<usize>,
    /// All nodes that these look at, in their order.
    pub(crate) nodes: Vec<usize>,
}

/// Something to decide.
#[derive(Clone, Debug)]
pub(crate) struct FGoal {
    pub(crate) level: usize,
    pub(crate) target: Target,
    pub(crate) node: usize,
    /// The node and all below it, in their order.
    pub(crate) cone: Vec<usize>,
    /// How it depends on what is asked.
    pub(crate) signs: Signs,
    /// What it asks of records, once that is looked for.
    asks: OnceLock<Vec<Ask>>,
}

impl FGoal {
    /// What it asks of records.
    pub(crate) fn asks(&self, program: &Program) -> &[Ask] {
        let asks = || asks(program, &program.flat, self.node);
        self.asks.get_or_init(asks)
    }
}

/// What a goal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A clause.
    Clause(usize),
    /// A route beside the gates.
    Beside(usize),
    /// A route with the gates.
    Route(usize),
    /// The level: any route.
    Level,
}

impl Flat {
    /// Lays out the rules of a program.
    pub(crate) fn of(program: &Program) -> Self {
        let mut flat = Self::default();
        for level in &program.levels {
            let laid = flat.level(program, level);
            flat.levels.push(laid);
        }
        flat.beside_levels(program);
        let mut goals: Vec<(usize, Target, usize)> = Vec::new();
        for (at, (level, laid)) in program.levels.iter().zip(&flat.levels).enumerate() {
            for (clause, (node, form)) in laid.clauses.iter().zip(&level.forms).enumerate() {
                goals.extend(form.as_ref().map(|_| (at, Target::Clause(clause), *node)));
            }
        }
        for (at, laid) in flat.levels.iter().enumerate() {
            for (route, (beside, whole)) in laid.beside.iter().zip(&laid.routes).enumerate() {
                goals.push((at, Target::Beside(route), *beside));
                goals.push((at, Target::Route(route), *whole));
            }
            goals.push((at, Target::Level, laid.whole));
        }
        let goals = goals.into_iter().map(|(level, target, node)| FGoal {
            level,
            target,
            node,
            cone: flat.cone(node),
            signs: signs(program, &flat, node),
            asks: OnceLock::new(),
        });
        flat.goals = goals.collect();
        for (at, laid) in flat.levels.iter_mut().enumerate() {
            for (place, goal) in flat.goals.iter().enumerate() {
                if goal.level == at {
                    laid.goals.push(place);
                    laid.nodes.extend(&goal.cone);
                }
            }
            order::sort(&mut laid.nodes, &mut usize::cmp);
            laid.nodes.dedup();
        }
        flat.score_signs = score_signs(program);
        flat
    }

    /// What the score asks of records.
    pub(crate) fn score_asks(&self, program: &Program) -> &[Ask] {
        self.score_asks.get_or_init(|| score_asks(program))
    }

    /// The place of a goal.
    pub(crate) fn goal(&self, level: usize, target: Target) -> Option<usize> {
        let mut goals = self.goals.iter();
        goals.position(|goal| goal.level == level && goal.target == target)
    }

    /// The parts of a range.
    pub(crate) fn parts(&self, parts: Parts) -> &[usize] {
        self.parts.get(parts.first..parts.end).unwrap_or_default()
    }

    /// The parts of a node.
    pub(crate) fn below(&self, node: FNode) -> &[usize] {
        match node {
            FNode::All(parts)
            | FNode::Any(parts)
            | FNode::AtLeast(_, parts)
            | FNode::Choose { parts, .. } => self.parts(parts),
            FNode::Not(_) | FNode::Always(_) | FNode::Answer { .. } | FNode::Leaf(_) => &[],
        }
    }

    /// The parts of a node, the negated one among them.
    pub(super) fn all_below(&self, node: FNode) -> impl Iterator<Item = usize> + '_ {
        let negated = match node {
            FNode::Not(part) => Some(part),
            _ => None,
        };
        self.below(node).iter().copied().chain(negated)
    }

    /// A node and all below it, in their order.
    pub(super) fn cone(&self, node: usize) -> Vec<usize> {
        let mut inside = vec![false; self.nodes.len()];
        if let Some(place) = inside.get_mut(node) {
            *place = true;
        }
        for (at, node) in self.nodes.iter().enumerate().rev() {
            if !inside.get(at).copied().unwrap_or(false) {
                continue;
            }
            for part in self.all_below(*node) {
                if let Some(place) = inside.get_mut(part) {
                    *place = true;
                }
            }
        }
        let cone = inside.iter().enumerate().filter(|(_, inside)| **inside);
        cone.map(|(at, _)| at).collect()
    }
}
