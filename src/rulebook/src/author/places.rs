//! Where the parts of a book stand in its files.

use std::collections::BTreeMap;

use json::{Path, Step};

use crate::Place;

/// The places of the parts of a value: of a key's value at the key, of an item at the item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The whole.
    pub(super) place: Place,
    /// The parts, by key or by index in decimal digits.
    parts: BTreeMap<String, Self>,
}

impl Places {
    /// A place without parts.
    pub(super) fn new(place: Place) -> Self {
        Self {
            place,
            parts: BTreeMap::new(),
        }
    }

    /// The place of a part, or of the nearest one around it.
    pub fn find(&self, path: &Path) -> Place {
        let mut places = self;
        for step in path.steps() {
            let part = match step {
                Step::Key(key) => places.parts.get(key),
                Step::Index(index) => places.parts.get(&index.to_string()),
            };
            let Some(part) = part else { break };
            places = part;
        }
        places.place.clone()
    }

    /// The places of a key's value.
    pub(super) fn put_key(&mut self, key: &str, places: Self) {
        self.parts.insert(key.to_owned(), places);
    }

    /// The places of an item.
    pub(super) fn put_index(&mut self, index: usize, places: Self) {
        self.parts.insert(index.to_string(), places);
    }

    /// The places of a key's value, to add to.
    pub(super) fn part_mut(&mut self, key: &str) -> Option<&mut Self> {
        self.parts.get_mut(key)
    }

    /// The parts by key.
    pub(super) fn into_parts(self) -> BTreeMap<String, Self> {
        self.parts
    }
}
