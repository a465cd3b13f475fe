//! The names a book defines.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::faults::Faults;
use super::spot::Spot;
use super::{FaultKind, Thing};

/// The longest id in bytes.
const LONGEST: usize = 64;

/// Entries of one sort by id.
pub(crate) struct Table<'a, T> {
    what: Thing,
    by_id: BTreeMap<&'a str, &'a T>,
}

impl<'a, T> Table<'a, T> {
    /// The entries, each with its id; ids that cannot be used or stand twice are faults.
    pub(crate) fn new(
        what: Thing,
        entries: impl IntoIterator<Item = (&'a str, &'a T)>,
        at: &Spot<'_>,
        faults: &mut Faults,
    ) -> Self {
        let mut by_id = BTreeMap::new();
        let mut first = BTreeMap::new();
        for (index, (id, entry)) in entries.into_iter().enumerate() {
            let at = at.index(index);
            usable(id, &at, faults);
            match by_id.entry(id) {
                Entry::Vacant(vacant) => {
                    vacant.insert(entry);
                    first.insert(id, index);
                }
                Entry::Occupied(_) => repeated(what, id, (&at, first.get(id)), faults),
            }
        }
        Self { what, by_id }
    }

    /// The entry with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&'a T> {
        self.by_id.get(id).copied()
    }

    /// The entry with this id; a fault when there is none.
    pub(crate) fn resolve(&self, id: &str, at: &Spot<'_>, faults: &mut Faults) -> Option<&'a T> {
        let found = self.get(id);
        faults.need(found.is_some(), at, || FaultKind::Unresolved {
            what: self.what,
            id: id.to_owned(),
            known: self.by_id.keys().map(|id| (*id).to_owned()).collect(),
        });
        found
    }
}

fn repeated(what: Thing, id: &str, place: (&Spot<'_>, Option<&usize>), faults: &mut Faults) {
    let (at, first) = place;
    let Spot::Index(list, _) = at else { return };
    let first = list.index(first.copied().unwrap_or(0)).path();
    let id = id.to_owned();
    faults.add(&at.key("id"), || FaultKind::RepeatedId { what, id, first });
}

/// Ids are keys in a dossier and names in a report; they are kept plain.
pub(crate) fn usable(id: &str, at: &Spot<'_>, faults: &mut Faults) {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let starts = id.starts_with(|c: char| c.is_ascii_alphanumeric());
    let sound = starts && id.len() <= LONGEST && id.chars().all(plain);
    // An empty id is found as an empty text already.
    faults.need(sound || id.is_empty(), &at.key("id"), || {
        FaultKind::UnusableId {
            id: id.chars().take(LONGEST).collect(),
        }
    });
}

/// Finds ids that are not among those known.
pub(crate) fn among(
    what: Thing,
    id: &str,
    known: &[&str],
    place: (&Spot<'_>, &mut Faults),
) -> bool {
    let (at, faults) = place;
    let found = known.contains(&id);
    faults.need(found, at, || FaultKind::Unresolved {
        what,
        id: id.to_owned(),
        known: known.iter().map(|id| (*id).to_owned()).collect(),
    });
    found
}
