//! The members of a JSON object, in the order given, each key once.

use core::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::Json;

/// Up to so many members are put in order one by one.
const FEW: usize = 64;

/// A JSON object. Members keep their order; two objects are equal when they have the same
/// members, in whatever order.
#[derive(Clone, Debug, Default)]
pub struct Object {
    entries: Vec<(String, Json)>,
    /// INVARIANT: each index into `entries` once, sorted by `key_order` of the keys.
    sorted: Vec<usize>,
}

impl Object {
    /// An empty object.
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
            sorted: Vec::new(),
        }
    }

    /// The object with these entries, or the index of the first one that repeats a key.
    pub(crate) fn from_entries(entries: Vec<(String, Json)>) -> Result<Self, usize> {
        if entries.len() <= FEW {
            return Self::from_few(entries);
        }
        let places: Vec<Place<'_>> = entries
            .iter()
            .enumerate()
            .map(|(index, (key, _))| Place { key, index })
            .collect();
        // A heap sorts as fast as `sort` here and is a fifth of the code.
        let places = BinaryHeap::from(places).into_sorted_vec();
        let neighbours = places.iter().zip(places.iter().skip(1));
        let repeated = neighbours
            .filter(|(a, b)| a.key == b.key)
            .map(|(_, b)| b.index)
            .min();
        if let Some(repeated) = repeated {
            return Err(repeated);
        }
        let sorted = places.iter().map(|place| place.index).collect();
        Ok(Self { entries, sorted })
    }

    /// The same, each key put in its place: quicker, while there is little to be moved.
    fn from_few(entries: Vec<(String, Json)>) -> Result<Self, usize> {
        let sorted = Vec::with_capacity(entries.len());
        let mut object = Self { entries, sorted };
        for (index, (key, _)) in object.entries.iter().enumerate() {
            match find(&object.entries, &object.sorted, key) {
                Ok(_) => return Err(index),
                Err(place) => object.sorted.insert(place, index),
            }
        }
        Ok(object)
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether there is a member with this key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.find(key).is_ok()
    }

    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&Json> {
        let index = self.sorted.get(self.find(key).ok()?)?;
        self.entries.get(*index).map(|(_, value)| value)
    }

    /// The value of `key`, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        let index = self.sorted.get(self.find(key).ok()?)?;
        self.entries.get_mut(*index).map(|(_, value)| value)
    }

    /// Sets `key` to `value`. A new key goes to the end; a known one keeps its place, and
    /// its former value is returned.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Json>) -> Option<Json> {
        self.put(key.into(), value.into())
    }

    fn put(&mut self, key: String, value: Json) -> Option<Json> {
        match self.find(&key) {
            Ok(_) => self.get_mut(&key).map(|old| core::mem::replace(old, value)),
            Err(place) => {
                self.sorted.insert(place, self.entries.len());
                self.entries.push((key, value));
                None
            }
        }
    }

    /// Takes out `key`, leaving the others in order.
    pub fn remove(&mut self, key: &str) -> Option<Json> {
        let place = self.find(key).ok()?;
        let index = self.sorted.remove(place);
        for other in &mut self.sorted {
            if *other > index {
                *other -= 1;
            }
        }
        Some(self.entries.remove(index).1)
    }

    /// The members in the order given.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        self.entries
            .iter()
            .map(|(key, value)| (key.as_str(), value))
    }

    /// The members in the order of RFC 8785, section 3.2.3.
    pub fn iter_sorted(&self) -> impl Iterator<Item = (&str, &Json)> {
        let entry = |index: &usize| self.entries.get(*index);
        self.sorted
            .iter()
            .filter_map(entry)
            .map(|(key, value)| (key.as_str(), value))
    }

    pub(crate) fn entries(&self) -> &[(String, Json)] {
        &self.entries
    }

    /// Where `key` stands in `sorted`, or where it would have to stand.
    fn find(&self, key: &str) -> Result<usize, usize> {
        find(&self.entries, &self.sorted, key)
    }
}

/// Where `key` stands among the places of entries in the order of their keys, or where it would have to stand.
fn find(entries: &[(String, Json)], sorted: &[usize], key: &str) -> Result<usize, usize> {
    sorted.binary_search_by(|index| {
        let entry = entries.get(*index);
        entry.map_or(Ordering::Less, |(other, _)| key_order(other, key))
    })
}

/// A key and where it stands, in the order of the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place<'a> {
    key: &'a str,
    index: usize,
}

impl Ord for Place<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        key_order(self.key, other.key).then(self.index.cmp(&other.index))
    }
}

impl PartialOrd for Place<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Order by UTF-16 code units, as RFC 8785 asks.
///
/// It differs from the order of the UTF-8 bytes in one point: characters beyond U+FFFF
/// (lead bytes F0 to F4) come as surrogates, before U+E000 to U+FFFF (lead bytes EE and EF).
/// No continuation byte is as high, so it is enough to move these two up.
pub(crate) fn key_order(a: &str, b: &str) -> Ordering {
    let weight = |byte: u8| {
        if matches!(byte, 0xEE | 0xEF) {
            byte + 0x10
        } else {
            byte
        }
    };
    a.bytes().map(weight).cmp(b.bytes().map(weight))
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter_sorted().eq(other.iter_sorted())
    }
}

impl Eq for Object {}

/// A later entry replaces an earlier one with the same key.
impl<K: Into<String>, V: Into<Json>> FromIterator<(K, V)> for Object {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut object = Self::new();
        for (key, value) in entries {
            object.insert(key, value);
        }
        object
    }
}

impl IntoIterator for Object {
    type Item = (String, Json);
    type IntoIter = std::vec::IntoIter<(String, Json)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}
