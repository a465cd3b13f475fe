//! What was decided.

use crate::Verdict;
use crate::program::Target;

/// Whether some completion turns out one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Found {
    /// Nobody has looked yet.
    #[default]
    Unseen,
    /// One does.
    Yes,
    /// None does: all were covered.
    No,
    /// None was found before the bound.
    Unsure,
}

/// What completions have shown of a goal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::eval) struct Seen {
    pub(super) met: Found,
    pub(super) not_met: Found,
}

impl Seen {
    /// Completions turn out both ways.
    pub(super) const EITHER: Self = Self {
        met: Found::Yes,
        not_met: Found::Yes,
    };

    /// What three-valued logic settles.
    pub(super) fn settled(verdict: Verdict) -> Self {
        let (met, not_met) = match verdict {
            Verdict::Met => (Found::Yes, Found::No),
            Verdict::NotMet => (Found::No, Found::Yes),
            Verdict::Open => (Found::Unseen, Found::Unseen),
        };
        Self { met, not_met }
    }

    /// Whether nothing is left to be shown.
    pub(super) fn is_known(self) -> bool {
        let known = |side| matches!(side, Found::Yes | Found::No);
        known(self.met) && known(self.not_met)
    }

    /// Notes how a completion turned out.
    pub(super) fn note(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Met => self.met = Found::Yes,
            Verdict::NotMet => self.not_met = Found::Yes,
            Verdict::Open => {}
        }
    }

    /// The side that is looked for.
    pub(super) fn side(&mut self, high: bool) -> &mut Found {
        if high {
            &mut self.met
        } else {
            &mut self.not_met
        }
    }

    /// What follows. INVARIANT: definite only when no completion turns out the other way.
    pub(in crate::eval) fn decision(self) -> Decision {
        let (verdict, bounded) = match (self.met, self.not_met) {
            (Found::Yes, Found::Yes) | (Found::No, Found::No) => (Verdict::Open, false),
            (Found::No, _) => (Verdict::NotMet, false),
            (_, Found::No) => (Verdict::Met, false),
            _ => (Verdict::Open, true),
        };
        Decision { verdict, bounded }
    }
}

/// A verdict; `bounded` when it is open because the bound was hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// It is open because not every way in which the missing answers could turn out was tried.
    pub bounded: bool,
}

/// The decisions on all goals.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decisions(pub(super) Vec<(usize, Target, Decision)>);

impl Decisions {
    /// Whether nothing was decided.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The decisions on the goals of a level.
    pub(crate) fn of_level(&self, level: usize) -> impl Iterator<Item = (Target, Decision)> + '_ {
        let goals = self.0.iter().filter(move |(own, ..)| *own == level);
        goals.map(|(_, target, decision)| (*target, *decision))
    }

    /// The decision on a goal; none when nothing was left to decide.
    pub(crate) fn of(&self, level: usize, target: Target) -> Option<Decision> {
        let mut goals = self.0.iter();
        let found = goals.find(|(own, other, _)| *own == level && *other == target);
        found.map(|(_, _, decision)| *decision)
    }
}
