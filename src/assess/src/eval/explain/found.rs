//! Verdicts with their shortest sufficient reasons alone, where nothing more is told: the same that the explaining walk finds.
//!
//! The plain verdicts are those of the quick walk, so each is found once for all levels; and only what a verdict may rest on
//! is asked for its reason.

use super::{Explained, LevelWalk};
use crate::Verdict;
use crate::eval::reason::{Reason, shortest};
use crate::eval::split::Target;
use crate::program::{CRoute, CRule, FNode, Flat, Value};

/// A verdict with its reason, which is empty while it is open.
#[derive(Clone, Debug)]
pub(super) struct Founded {
    verdict: Verdict,
    reason: Reason,
}

impl From<Founded> for Explained {
    fn from(Founded { verdict, reason }: Founded) -> Self {
        Self {
            verdict,
            decisive: false,
            reason,
            told: None,
        }
    }
}

impl From<Verdict> for Explained {
    /// Of which no reason is told.
    fn from(verdict: Verdict) -> Self {
        let reason = Reason::default();
        Founded { verdict, reason }.into()
    }
}

/// What is known of the clauses of a level so far, by their places.
#[derive(Debug, Default)]
pub(super) struct Clauses {
    verdicts: Vec<Option<Verdict>>,
    founded: Vec<Option<Founded>>,
}

impl Clauses {
    /// Of so many clauses nothing.
    pub(super) fn new(count: usize) -> Self {
        Self {
            verdicts: vec![None; count],
            founded: vec![None; count],
        }
    }
}

/// A rule, and the node that was laid out for it.
type Part<'r> = (&'r CRule, usize);

impl LevelWalk<'_> {
    /// A route beside the gates, and as a whole.
    pub(super) fn founded_route(&self, place: usize, route: &CRoute) -> (Explained, Explained) {
        let founded = |clauses: &[&[usize]], target: Target| {
            let all = || clauses.iter().copied().flatten().copied();
            let plain = all().map(|clause| self.stands(clause));
            let plain = plain.fold(Verdict::Met, Verdict::and);
            let (verdict, mut reason) = match self.decided(target, plain) {
                Some(decided) => (decided, self.route_reason(route)),
                None => (plain, self.clauses_reason(all(), plain)),
            };
            if verdict == Verdict::Met {
                reason = reason.with(route.entry);
            }
            Founded { verdict, reason }.into()
        };
        let (gates, requires) = (self.level.gates.as_slice(), route.requires.as_slice());
        (
            founded(&[requires], Target::Beside(place)),
            founded(&[gates, requires], Target::Route(place)),
        )
    }

    /// The reason of several clauses together.
    fn clauses_reason(&self, clauses: impl Iterator<Item = usize>, verdict: Verdict) -> Reason {
        let own = clauses.filter(|clause| self.stands(*clause) == verdict);
        let reasons = own.map(|clause| self.founded(clause).reason);
        match verdict {
            Verdict::Met => joined(reasons.collect()),
            Verdict::NotMet => self.best(reasons.collect()),
            Verdict::Open => Reason::default(),
        }
    }

    /// The shortest of some reasons; the first among equals.
    fn best(&self, reasons: Vec<Reason>) -> Reason {
        let entries = &self.explainer.entries;
        let best = reasons
            .into_iter()
            .min_by_key(|reason| reason.rank(entries));
        best.unwrap_or_default()
    }

    /// The verdict of a clause.
    pub(super) fn stands(&self, clause: usize) -> Verdict {
        let known = self.clauses.borrow().verdicts.get(clause).copied();
        if let Some(verdict) = known.flatten() {
            return verdict;
        }
        let form = self.level.forms.get(clause).and_then(Option::as_ref);
        let plain = form.map_or(Verdict::NotMet, |form| {
            self.rule_stands((&form.rule, self.clause_place(clause)))
        });
        let decided = self.decided(Target::Clause(clause), plain);
        let verdict = decided.unwrap_or(plain);
        let mut clauses = self.clauses.borrow_mut();
        if let Some(place) = clauses.verdicts.get_mut(clause) {
            *place = Some(verdict);
        }
        verdict
    }

    /// A clause with its reason.
    pub(super) fn founded(&self, clause: usize) -> Founded {
        let known = self.clauses.borrow().founded.get(clause).cloned();
        if let Some(founded) = known.flatten() {
            return founded;
        }
        let verdict = self.stands(clause);
        let form = self.level.forms.get(clause).and_then(Option::as_ref);
        let mut reason = form.map_or_else(Reason::default, |form| {
            let part = (&form.rule, self.clause_place(clause));
            match self.decided(Target::Clause(clause), self.rule_stands(part)) {
                Some(_) => self.cone(&form.rule),
                None => self.reason(part, verdict),
            }
        });
        if let Some(own) = self.explainer.engine.program.clauses.get(clause) {
            reason = reason.with(own.entry);
        }
        let founded = Founded { verdict, reason };
        let mut clauses = self.clauses.borrow_mut();
        if let Some(place) = clauses.founded.get_mut(clause) {
            *place = Some(founded.clone());
        }
        founded
    }

    /// The node of a clause.
    fn clause_place(&self, clause: usize) -> usize {
        let levels = &self.explainer.engine.program.flat.levels;
        let level = levels.get(self.level.place);
        let node = level.and_then(|level| level.clauses.get(clause));
        node.copied().unwrap_or(usize::MAX)
    }

    /// The verdict of a rule, with what was decided of clauses in it.
    fn rule_stands(&self, (rule, node): Part<'_>) -> Verdict {
        let plain = self.explainer.case.verdict(node);
        // What is decided of parts can only settle what is open.
        if !plain.is_open() || self.explainer.decisions.is_empty() {
            return plain;
        }
        let each = || -> std::vec::IntoIter<Verdict> {
            let parts = self.parts((rule, node));
            let verdicts: Vec<Verdict> = parts.map(|part| self.part_stands(part)).collect();
            verdicts.into_iter()
        };
        match rule {
            CRule::All(_) => each().fold(Verdict::Met, Verdict::and),
            CRule::Any(_) => each().fold(Verdict::NotMet, Verdict::or),
            CRule::AtLeast { count, .. } => Verdict::at_least(*count, each()),
            CRule::Not(_) => each().fold(Verdict::Met, Verdict::and).negate(),
            CRule::Choose { .. } => Verdict::agree(each()),
            CRule::Clause(clause) => self.stands(*clause),
            _ => plain,
        }
    }

    /// The same of a part; what is not there does not hold.
    fn part_stands(&self, part: Option<Part<'_>>) -> Verdict {
        part.map_or(Verdict::NotMet, |part| self.rule_stands(part))
    }

    /// The parts of a rule that may decide it: of a choice that was made, its own. None stands for what is not there.
    fn parts<'r>(&self, part: Part<'r>) -> impl Iterator<Item = Option<Part<'r>>> {
        let places = match part.0 {
            CRule::All(rules) | CRule::Any(rules) | CRule::AtLeast { of: rules, .. } => {
                0..rules.len()
            }
            CRule::Choose { question, cases } => {
                match self.explainer.case.subject.answer(*question) {
                    Value::Choice(choice) if choice < cases.len() => {
                        choice..choice.saturating_add(1)
                    }
                    Value::Unknown => 0..cases.len(),
                    _ => 0..0,
                }
            }
            CRule::Not(_) => 0..1,
            _ => 0..0,
        };
        let flat = &self.explainer.engine.program.flat;
        places.map(move |place| part_of(flat, part, place))
    }

    /// The reason for a verdict of a rule.
    fn reason(&self, part: Part<'_>, verdict: Verdict) -> Reason {
        if verdict.is_open() {
            return Reason::default();
        }
        let met = verdict == Verdict::Met;
        match part.0 {
            CRule::All(_) if met => joined(self.reasons(part, verdict)),
            CRule::Any(_) if !met => joined(self.reasons(part, verdict)),
            CRule::All(_) | CRule::Any(_) => self.best(self.reasons(part, verdict)),
            CRule::Choose { .. } => joined(self.reasons(part, verdict)),
            CRule::AtLeast { count, of } => {
                let failing = of.len().saturating_sub(*count).saturating_add(1);
                let reasons = self.reasons(part, verdict);
                let entries = &self.explainer.entries;
                let count = if met { *count } else { failing };
                let taken = shortest(reasons.iter().enumerate(), count, entries);
                let taken = taken.into_iter().filter_map(|place| reasons.get(place));
                taken.fold(Reason::default(), Reason::and)
            }
            CRule::Not(_) => joined(self.reasons(part, verdict.negate())),
            CRule::Clause(clause) => self.founded(*clause).reason,
            leaf => self.explainer.leaf_reason(leaf, verdict),
        }
    }

    /// The reasons of the parts with a verdict.
    fn reasons(&self, part: Part<'_>, verdict: Verdict) -> Vec<Reason> {
        let own = self.parts(part).flatten();
        let own = own.filter(|part| self.rule_stands(*part) == verdict);
        own.map(|part| self.reason(part, verdict)).collect()
    }
}

/// All the entries of some reasons.
fn joined(reasons: Vec<Reason>) -> Reason {
    reasons
        .into_iter()
        .fold(Reason::default(), |all, reason| all.and(&reason))
}

/// A part of a rule, and of its node: they are laid out in the same order.
fn part_of<'r>(flat: &Flat, (rule, node): Part<'r>, place: usize) -> Option<Part<'r>> {
    let own = match rule {
        CRule::All(rules) | CRule::Any(rules) | CRule::AtLeast { of: rules, .. } => {
            rules.get(place)?
        }
        CRule::Choose { cases, .. } => cases.get(place)?.as_ref()?,
        CRule::Not(rule) => rule,
        _ => return None,
    };
    let laid = match *flat.nodes.get(node)? {
        FNode::Not(part) => part,
        several => *flat.below(several).get(place)?,
    };
    Some((own, laid))
}
