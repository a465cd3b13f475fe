//! Sufficient reasons: the entries of the book that suffice for a verdict.

use std::sync::Arc;

use rulebook::{Authority, SeasonDay};

use crate::Verdict;
use crate::program::{CDateRule, Entry, Program, each, insert};
use crate::result::Conclusion;

/// Bits in a word.
const WIDTH: usize = 64;

/// How many words are kept without asking for memory: most books have no more entries.
const NEAR: usize = 4;

/// The entries of a book in one season: the cut-off day has the authority that the season gives it.
#[derive(Clone, Debug)]
pub(crate) struct Entries {
    authority: Authority,
    locator: String,
    list: Vec<Arc<Entry>>,
    /// Those that are stand-ins.
    stand_ins: Reason,
}

impl Entries {
    /// Those of a season; most dossiers are judged in the same season as the one before.
    pub(super) fn of(program: &Program, season: &SeasonDay) -> Arc<Self> {
        let kept = program
            .kept_entries
            .get_or_init(|| Arc::new(Self::new(program, season)));
        let same = kept.authority == season.authority && kept.locator == season.locator;
        if same {
            Arc::clone(kept)
        } else {
            Arc::new(Self::new(program, season))
        }
    }

    fn new(program: &Program, season: &SeasonDay) -> Self {
        let mut list = program.entries.clone();
        let dates = program.dates.iter();
        let cut_offs = dates.filter(|date| matches!(date.rule, CDateRule::CutOff));
        for date in cut_offs {
            if let Some(entry) = list.get_mut(date.entry) {
                let entry = Arc::make_mut(entry);
                entry.authority = season.authority;
                entry.locator.clone_from(&season.locator);
            }
        }
        let places = list.iter().enumerate();
        let stand_ins = places.filter(|(_, entry)| entry.authority.is_stand_in());
        Self {
            authority: season.authority,
            locator: season.locator.clone(),
            stand_ins: stand_ins.fold(Reason::default(), |all, (place, _)| all.with(place)),
            list,
        }
    }
}

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
        if let Some(place) = self.near.get_mut(word) {
            *place |= bit;
            return self;
        }
        let far = word.saturating_sub(NEAR);
        if far >= self.far.len() {
            self.far.resize(far.saturating_add(1), 0);
        }
        if let Some(place) = self.far.get_mut(far) {
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
        for (place, bits) in self.near.iter_mut().zip(&other.near) {
            *place |= bits;
        }
        for (place, bits) in self.far.iter_mut().zip(&other.far) {
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
    pub(super) fn rank(&self, entries: &Entries) -> (u32, u32) {
        (self.common(self), self.stand_ins(entries))
    }

    /// How many of its entries are stand-ins.
    pub(super) fn stand_ins(&self, entries: &Entries) -> u32 {
        self.common(&entries.stand_ins)
    }

    /// How many entries both have.
    fn common(&self, other: &Self) -> u32 {
        let bits = |(own, other): (&u64, &u64)| (own & other).count_ones();
        let near: u32 = self.near.iter().zip(&other.near).map(bits).sum();
        let far: u32 = self.far.iter().zip(&other.far).map(bits).sum();
        near.saturating_add(far)
    }

    /// The conclusion that it gives; an open verdict rests on nothing yet.
    pub(super) fn conclude(&self, verdict: Verdict, entries: &Entries) -> Conclusion {
        let basis = self.places().filter_map(|place| entries.list.get(place));
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
    entries: &Entries,
) -> Vec<usize> {
    if count == usize::MAX {
        return reasons.map(|(place, _)| place).collect();
    }
    if count == 1 {
        // The first among equals, as below.
        let best = reasons.min_by_key(|(_, reason)| reason.rank(entries));
        return best.into_iter().map(|(place, _)| place).collect();
    }
    let mut sorted: Vec<((u32, u32), usize)> = Vec::new();
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
