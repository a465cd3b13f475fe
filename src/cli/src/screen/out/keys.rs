//! The `编号` of rows.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::aside::Tree;
use crate::screen::inputs::Csv;

/// So many stand in the memory.
const MOST: usize = 1 << 17;

/// The `编号` of the rows of one roster so far, with their lines. Rosters come one after another.
pub(super) struct Keys {
    of: Option<Arc<Csv>>,
    seen: Seen,
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            of: None,
            seen: Seen::new(MOST),
        }
    }
}

impl Keys {
    /// The line of the row that has this `编号` already; else it is noted.
    pub(super) fn before(
        &mut self,
        of: &Arc<Csv>,
        (key, line): (&str, u32),
    ) -> io::Result<Option<u32>> {
        if self.of.as_ref().is_none_or(|own| !Arc::ptr_eq(own, of)) {
            self.of = Some(Arc::clone(of));
            self.seen = Seen::new(MOST);
        }
        if key.is_empty() {
            return Ok(None);
        }
        self.seen.before(key, line)
    }
}

/// Keys with the lines where they stand first: so many in the memory, the others outside.
struct Seen {
    most: usize,
    first: BTreeMap<String, u32>,
    more: Option<Tree<&'static str, u32>>,
}

impl Seen {
    fn new(most: usize) -> Self {
        Self {
            most,
            first: BTreeMap::new(),
            more: None,
        }
    }

    /// The line where a key stands already; else it is noted.
    fn before(&mut self, key: &str, line: u32) -> io::Result<Option<u32>> {
        if let Some(before) = self.first.get(key) {
            return Ok(Some(*before));
        }
        if self.first.len() < self.most {
            self.first.insert(key.to_owned(), line);
            return Ok(None);
        }
        let more = match &self.more {
            Some(more) => more,
            None => self.more.insert(Tree::new()?),
        };
        let before = more.get(key, |line| line)?;
        if before.is_none() {
            more.put([(key, line)])?;
        }
        Ok(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_known_again_wherever_it_is_kept() {
        let mut seen = Seen::new(10);
        for number in 0..1_000_u32 {
            // Neither in their order nor in that of their digits.
            let key = (number * 7_919 % 1_000).to_string();
            assert_eq!(seen.before(&key, number).ok(), Some(None), "{key}");
        }
        assert_eq!(seen.first.len(), 10);
        for number in 0..1_000_u32 {
            let key = (number * 7_919 % 1_000).to_string();
            assert_eq!(seen.before(&key, 0).ok(), Some(Some(number)), "{key}");
        }
    }
}
