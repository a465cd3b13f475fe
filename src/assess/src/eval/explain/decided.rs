//! Verdicts that hold however the missing answers turn out, although no single part settles them.

use super::LevelWalk;
use crate::Verdict;
use crate::eval::reason::Reason;
use crate::eval::split::{Decision, Decisions, Target};
use crate::program::{CRoute, CRule};
use crate::result::Conclusion;

impl LevelWalk<'_> {
    /// The verdict that trying all alternatives found, where plain logic leaves it open.
    pub(super) fn decided(&self, target: Target, plain: Verdict) -> Option<Verdict> {
        if !plain.is_open() {
            return None;
        }
        let decision = self.decision(target)?;
        (!decision.verdict.is_open()).then_some(decision.verdict)
    }

    /// A conclusion, marked if it is open because the bound was hit.
    pub(super) fn conclude(&self, target: Target, reason: &Reason, verdict: Verdict) -> Conclusion {
        let mut conclusion = reason.conclude(verdict, &self.explainer.entries);
        conclusion.bounded = verdict.is_open()
            && self
                .decision(target)
                .is_some_and(|decision| decision.bounded);
        conclusion
    }

    fn decision(&self, target: Target) -> Option<Decision> {
        match target {
            Target::Clause(clause) => {
                let clauses = self.level.forms.len();
                let of_clauses = || of_clauses(self.decisions(), (self.place, clauses));
                let decided = self.of_clauses.get_or_init(of_clauses);
                decided.get(clause).copied().flatten()
            }
            _ => self.decisions().of(self.place, target),
        }
    }

    /// All entries that a rule can rest on. Different alternatives rest on different ones, so none
    /// is left out.
    pub(super) fn cone(&self, rule: &CRule) -> Reason {
        match rule {
            CRule::All(rules) | CRule::Any(rules) | CRule::AtLeast { of: rules, .. } => {
                self.cones(rules.iter())
            }
            CRule::Not(rule) => self.cone(rule),
            CRule::Choose { cases, .. } => self.cones(cases.iter().flatten()),
            CRule::Clause(clause) => self.clause_cone(*clause),
            leaf => self.explainer.leaf_cone(leaf),
        }
    }

    fn cones<'r>(&self, rules: impl Iterator<Item = &'r CRule>) -> Reason {
        rules.fold(Reason::default(), |all, rule| all.and(&self.cone(rule)))
    }

    fn clause_cone(&self, clause: usize) -> Reason {
        let own = self.explainer.engine.program.clauses.get(clause);
        let own = own.map(|own| Reason::of(own.entry)).unwrap_or_default();
        let form = self.level.forms.get(clause).and_then(Option::as_ref);
        form.map_or_else(Reason::default, |form| self.cone(&form.rule))
            .and(&own)
    }

    /// All entries that a route can rest on, beside those of its clauses that are settled apart.
    pub(super) fn route_reason(&self, route: &CRoute) -> Reason {
        let clauses = self.level.gates.iter().chain(&route.requires);
        clauses.fold(Reason::default(), |all, clause| {
            all.and(&self.clause_cone(*clause))
        })
    }

    /// All entries that the level can rest on.
    pub(super) fn whole_reason(&self) -> Reason {
        let routes = self.level.routes.iter();
        routes.fold(Reason::default(), |all, route| {
            all.and(&self.route_reason(route)).with(route.entry)
        })
    }
}

/// By clause of a level, what was decided of it.
fn of_clauses(decisions: &Decisions, (level, count): (usize, usize)) -> Vec<Option<Decision>> {
    if decisions.is_empty() {
        return Vec::new();
    }
    let mut decided = vec![None; count];
    for (target, decision) in decisions.of_level(level) {
        if let Target::Clause(clause) = target
            && let Some(place) = decided.get_mut(clause)
        {
            *place = Some(decision);
        }
    }
    decided
}
