//! What a reader is willing to take.

use crate::name::Unicode;

/// Limits and helpers of a reader.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Most entries.
    pub entries: u64,
    /// Most bytes of the central directory: it alone is held in memory.
    pub directory: u64,
    /// Most bytes of all entries, expanded.
    pub expanded: u64,
    /// How many times its own length an archive may expand to, once it
    /// expands beyond [`Options::free`].
    pub ratio: u64,
    /// Expanded bytes for which no ratio is asked.
    pub free: u64,
    /// What Unicode says of letters.
    pub unicode: Unicode,
    /// Decodes a name that is neither marked as UTF-8 nor valid UTF-8, as old
    /// Windows tools write it (GBK in China). None refuses the name.
    pub legacy: fn(&[u8]) -> Option<String>,
}

impl Options {
    /// The stated limits: 10,000 entries, 4 GiB expanded, a directory of
    /// 16 MiB, 250-fold expansion beyond 64 MiB; old name encodings refused.
    pub fn new(unicode: Unicode) -> Self {
        Self {
            entries: 10_000,
            directory: 16 << 20,
            expanded: 4 << 30,
            ratio: 250,
            free: 64 << 20,
            unicode,
            legacy: |_| None,
        }
    }
}
