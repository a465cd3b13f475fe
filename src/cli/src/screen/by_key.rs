//! Values by keys, however many there are.

use std::collections::BTreeMap;
use std::io;

use redb::Value;

use super::aside::Tree;

/// So many stand in the memory.
const MOST: usize = 1 << 17;

/// Values by keys: so many in the memory, the others put aside.
pub(super) struct ByKey<V: Value + 'static> {
    most: usize,
    first: BTreeMap<String, V>,
    more: Option<Tree<&'static str, V>>,
}

impl<V: Value> Default for ByKey<V> {
    fn default() -> Self {
        Self::new(MOST)
    }
}

impl<V: Value> ByKey<V> {
    fn new(most: usize) -> Self {
        Self {
            most,
            first: BTreeMap::new(),
            more: None,
        }
    }
}

impl<V: for<'v> Value<SelfType<'v> = V> + Copy> ByKey<V> {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> io::Result<Option<V>> {
        match (self.first.get(key), &self.more) {
            (Some(value), _) => Ok(Some(*value)),
            (None, Some(more)) => more.get(key, |value| value),
            (None, None) => Ok(None),
        }
    }

    /// Gives a key a value; what it had before is gone.
    pub(super) fn put(&mut self, key: &str, value: V) -> io::Result<()> {
        if let Some(own) = self.first.get_mut(key) {
            *own = value;
            return Ok(());
        }
        if self.first.len() < self.most {
            self.first.insert(key.to_owned(), value);
            return Ok(());
        }
        let more = match &self.more {
            Some(more) => more,
            None => self.more.insert(Tree::new()?),
        };
        more.put([(key, value)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_known_again_wherever_it_is_kept() {
        let mut known = ByKey::<u32>::new(10);
        // Neither in their order nor in that of their digits.
        let key = |number: u32| (number * 7_919 % 1_000).to_string();
        for number in 0..1_000_u32 {
            assert_eq!(known.get(&key(number)).ok(), Some(None), "{number}");
            assert!(known.put(&key(number), 0).is_ok());
        }
        assert_eq!(known.first.len(), 10);
        for number in 0..1_000_u32 {
            assert_eq!(known.get(&key(number)).ok(), Some(Some(0)), "{number}");
            assert!(known.put(&key(number), number).is_ok());
        }
        assert_eq!(known.first.len(), 10);
        for number in 0..1_000_u32 {
            let found = known.get(&key(number));
            assert_eq!(found.ok(), Some(Some(number)), "{number}");
        }
    }
}
