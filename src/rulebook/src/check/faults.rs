//! The faults found so far.

use json::Path;

use super::spot::Spot;
use super::{Fault, FaultKind};

/// The most faults that are kept.
const MOST: usize = 100;

/// Faults in the order found, each once.
#[derive(Default)]
pub(crate) struct Faults(Vec<(Path, FaultKind)>);

impl Faults {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps a fault, unless there are too many already.
    pub(crate) fn add(&mut self, at: &Spot<'_>, kind: impl FnOnce() -> FaultKind) {
        self.add_at(|| at.path(), kind);
    }

    /// Keeps a fault at a path.
    pub(crate) fn add_at(&mut self, path: impl FnOnce() -> Path, kind: impl FnOnce() -> FaultKind) {
        if self.0.len() < MOST {
            self.keep(path(), kind());
        }
    }

    /// Keeps a fault where `sound` does not hold.
    pub(crate) fn need(&mut self, sound: bool, at: &Spot<'_>, kind: impl FnOnce() -> FaultKind) {
        if !sound {
            self.add(at, kind);
        }
    }

    /// One function for all kinds of faults: it is most of what each would weigh.
    #[cold]
    #[inline(never)]
    fn keep(&mut self, path: Path, kind: FaultKind) {
        let fault = (path, kind);
        if !self.0.contains(&fault) {
            self.0.push(fault);
        }
    }

    /// The faults, each with its entry.
    pub(crate) fn into_list(self, entry: impl Fn(&Path) -> Option<String>) -> Vec<Fault> {
        let faults = self.0.into_iter();
        let faults = faults.map(|(path, kind)| Fault {
            entry: entry(&path),
            path,
            kind,
        });
        faults.collect()
    }
}
