//! From a path back to line and column.

use super::{Position, Reader};
use crate::{DEPTH_LIMIT, Path, Step};

/// Where in the text `bytes` the part of the value at `path` stands: a member at its key,
/// an item at its value. `None` when the text has no such part.
///
/// Values do not carry their places; this looks for one when a fault is to be shown.
pub fn locate(bytes: &[u8], path: &Path) -> Option<Position> {
    let mut reader = Reader::new(bytes).ok()?;
    reader.skip_space();
    let mut place = reader.place;
    for step in path.steps() {
        reader.skip_space();
        place = match step {
            Step::Key(key) => reader.go_to_member(key)?,
            Step::Index(index) => reader.go_to_item(*index)?,
        };
    }
    reader.peek()?;
    Some(Position::after(reader.text.get(..place)?))
}

impl Reader<'_> {
    /// Goes to the value of `key` and returns the place of the key.
    fn go_to_member(&mut self, key: &str) -> Option<usize> {
        let mut before = b'{';
        while self.skip(before) {
            self.skip_space();
            let place = self.place;
            if self.key().ok()? == key {
                return Some(place);
            }
            self.step_over()?;
            before = b',';
        }
        None
    }

    /// Goes to the item `index` and returns its place.
    fn go_to_item(&mut self, index: usize) -> Option<usize> {
        let mut before = b'[';
        for _ in 0..index {
            if !self.skip(before) {
                return None;
            }
            self.step_over()?;
            before = b',';
        }
        if !self.skip(before) {
            return None;
        }
        self.skip_space();
        (self.peek()? != b']').then_some(self.place)
    }

    fn step_over(&mut self) -> Option<()> {
        self.value(DEPTH_LIMIT).ok()?;
        self.skip_space();
        Some(())
    }
}
