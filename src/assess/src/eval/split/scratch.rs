//! Room for judging one dossier after another.

use super::goal::Seen;
use crate::Verdict;
use crate::eval::case::Room;
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
    pub(super) room: Room,
    /// The room of what is judged by three-valued logic alone.
    pub(in crate::eval) plain: Room,
}
