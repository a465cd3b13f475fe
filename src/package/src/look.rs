//! What a file is by its bytes, not by its name; and whether its end is there.
//!
//! The first and last bytes are enough, so that a browser can look at a file
//! of any size, and a reader of packages at stored evidence.

mod jpeg;
mod kind;
mod zip;

pub use kind::{FileKind, expected};

/// Most bytes of a file's beginning that are looked at.
pub const HEAD: usize = 64 << 10;
/// Most bytes of a file's end that are looked at: the end record of a zip with
/// the longest comment lies in them.
pub const TAIL: usize = 66 << 10;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// What its first bytes say.
    pub kind: FileKind,
    /// Whether the end that its kind must have is there; kinds without one are
    /// taken as whole.
    pub whole: bool,
}

/// The beginning and the end of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Peek {
    size: u64,
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Peek {
    /// Nothing seen yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A file of this size that begins and ends so. Shorter files than [`HEAD`]
    /// and [`TAIL`] come whole in both.
    pub fn of(size: u64, head: Vec<u8>, tail: Vec<u8>) -> Self {
        Self { size, head, tail }
    }

    /// Takes the next piece of a file that is read through.
    pub fn update(&mut self, bytes: &[u8]) {
        self.size = self.size.saturating_add(bytes.len() as u64);
        let room = HEAD.saturating_sub(self.head.len());
        let beginning = bytes.get(..room.min(bytes.len()));
        self.head.extend_from_slice(beginning.unwrap_or(bytes));
        let skipped = bytes.len().saturating_sub(TAIL);
        let end = bytes.get(skipped..).unwrap_or(bytes);
        let beyond = self.tail.len().saturating_add(end.len());
        let beyond = beyond.saturating_sub(TAIL).min(self.tail.len());
        self.tail.drain(..beyond);
        self.tail.extend_from_slice(end);
    }

    /// What the file is.
    pub fn look(&self) -> Look {
        let kind = kind::of(&self.head, &self.tail);
        Look {
            kind,
            whole: self.size > 0 && self.is_whole(kind),
        }
    }

    /// Whether the end that a kind must have is there.
    fn is_whole(&self, kind: FileKind) -> bool {
        let within = |most: usize, mark: &[u8]| {
            let from = self.tail.len().saturating_sub(most);
            let end = self.tail.get(from..).unwrap_or(&self.tail);
            end.windows(mark.len()).any(|window| window == mark)
        };
        match kind {
            // ISO 32000-1, 7.5.5 and Annex H: readers look for it in the last 1024 bytes.
            FileKind::Pdf => within(1024, b"%%EOF"),
            FileKind::Jpeg => jpeg::is_whole(self.size, &self.head, &self.tail),
            // ISO/IEC 15948, 11.2.5: the last chunk, empty, with its CRC.
            FileKind::Png => within(TAIL, b"\0\0\0\0IEND\xae\x42\x60\x82"),
            // GIF89a, 27: the trailer.
            FileKind::Gif => within(16, b";"),
            FileKind::Bmp => self.declares(2, 0),
            FileKind::Webp => self.declares(4, 8),
            FileKind::Zip | FileKind::Ofd | FileKind::Docx | FileKind::Xlsx | FileKind::Pptx => {
                zip::is_whole(&self.tail)
            }
            _ => true,
        }
    }

    /// Whether a file is as long as the 32 bits at `at` of its beginning say,
    /// and `besides` more.
    fn declares(&self, at: usize, besides: u64) -> bool {
        let size = self.head.get(at..).and_then(<[u8]>::first_chunk::<4>);
        size.is_some_and(|size| {
            let size = u64::from(u32::from_le_bytes(*size));
            size.saturating_add(besides) <= self.size
        })
    }
}

#[cfg(test)]
mod tests;
