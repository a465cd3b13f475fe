//! Sufficient reasons: the entries of the book that suffice for a verdict.

use crate::Verdict;
use crate::program::{Entry, insert};
use crate::result::Conclusion;

/// A set of entries, by place, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reason(Vec<usize>);

impl Reason {
    /// A reason of one entry.
    pub(super) fn of(entry: usize) -> Self {
        Self::default().with(entry)
    }

    /// The reason with one entry more.
    #[must_use]
    pub(super) fn with(mut self, entry: usize) -> Self {
        insert(&mut self.0, entry);
        self
    }

    /// All the entries of both.
    #[must_use]
    pub(super) fn and(mut self, other: &Self) -> Self {
        for entry in &other.0 {
            insert(&mut self.0, *entry);
        }
        self
    }

    /// How long it is, and how many stand-ins it holds: the shorter is the better reason.
    pub(super) fn rank(&self, entries: &[Entry]) -> (usize, usize) {
        (self.0.len(), self.stand_ins(entries))
    }

    /// How many of its entries are stand-ins.
    pub(super) fn stand_ins(&self, entries: &[Entry]) -> usize {
        let own = self.0.iter().filter_map(|place| entries.get(*place));
        own.filter(|entry| entry.authority.is_stand_in()).count()
    }

    /// The conclusion that it gives; an open verdict rests on nothing yet.
    pub(super) fn conclude(&self, verdict: Verdict, entries: &[Entry]) -> Conclusion {
        let basis = self.0.iter().filter_map(|place| entries.get(*place));
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
    entries: &[Entry],
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
