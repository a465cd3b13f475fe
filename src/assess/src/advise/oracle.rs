//! Whether answering some of what is unknown can settle a goal, the rest left unknown.

use super::minimal::{Known, Set};
use super::trial::{Fill, Trial};
use crate::Verdict;
use crate::eval::unknown::Unknown;
use crate::subject::Subject;

/// Steps with which one unknown day is narrowed at the most.
const MOST_HALVES: usize = 24;

/// What was tried of some unknowns, by place.
type Fills = Vec<(usize, Vec<Fill>)>;

/// Asks about sets of unknowns.
pub(super) struct Oracle<'t, 'a> {
    trial: &'t mut Trial<'a>,
    items: Vec<Unknown>,
    /// What the goal is to be settled as.
    target: Verdict,
    /// Ways to settle it that were found.
    ways: Vec<Fills>,
    /// How far one set may be tried in every way.
    limit: u32,
}

/// Judgements spent on trying one set in every way.
const MOST_TRIES: u32 = 600;

impl<'t, 'a> Oracle<'t, 'a> {
    pub(super) fn new(trial: &'t mut Trial<'a>, items: Vec<Unknown>, target: Verdict) -> Self {
        Self {
            trial,
            items,
            target,
            ways: Vec::new(),
            limit: 0,
        }
    }

    fn all(&self) -> Set {
        Set::first(self.items.len())
    }

    /// Whether some way of answering just these settles the goal as the target.
    pub(super) fn ask(&mut self, set: Set) -> Known {
        if self.trial.spent() {
            return Known::Unsure;
        }
        if self.known(set) || self.reaches(set, self.target) {
            return Known::Has;
        }
        let rest = self.all().without(set);
        if let Some(counter) = self.refuted(rest) {
            return Known::Lacks(counter);
        }
        self.trial.reset();
        self.limit = self.trial.looks.saturating_add(MOST_TRIES);
        match self.exists(set, 0) {
            Some(true) => Known::Has,
            Some(false) => Known::Lacks(rest),
            None => Known::Unsure,
        }
    }

    /// Whether a way found before needs no more than these.
    fn known(&mut self, set: Set) -> bool {
        for index in 0..self.ways.len() {
            let Some(way) = self.ways.get(index).cloned() else {
                continue;
            };
            if self.replay(&way, set) && self.trial.quick() == self.target {
                return true;
            }
        }
        false
    }

    /// Tries what was tried before of these.
    fn replay(&mut self, way: &Fills, set: Set) -> bool {
        self.trial.reset();
        for (place, fills) in way.iter().filter(|(place, _)| set.has(*place)) {
            let Some(item) = self.items.get(*place).copied() else {
                return false;
            };
            for fill in fills {
                // A day is narrowed step by step; the last step says it all.
                if !self.refill(item, fill) {
                    return false;
                }
            }
        }
        true
    }

    fn refill(&mut self, item: Unknown, fill: &Fill) -> bool {
        !self.trial.is_open(item) || self.trial.fill(item, fill)
    }

    /// Whether answering these one after another, each so that the verdict is nearest, gives it.
    fn reaches(&mut self, set: Set, verdict: Verdict) -> bool {
        let way = self.dive(set, verdict);
        let reached = self.trial.quick() == verdict;
        if reached && verdict == self.target {
            self.ways.push(way);
        }
        reached
    }

    fn dive(&mut self, set: Set, verdict: Verdict) -> Fills {
        self.trial.reset();
        let mut way = Fills::new();
        for place in set.places() {
            let Some(item) = self.items.get(place).copied() else {
                break;
            };
            let mut fills = Vec::new();
            for _ in 0..MOST_HALVES {
                if !self.trial.is_open(item) || self.trial.spent() {
                    break;
                }
                let Some((fill, after)) = self.best(item, verdict) else {
                    break;
                };
                self.trial.resume(after);
                fills.push(fill);
                if self.trial.quick() == verdict {
                    break;
                }
            }
            way.push((place, fills));
            if self.trial.quick() == verdict {
                break;
            }
        }
        way
    }

    /// The option under which the verdict is likeliest, and the answers with it.
    fn best(&mut self, item: Unknown, verdict: Verdict) -> Option<(Fill, Subject)> {
        let before = self.trial.subject().clone();
        let mut best: Option<(i64, Fill, Subject)> = None;
        for fill in self.trial.options(item) {
            self.trial.resume(before.clone());
            if !self.trial.fill(item, &fill) {
                continue;
            }
            let chance = self.trial.chance();
            let near = if verdict == Verdict::Met {
                chance
            } else {
                chance.saturating_neg()
            };
            if best.as_ref().is_none_or(|(most, ..)| near > *most) {
                best = Some((near, fill, self.trial.subject().clone()));
            }
        }
        self.trial.resume(before);
        best.map(|(_, fill, after)| (fill, after))
    }

    /// A counter-set among these: answered so, they settle the goal the other way, whatever the
    /// others are.
    fn refuted(&mut self, rest: Set) -> Option<Set> {
        let other = self.target.negate();
        let way = self.dive(rest, other);
        if self.trial.quick() != other {
            return None;
        }
        let mut needed = way
            .iter()
            .fold(Set::default(), |all, (place, _)| all.with(*place));
        for (place, _) in &way {
            let fewer = needed.without(Set::default().with(*place));
            if self.replay(&way, fewer) && self.trial.quick() == other {
                needed = fewer;
            }
        }
        Some(needed)
    }

    /// Tries every way of answering these; none when the bound was hit.
    fn exists(&mut self, set: Set, from: usize) -> Option<bool> {
        if self.trial.spent() || self.trial.looks > self.limit {
            return None;
        }
        let quick = self.trial.quick();
        if !quick.is_open() {
            return Some(quick == self.target);
        }
        let next = set.places().find(|place| {
            let item = self.items.get(*place).copied();
            *place >= from && item.is_some_and(|item| self.trial.is_open(item))
        });
        let Some(place) = next else {
            let (verdict, bounded) = self.trial.exact();
            return (!bounded).then_some(verdict == self.target);
        };
        let item = self.items.get(place).copied()?;
        let before = self.trial.subject().clone();
        let mut sure = true;
        for fill in self.trial.options(item) {
            self.trial.resume(before.clone());
            if !self.trial.fill(item, &fill) {
                continue;
            }
            match self.exists(set, place) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => sure = false,
            }
        }
        self.trial.resume(before);
        sure.then_some(false)
    }
}
