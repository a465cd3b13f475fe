//! All minimal sets with a property that larger sets keep, found by asking about few sets.
//!
//! A set without the property has a counter-set: a set that every set with the property meets.
//! The smallest sets that meet all counter-sets known so far are asked about one after another;
//! one that has the property is minimal, since any smaller one misses a counter-set.

/// A set of up to 64 things, by place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Set(pub(super) u64);

impl Set {
    /// The first so many things.
    pub(super) fn first(count: usize) -> Self {
        (0..count).fold(Self::default(), Self::with)
    }

    /// One more thing.
    #[must_use]
    pub(super) fn with(self, place: usize) -> Self {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        Self(self.0 | 1_u64.checked_shl(place).unwrap_or(0))
    }

    /// Whether a thing is in it.
    pub(super) fn has(self, place: usize) -> bool {
        Self::default().with(place).0 & self.0 != 0
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether all of it is in the other.
    pub(super) fn within(self, other: Self) -> bool {
        self.without(other).0 == 0
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The places in it.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |place| self.has(*place))
    }
}

/// What is known of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It has the property.
    Has,
    /// It has not, and every set that has it meets this one.
    Lacks(Set),
    /// The bound of work was hit.
    Unsure,
}

/// The minimal sets, smallest first, and whether a bound left some out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Minimal {
    pub(super) sets: Vec<Set>,
    pub(super) bounded: bool,
}

/// Candidates kept at the same time at the most.
const MOST_CANDIDATES: usize = 256;

/// Finds the minimal sets of these things, at the most so many.
pub(super) fn minimal(all: Set, most: usize, mut ask: impl FnMut(Set) -> Known) -> Minimal {
    let mut found = Minimal::default();
    let mut candidates = vec![Set::default()];
    loop {
        let open = candidates.iter().filter(|set| !found.sets.contains(set));
        let Some(next) = open.min_by_key(|set| (set.0.count_ones(), set.0)).copied() else {
            return found;
        };
        if found.sets.len() >= most {
            found.bounded = true;
            return found;
        }
        match ask(next) {
            Known::Has => found.sets.push(next),
            Known::Lacks(counter) => candidates = meeting(&candidates, counter),
            // Larger sets may be surer.
            Known::Unsure => {
                found.bounded = true;
                candidates = meeting(&candidates, all.without(next));
            }
        }
        if candidates.len() > MOST_CANDIDATES {
            found.bounded = true;
            return found;
        }
    }
}

/// The minimal sets among those that meet a further set.
fn meeting(candidates: &[Set], counter: Set) -> Vec<Set> {
    let (mut kept, missing): (Vec<Set>, Vec<Set>) =
        candidates.iter().partition(|set| set.meets(counter));
    let met = kept.clone();
    for set in missing {
        for place in counter.places() {
            let larger = set.with(place);
            if !met.iter().any(|other| other.within(larger)) {
                kept.push(larger);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks a formula: a union of sets, any of which suffices.
    fn ask(sufficient: &[u64], set: Set, all: Set) -> Known {
        let has = |set: Set| sufficient.iter().any(|own| Set(*own).within(set));
        if has(set) {
            return Known::Has;
        }
        let lacking = all.places().fold(set, |lacking, place| {
            let larger = lacking.with(place);
            if has(larger) { lacking } else { larger }
        });
        Known::Lacks(all.without(lacking))
    }

    #[test]
    fn all_minimal_sets_of_every_small_family_are_found() {
        let all = Set::first(5);
        let mut seed = 7_u64;
        for _ in 0..2_000 {
            let mut family = Vec::new();
            for _ in 0..4 {
                seed = seed
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(99);
                family.push((seed >> 40) & 31);
            }
            let mut expected: Vec<Set> = (0..32)
                .map(Set)
                .filter(|set| family.iter().any(|own| Set(*own).within(*set)))
                .collect();
            let every = expected.clone();
            expected.retain(|set| !every.iter().any(|own| own != set && own.within(*set)));
            let mut found = minimal(all, 99, |set| ask(&family, set, all));
            found.sets.sort();
            expected.sort();
            assert_eq!(found.sets, expected, "{family:?}");
            assert!(!found.bounded);
        }
    }

    #[test]
    fn a_bound_on_their_number_is_said() {
        let found = minimal(Set::first(3), 1, |set| ask(&[1, 2, 4], set, Set::first(3)));
        assert_eq!(found.sets.len(), 1);
        assert!(found.bounded);
    }

    #[test]
    fn when_nothing_suffices_there_are_none() {
        let found = minimal(Set::first(3), 9, |set| ask(&[], set, Set::first(3)));
        assert_eq!(found, Minimal::default());
    }
}
