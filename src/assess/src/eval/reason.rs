//! Sufficient reasons: the entries of the book that suffice for a verdict.

use std::sync::Arc;

use crate::Verdict;
use crate::program::{Entry, each, insert};
use crate::result::Conclusion;

/// Bits in a word.
const WIDTH: usize = 64;

/// How many words are kept without asking for memory: most books have no more entries.
const NEAR: usize = 4;

/// A set of entries, by place: a bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reason {
    near: [u64; NEAR],
    far: Vec<u64>,
}

impl Reason {
    /// A reason of one entry.
    pub(super) fn of(entry: usize) -> Self {
        Self::default().with(entry)
    }

    /// The reason with one entry more.
    #[must_use]
    pub(super) fn with(mut self, entry: usize) -> Self {
        let bit = 1 << (entry % WIDTH);
        let word = entry / WIDTH;
        let far = word.checked_sub(NEAR);
        if let Some(far) = far.filter(|far| *far >= self.far.len()) {
            self.far.resize(far.saturating_add(1), 0);
        }
        if let Some(place) = self.near.iter_mut().chain(&mut self.far).nth(word) {
            *place |= bit;
        }
        self
    }

    /// All the entries of both.
    #[must_use]
    pub(super) fn and(mut self, other: &Self) -> Self {
        if self.far.len() < other.far.len() {
            self.far.resize(other.far.len(), 0);
        }
        let places = self.near.iter_mut().zip(&other.near);
        for (place, bits) in places.chain(self.far.iter_mut().zip(&other.far)) {
            *place |= bits;
        }
        self
    }

    fn words(&self) -> impl Iterator<Item = &u64> {
        self.near.iter().chain(&self.far)
    }

    /// The places of the entries, in their order.
    fn places(&self) -> impl Iterator<Item = usize> {
        let words = self.words().enumerate();
        words.flat_map(|(word, bits)| each(*bits).map(move |bit| word * WIDTH + bit))
    }

    /// How long it is, and how many stand-ins it holds: the shorter is the better reason.
    pub(super) fn rank(&self, entries: &[Arc<Entry>]) -> (usize, usize) {
        let count = self.words().map(|bits| bits.count_ones()).sum::<u32>();
        (
            usize::try_from(count).unwrap_or(usize::MAX),
            self.stand_ins(entries),
        )
    }

    /// How many of its entries are stand-ins.
    pub(super) fn stand_ins(&self, entries: &[Arc<Entry>]) -> usize {
        let own = self.places().filter_map(|place| entries.get(place));
        own.filter(|entry| entry.authority.is_stand_in()).count()
    }

    /// The conclusion that it gives; an open verdict rests on nothing yet.
    pub(super) fn conclude(&self, verdict: Verdict, entries: &[Arc<Entry>]) -> Conclusion {
        let basis = self.places().filter_map(|place| entries.get(place));
        let basis = if verdict.is_open() {
            Vec::new()
        } else {
            basis.cloned().collect()
        };
        Conclusion {
            verdict,
            basis,
            bounded: false,
        }
    }
}

/// The places of the `count` shortest reasons, in their order.
pub(super) fn shortest<'r>(
    reasons: impl Iterator<Item = (usize, &'r Reason)>,
    count: usize,
    entries: &[Arc<Entry>],
) -> Vec<usize> {
    let mut sorted: Vec<((usize, usize), usize)> = Vec::new();
    for (own, reason) in reasons {
        let rank = reason.rank(entries);
        let place = sorted.partition_point(|(other, _)| *other <= rank);
        sorted.insert(place, (rank, own));
    }
    let mut taken = Vec::new();
    for (_, place) in sorted.into_iter().take(count) {
        insert(&mut taken, place);
    }
    taken
}
