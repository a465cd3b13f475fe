//! The names a book defines.

use super::faults::Faults;
use super::spot::Spot;
use super::{FaultKind, Thing};

/// The longest id in bytes.
const LONGEST: usize = 64;

/// The ids of entries of one sort.
pub(crate) struct Names<'a> {
    what: Thing,
    /// Each id once, with the index of its first entry. INVARIANT: sorted by id.
    sorted: Vec<(&'a str, usize)>,
}

impl<'a> Names<'a> {
    /// The ids of entries, in their order; ids that cannot be used or stand twice are faults.
    #[inline(never)]
    pub(crate) fn new(what: Thing, ids: Vec<&'a str>, at: &Spot<'_>, faults: &mut Faults) -> Self {
        let sorted = Vec::with_capacity(ids.len());
        let mut names = Self { what, sorted };
        for (index, id) in ids.into_iter().enumerate() {
            let at = at.index(index);
            usable(id, &at, faults);
            match names.find(id) {
                Err(place) => names.sorted.insert(place, (id, index)),
                Ok(place) => {
                    let first = names.sorted.get(place).map(|(_, first)| first);
                    repeated(what, id, (&at, first), faults);
                }
            }
        }
        names
    }

    /// The index of the entry with this id; a fault when there is none.
    #[inline(never)]
    fn resolve(&self, id: &str, at: &Spot<'_>, faults: &mut Faults) -> Option<usize> {
        let found = self.index(id);
        faults.need(found.is_some(), at, || FaultKind::Unresolved {
            what: self.what,
            id: id.to_owned(),
            known: self.sorted.iter().map(|(id, _)| (*id).to_owned()).collect(),
        });
        found
    }

    #[inline(never)]
    fn index(&self, id: &str) -> Option<usize> {
        let place = self.find(id).ok()?;
        self.sorted.get(place).map(|(_, index)| *index)
    }

    /// Where an id stands, or where it would have to stand.
    fn find(&self, id: &str) -> Result<usize, usize> {
        self.sorted.binary_search_by(|(other, _)| (*other).cmp(id))
    }
}

/// Entries of one sort by id.
pub(crate) struct Table<'a, T> {
    names: Names<'a>,
    entries: &'a [T],
}

impl<'a, T> Table<'a, T> {
    /// The entries, which have these names.
    pub(crate) fn new(names: Names<'a>, entries: &'a [T]) -> Self {
        Self { names, entries }
    }

    /// The entry with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&'a T> {
        self.entries.get(self.names.index(id)?)
    }

    /// The entry with this id; a fault when there is none.
    pub(crate) fn resolve(&self, id: &str, at: &Spot<'_>, faults: &mut Faults) -> Option<&'a T> {
        self.entries.get(self.names.resolve(id, at, faults)?)
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
#[inline(never)]
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
#[inline(never)]
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
