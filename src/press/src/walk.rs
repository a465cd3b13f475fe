//! The way from the first symbol to the last, which who packs and who reads go alike.

use alloc::vec::Vec;

use crate::model::Model;
use crate::past::{Form, Past};
use crate::range::{Way, even};
use crate::standing::{self, ANY_OPERATION, Standing};
use crate::tree::Tree;
use crate::trees;

/// The most bytes that are packed together.
pub const MOST: usize = 1 << 24;

/// The most bytes of the size of a function.
const SIZE_BYTES: usize = 5;

/// Where a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// There is more to read.
    More = 0,
    /// All bytes are there.
    Done = 1,
    /// This is nothing that was packed.
    Broken = 2,
}

/// A part of the bytes: its form, and how many symbols it has.
type Part = (Form, u32);

#[derive(Debug)]
pub(crate) struct Walk {
    /// The parts to come, the next one last.
    parts: Vec<Part>,
    trees: Vec<Option<Tree>>,
    past: Past,
    model: Model,
    /// Symbols of the part at hand that are still to come, and where its body begins.
    left: u32,
    body: usize,
    size: usize,
    pub(crate) bytes: Vec<u8>,
}

impl Walk {
    /// Reads what stands before the symbols; none when that is nothing that was packed.
    pub(crate) fn begin<W: Way>(way: &mut W, size: usize) -> Option<Self> {
        if size > MOST {
            return None;
        }
        Some(Self {
            parts: parts(way, size)?,
            trees: trees::read(way)?,
            past: Past::new(),
            model: Model::new(size),
            left: 0,
            body: 0,
            size,
            bytes: Vec::with_capacity(size + 2 * SIZE_BYTES),
        })
    }

    /// Goes on for so many symbols.
    pub(crate) fn go<W: Way>(&mut self, way: &mut W, symbols: u32) -> Progress {
        for _ in 0..symbols {
            while self.left == 0 {
                let Some((form, length)) = self.parts.pop() else {
                    return self.end();
                };
                self.past.form = form;
                self.left = length;
                self.body = self.bytes.len();
            }
            self.left -= 1;
            self.step(way);
            if self.bytes.len() > self.size {
                return Progress::Broken;
            }
        }
        Progress::More
    }

    fn end(&self) -> Progress {
        if self.bytes.len() == self.size {
            Progress::Done
        } else {
            Progress::Broken
        }
    }

    fn step<W: Way>(&mut self, way: &mut W) {
        let there = |number: usize| {
            let tree = self.trees.get(number)?.as_ref()?;
            Some((number, tree))
        };
        let found = there(standing::tree(&self.past)).or_else(|| there(ANY_OPERATION));
        let Some((number, tree)) = found else {
            return;
        };
        if self.past.form == Form::Bodies && self.past.grammar.is_at_alignment() {
            self.bytes.push(0);
        }
        let standing = Standing::of(&self.past, number);
        let symbol = self.model.symbol(way, tree, &standing);
        self.bytes.push(symbol);
        if self.past.push(symbol) {
            self.sized();
        }
    }

    /// Writes the size of a body before it: LEB128.
    #[inline(never)]
    fn sized(&mut self) {
        let (from, to) = (self.body, self.bytes.len());
        let (mut digits, mut count) = ([0_u8; SIZE_BYTES], 0);
        let mut rest = to - from;
        for digit in &mut digits {
            *digit = (rest & 0x7f) as u8;
            rest >>= 7;
            count += 1;
            if rest == 0 {
                break;
            }
            *digit |= 0x80;
        }
        let digits = digits.get(..count).unwrap_or_default();
        self.bytes.extend(digits);
        self.bytes.copy_within(from..to, from + count);
        if let Some(place) = self.bytes.get_mut(from..from + count) {
            place.copy_from_slice(digits);
        }
        self.body = self.bytes.len();
    }
}

/// The parts, the next one last.
#[inline(never)]
fn parts<W: Way>(way: &mut W, size: usize) -> Option<Vec<Part>> {
    let count = even(way);
    let mut parts = Vec::with_capacity(usize::from(count));
    let mut all = 0_u64;
    for _ in 0..count {
        let form = match even(way) {
            0 => Form::Plain,
            1 => Form::Data,
            2 => Form::Text,
            3 => Form::Bodies,
            _ => return None,
        };
        let length = u32::from_le_bytes([even(way), even(way), even(way), even(way)]);
        all += u64::from(length);
        parts.push((form, length));
    }
    parts.reverse();
    (all <= size as u64).then_some(parts)
}
