//! Verdicts with their shortest sufficient reasons.
//!
//! The plain verdicts are those of the quick walk, so each is found once for all levels; and only what a verdict may rest on
//! is asked for its reason.

use super::{Founded, LevelWalk};
use crate::Verdict;
use crate::eval::reason::{Reason, shortest};
use crate::eval::split::Target;
use crate::program::{CRoute, CRule, FNode, Flat, Value, all_or_one};

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
pub(super) type Part<'r> = (&'r CRule, usize);

/// Parts that a verdict rests on, by their places, with their reasons.
type Taken = Vec<(usize, Reason)>;

/// What is found of a route.
pub(super) struct OfRoute {
    /// Beside the gates.
    pub(super) beside: Founded,
    /// Gates and requirements.
    pub(super) whole: Founded,
    /// The clauses that it rests on as a whole, where that is told.
    pub(super) because: Vec<usize>,
}

impl LevelWalk<'_> {
    /// A route, beside the gates and as a whole.
    pub(super) fn route(&self, place: usize, route: &CRoute) -> OfRoute {
        let (gates, requires) = (self.level.gates.as_slice(), route.requires.as_slice());
        let beside = (route, Target::Beside(place));
        let (beside, _) = self.founded_route(beside, &[requires], !self.is_line());
        let whole = (route, Target::Route(place));
        let (whole, taken) = self.founded_route(whole, &[gates, requires], true);
        let because = taken.into_iter().filter(|_| self.tells());
        OfRoute {
            beside,
            whole,
            because: because.map(|(clause, _)| clause).collect(),
        }
    }

    /// Some clauses of a route together, and those that decided; where it is not told why, the verdict alone.
    fn founded_route(
        &self,
        (route, target): (&CRoute, Target),
        clauses: &[&[usize]],
        tells: bool,
    ) -> (Founded, Taken) {
        let all = || clauses.iter().copied().flatten().copied();
        let plain = all().map(|clause| self.stands(clause));
        let plain = plain.fold(Verdict::Met, Verdict::and);
        let decided = self.decided(target, plain);
        let verdict = decided.unwrap_or(plain);
        if !tells {
            let reason = Reason::default();
            return (Founded { verdict, reason }, Taken::new());
        }
        let taken = match decided {
            None => Some(self.taken_clauses(all(), plain)),
            Some(_) => None,
        };
        let mut reason = match &taken {
            Some(taken) => joined(taken),
            None => self.route_reason(route),
        };
        if verdict == Verdict::Met {
            reason = reason.with(route.entry);
        }
        (Founded { verdict, reason }, taken.unwrap_or_default())
    }

    /// The clauses that a verdict on all of them together rests on.
    fn taken_clauses(&self, clauses: impl Iterator<Item = usize>, verdict: Verdict) -> Taken {
        if verdict.is_open() {
            return Vec::new();
        }
        let met = verdict == Verdict::Met;
        let mut shortest = u32::MAX;
        let own = clauses.filter(|clause| self.stands(*clause) == verdict);
        let own = own.filter_map(|clause| {
            // Where one suffices, whoever has no shorter reason is not asked for it.
            let form = self.level.forms.get(clause).and_then(Option::as_ref);
            if !met && form.is_some_and(|form| shortest <= form.least) {
                return None;
            }
            let reason = self.founded(clause).reason;
            shortest = shortest.min(reason.rank(&self.explainer.entries).0);
            Some((clause, reason))
        });
        self.shortest(own.collect(), all_or_one(met))
    }

    /// The routes that a verdict on the level rests on.
    pub(super) fn taken_routes(&self, routes: &[OfRoute], verdict: Verdict) -> Taken {
        if verdict.is_open() {
            return Vec::new();
        }
        let own = routes.iter().map(|route| &route.whole).enumerate();
        let own = own.filter(|(_, whole)| whole.verdict == verdict);
        let own = own.map(|(place, whole)| (place, whole.reason.clone()));
        self.shortest(own.collect(), all_or_one(verdict == Verdict::NotMet))
    }

    /// So many of these with the shortest reasons.
    fn shortest(&self, all: Taken, count: usize) -> Taken {
        if all.len() <= count {
            return all;
        }
        let reasons = all.iter().map(|(_, reason)| reason).enumerate();
        let places = shortest(reasons, count, &self.explainer.entries);
        let taken = all.into_iter().enumerate();
        let taken = taken.filter(|(at, _)| places.contains(at));
        taken.map(|(_, taken)| taken).collect()
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
    pub(super) fn clause_place(&self, clause: usize) -> usize {
        let levels = &self.explainer.engine.program.flat.levels;
        let level = levels.get(self.level.place);
        let node = level.and_then(|level| level.clauses.get(clause));
        node.copied().unwrap_or(usize::MAX)
    }

    /// The verdict of a rule, with what was decided of clauses in it.
    pub(super) fn rule_stands(&self, (rule, node): Part<'_>) -> Verdict {
        let plain = self.explainer.case.verdict(node);
        // What is decided of parts can only settle what is open.
        if !plain.is_open() || self.decisions().is_empty() {
            return plain;
        }
        self.parts_stand((rule, node)).unwrap_or(plain)
    }

    /// The same by the verdicts of its parts; none where it has none.
    #[inline(never)]
    fn parts_stand(&self, (rule, node): Part<'_>) -> Option<Verdict> {
        let each = || -> std::vec::IntoIter<Verdict> {
            let parts = self.parts((rule, node));
            let verdicts: Vec<Verdict> = parts.map(|part| self.part_stands(part)).collect();
            verdicts.into_iter()
        };
        Some(match rule {
            CRule::All(_) => each().fold(Verdict::Met, Verdict::and),
            CRule::Any(_) => each().fold(Verdict::NotMet, Verdict::or),
            CRule::AtLeast { count, .. } => Verdict::at_least(*count, each()),
            CRule::Not(_) => each().fold(Verdict::Met, Verdict::and).negate(),
            CRule::Choose { .. } => Verdict::agree(each()),
            CRule::Clause(clause) => self.stands(*clause),
            _ => return None,
        })
    }

    /// The same of a part; what is not there does not hold.
    pub(super) fn part_stands(&self, part: Option<Part<'_>>) -> Verdict {
        part.map_or(Verdict::NotMet, |part| self.rule_stands(part))
    }

    /// The parts of a rule that may decide it: of a choice that was made, its own. None stands for what is not there.
    pub(super) fn parts<'r>(&self, part: Part<'r>) -> impl Iterator<Item = Option<Part<'r>>> {
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
        match part.0 {
            CRule::Clause(clause) => self.founded(*clause).reason,
            rule if rule.suffices(verdict).is_some() => joined(&self.taken(part, verdict)),
            leaf => self.explainer.leaf_reason(leaf, verdict),
        }
    }

    /// The parts that a verdict of a rule rests on; none of a rule that combines no others.
    pub(super) fn taken(&self, part: Part<'_>, verdict: Verdict) -> Taken {
        let Some((count, own)) = part.0.suffices(verdict) else {
            return Vec::new();
        };
        let parts = self.parts(part).enumerate();
        let parts = parts.filter(|(_, part)| self.part_stands(*part) == own);
        let reason = |part: Option<Part<'_>>| part.map(|part| self.reason(part, own));
        let reasons = parts.map(|(place, part)| (place, reason(part).unwrap_or_default()));
        self.shortest(reasons.collect(), count)
    }
}

/// All the entries of what a verdict rests on.
pub(super) fn joined(taken: &Taken) -> Reason {
    let reasons = taken.iter().map(|(_, reason)| reason);
    reasons.fold(Reason::default(), Reason::and)
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
