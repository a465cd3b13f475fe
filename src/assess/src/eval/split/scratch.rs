//! Room for judging one dossier after another.

use super::filled::Filled;
use super::goal::Seen;
use crate::Verdict;
use crate::eval::case::{Case, Room};
use crate::subject::Subject;

/// What judging needs beside the dossier; made once, it is used again for every dossier, which
/// may be of another engine.
#[derive(Default)]
pub struct Scratch {
    /// The answers as far as the present branch has them.
    pub(super) subject: Subject,
    /// Records that this branch has added, by list.
    pub(super) added: Vec<usize>,
    /// By goal.
    pub(in crate::eval) seen: Vec<Seen>,
    /// By node, what is settled for every completion.
    pub(super) settled: Vec<Option<Verdict>>,
    /// By node, what was judged last.
    pub(in crate::eval) verdicts: Vec<Verdict>,
    pub(super) measures: Vec<i64>,
    pub(super) filled: Filled,
    pub(super) room: Room,
    /// The room of a completion that speaks against verdicts in later seasons.
    pub(super) against: Room,
    /// Whether a bound was hit.
    pub(in crate::eval) bounded: bool,
    /// The room of what is judged by three-valued logic alone, in the present season and in later ones.
    pub(in crate::eval) plain: Room,
}

impl Scratch {
    /// Whether what was judged last hit a bound: verdicts may be open then that could be settled.
    pub const fn is_bounded(&self) -> bool {
        self.bounded
    }

    /// Notes what three-valued logic settles of some nodes.
    pub(super) fn note(&mut self, case: &Case<'_>, nodes: impl Iterator<Item = usize>) {
        let count = case.program.flat.nodes.len();
        self.settled.clear();
        self.settled.resize(count, None);
        self.verdicts.clear();
        self.verdicts.resize(count, Verdict::Open);
        self.measures.resize(count, 0);
        for at in nodes {
            let verdict = case.verdict(at);
            if let Some(place) = self.verdicts.get_mut(at) {
                *place = verdict;
            }
            if let Some(settled) = self.settled.get_mut(at) {
                *settled = (!verdict.is_open()).then_some(verdict);
            }
        }
    }
}
