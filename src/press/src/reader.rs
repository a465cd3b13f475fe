//! What is packed, read piece by piece.

use alloc::vec::Vec;

use crate::range::Stream;
use crate::walk::{Progress, Walk};

/// A reader of packed bytes, which gives time back when it is asked to.
#[derive(Debug)]
pub struct Reader {
    stream: Stream,
    walk: Walk,
}

impl Reader {
    /// Begins to read packed bytes that hold so many; none when they are nothing that was packed, or more than
    /// [`MOST`](crate::MOST).
    pub fn new(packed: Vec<u8>, size: usize) -> Option<Self> {
        let mut stream = Stream::of(packed);
        let walk = Walk::begin(&mut stream, size)?;
        Some(Self { stream, walk })
    }

    /// Reads at most so many symbols; a symbol is one byte, in functions sometimes two.
    pub fn read(&mut self, symbols: u32) -> Progress {
        self.walk.go(&mut self.stream, symbols)
    }

    /// The bytes so far. They are what was packed only when the reading is [`Progress::Done`].
    pub fn bytes(&self) -> &[u8] {
        &self.walk.bytes
    }
}
