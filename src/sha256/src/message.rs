//! A message whose SHA-256 is being taken.

use sha2::compress256;
use sha2::digest::generic_array::GenericArray;

use crate::{Block, State};

/// FIPS 180-4, 5.3.3.
const INITIAL: State = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// A message whose SHA-256 is being taken: as far as it has come.
#[derive(Debug, Clone)]
pub struct Message {
    pub(crate) state: State,
    /// The beginning of a block, shorter than one.
    tail: Vec<u8>,
    /// Bytes so far.
    length: u64,
}

impl Default for Message {
    fn default() -> Self {
        Self {
            state: INITIAL,
            tail: Vec::new(),
            length: 0,
        }
    }
}

impl Message {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        let (blocks, rest) = self.begin(bytes);
        self.alone(blocks);
        self.keep(rest);
    }

    /// The SHA-256 of the message.
    pub fn finish(mut self) -> [u8; 32] {
        // FIPS 180-4, 5.1.1: a bit, zeros, and the length in bits.
        let bits = self.length.wrapping_mul(8).to_be_bytes();
        let mut end = std::mem::take(&mut self.tail);
        end.push(0x80);
        let room = end.len().saturating_add(bits.len()).next_multiple_of(64);
        end.resize(room.saturating_sub(bits.len()), 0);
        end.extend_from_slice(&bits);
        self.alone(end.as_chunks().0);
        let mut digest = [0; 32];
        for (bytes, word) in digest.as_chunks_mut().0.iter_mut().zip(self.state) {
            *bytes = word.to_be_bytes();
        }
        digest
    }

    /// Completes the block that was begun; gives the whole blocks that follow, and what begins the next one.
    pub(crate) fn begin<'a>(&mut self, bytes: &'a [u8]) -> (&'a [Block], &'a [u8]) {
        self.length = self.length.saturating_add(bytes.len() as u64);
        let mut rest = bytes;
        if !self.tail.is_empty() {
            let missing = size_of::<Block>().saturating_sub(self.tail.len());
            let (end, after) = bytes.split_at(missing.min(bytes.len()));
            self.tail.extend_from_slice(end);
            rest = after;
            if let Ok(block) = Block::try_from(self.tail.as_slice()) {
                self.tail.clear();
                self.alone(&[block]);
            }
        }
        rest.as_chunks()
    }

    /// Digests whole blocks.
    pub(crate) fn alone(&mut self, blocks: &[Block]) {
        for block in blocks {
            let block = GenericArray::from_slice(block);
            compress256(&mut self.state, std::slice::from_ref(block));
        }
    }

    /// Keeps what begins the next block.
    pub(crate) fn keep(&mut self, rest: &[u8]) {
        self.tail.extend_from_slice(rest);
    }
}
