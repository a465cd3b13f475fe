//! Which missing answers keep a route open.

use super::goal::Goal;
use super::minimal::{Minimal, Set, minimal};
use super::oracle::Oracle;
use super::trial::Trial;
use super::{Advisor, place_of};
use crate::eval::split::Target;
use crate::eval::unknown::Unknown;
use crate::{Place, Verdict};

/// Sets given at the most, each way.
const MOST_SETS: usize = 24;
/// Unknowns looked at at the most.
const MOST_ITEMS: usize = 64;
/// Judgements spent on a route at the most, each way.
const MOST_LOOKS: u32 = 20_000;

/// The minimal sets of missing answers that keep a route open.
///
/// A set can settle the route when some way of answering just these, all else left unknown, makes
/// it met or not met. A list is answered by saying that it is complete, with or without further
/// records. No set here has a part that is not needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// The minimal sets that can settle the route as met, smallest first.
    pub meet: Vec<Vec<Place>>,
    /// The minimal sets that can settle it as not met, smallest first.
    pub fail: Vec<Vec<Place>>,
    /// The bound was hit: there may be more sets, and those given may hold a needless part. The
    /// bound is 24 sets and 20,000 judgements each way, and 64 missing answers in all.
    pub bounded: bool,
}

impl Gaps {
    /// The minimal sets that can settle the route at all, smallest first.
    pub fn settle(&self) -> Vec<&[Place]> {
        let all = || self.meet.iter().chain(&self.fail);
        let smaller = |set: &[Place]| {
            let mut others = all().filter(|other| other.len() < set.len());
            others.any(|other| other.iter().all(|place| set.contains(place)))
        };
        let mut sets: Vec<&[Place]> = Vec::new();
        for set in all() {
            let known = sets.iter().any(|other| {
                other.len() == set.len() && other.iter().all(|place| set.contains(place))
            });
            if !known && !smaller(set) {
                sets.push(set);
            }
        }
        order::sort(&mut sets, &mut |a, b| a.len().cmp(&b.len()));
        sets
    }

    /// Whether nothing keeps the route open.
    pub fn is_empty(&self) -> bool {
        self.meet.is_empty() && self.fail.is_empty()
    }
}

impl Advisor<'_> {
    /// The gaps of a route; none when it is settled.
    pub(super) fn gaps_of(&self, level: usize, route: usize) -> Gaps {
        let target = Target::Route(route);
        let goal = Goal { level, target };
        let mut trial = self.trial(goal, MOST_LOOKS);
        let (verdict, bounded) = trial.exact();
        let mut items = trial.unknowns();
        if !verdict.is_open() || items.is_empty() {
            let bounded = verdict.is_open() && bounded;
            return Gaps {
                bounded,
                ..Gaps::default()
            };
        }
        let cut = items.len() > MOST_ITEMS;
        items.truncate(MOST_ITEMS);
        let meet = sets(&mut trial, &items, Verdict::Met);
        let mut trial = self.trial(goal, MOST_LOOKS);
        let fail = sets(&mut trial, &items, Verdict::NotMet);
        let places = |found: &Minimal| {
            let sets = found.sets.iter();
            sets.map(|set| self.places(&items, *set)).collect()
        };
        Gaps {
            meet: places(&meet),
            fail: places(&fail),
            bounded: bounded || cut || meet.bounded || fail.bounded,
        }
    }

    fn places(&self, items: &[Unknown], set: Set) -> Vec<Place> {
        let chosen = set.places().filter_map(|place| items.get(place));
        chosen
            .filter_map(|item| place_of(&self.engine.program, &self.reading.subject, *item))
            .collect()
    }
}

fn sets(trial: &mut Trial<'_>, items: &[Unknown], target: Verdict) -> Minimal {
    let mut oracle = Oracle::new(trial, items.to_vec(), target);
    minimal(Set::first(items.len()), MOST_SETS, |set| oracle.ask(set))
}
