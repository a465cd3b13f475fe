//! What is to be decided, and what was.

use crate::Verdict;
use crate::eval::verdict::AtLevel;
use crate::program::CLevel;

/// A thing to decide at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    pub(super) level: usize,
    pub(super) target: Target,
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

impl Target {
    /// The verdict that three-valued logic gives.
    pub(crate) fn verdict(self, at: &AtLevel<'_>, level: &CLevel) -> Verdict {
        match self {
            Self::Clause(clause) => at.clause(clause),
            Self::Beside(route) => {
                let requires = level.routes.get(route).map(|route| route.requires.iter());
                let verdicts = requires
                    .into_iter()
                    .flatten()
                    .map(|clause| at.clause(*clause));
                verdicts.fold(Verdict::Met, Verdict::and)
            }
            Self::Route(route) => {
                let route = level.routes.get(route);
                route.map_or(Verdict::NotMet, |route| at.route(route))
            }
            Self::Level => {
                let routes = level.routes.iter().map(|route| at.route(route));
                routes.fold(Verdict::NotMet, Verdict::or)
            }
        }
    }
}

/// What completions have shown of a goal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) met: bool,
    pub(super) not_met: bool,
    /// Three-valued logic settled it, or every completion was covered.
    pub(super) settled: bool,
}

impl Seen {
    pub(super) fn note(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Met => self.met = true,
            Verdict::NotMet => self.not_met = true,
            Verdict::Open => {}
        }
    }

    pub(super) fn both(self) -> bool {
        self.met && self.not_met
    }

    /// What follows. INVARIANT: definite only when all completions were covered.
    pub(super) fn decision(self) -> Decision {
        let verdict = match (self.settled, self.met, self.not_met) {
            (true, true, false) => Verdict::Met,
            (true, false, true) => Verdict::NotMet,
            _ => Verdict::Open,
        };
        let bounded = verdict.is_open() && !self.both();
        Decision { verdict, bounded }
    }
}

/// A verdict; `bounded` when it is open because the bound was hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) verdict: Verdict,
    pub(crate) bounded: bool,
}

/// The decisions on all goals.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decisions(pub(super) Vec<(Goal, Decision)>);

impl Decisions {
    /// The decision on a goal; none when nothing was left to decide.
    pub(crate) fn of(&self, level: usize, target: Target) -> Option<Decision> {
        let goal = Goal { level, target };
        let found = self.0.iter().find(|(other, _)| *other == goal);
        found.map(|(_, decision)| *decision)
    }
}
