//! The checksum by the instructions of the processor at hand.

use crc32fast::Hasher;

/// Running checksum.
#[derive(Debug, Clone, Default)]
pub struct Crc32(Hasher);

impl Crc32 {
    /// A checksum that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The checksum of all bytes.
    pub fn finish(self) -> u32 {
        self.0.finalize()
    }
}
