//! What came behind the last place that was like this one.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem;

use crate::room::room;

/// Symbols that must be alike before a place is followed.
const SHORTEST: usize = 8;

/// The longest likeness that is looked at, and the longest that is told from longer ones.
const LOOKED_AT: usize = 32;
const LONGEST: usize = 390;

/// Bits of the number of places that are remembered.
const BITS: u32 = 16;

/// A symbol that is foreseen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Foreseen {
    pub(crate) symbol: u8,
    /// How many symbols before it are alike, from 1.
    pub(crate) length: usize,
}

impl Foreseen {
    /// How much the likeness is worth, below 63.
    #[inline]
    pub(crate) fn grade(self) -> usize {
        if self.length < 16 {
            self.length
        } else {
            14 + self.length / 8
        }
    }
}

/// The symbols so far, and the place that is followed.
#[derive(Debug)]
pub(crate) struct Repeats {
    past: Vec<u8>,
    /// Behind which place the last symbols, by their digest, were seen before.
    places: Box<[u32; 1 << BITS]>,
    followed: usize,
    length: usize,
}

impl Repeats {
    pub(crate) fn new(size: usize) -> Self {
        Self {
            past: Vec::with_capacity(size),
            places: room(),
            followed: 0,
            length: 0,
        }
    }

    /// The symbol to come.
    #[inline]
    pub(crate) fn foreseen(&self) -> Option<Foreseen> {
        let symbol = *self.past.get(self.followed)?;
        let length = self.length;
        (length > 0).then_some(Foreseen { symbol, length })
    }

    /// Goes on behind a symbol. What goes on for long is remembered from where it was first.
    #[inline]
    pub(crate) fn push(&mut self, symbol: u8) {
        if self.length > 0 && self.past.get(self.followed) == Some(&symbol) {
            self.length = (self.length + 1).min(LONGEST);
            self.followed += 1;
        } else {
            self.length = 0;
        }
        self.past.push(symbol);
        if self.length >= LOOKED_AT {
            return;
        }
        let Some(last) = self.past.last_chunk::<SHORTEST>() else {
            return;
        };
        let digest = u64::from_le_bytes(*last).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let place = &mut self.places[(digest >> (64 - BITS)) as usize & ((1 << BITS) - 1)];
        let seen = mem::replace(place, self.past.len() as u32) as usize;
        if self.length == 0 && seen > 0 {
            self.follow(seen);
        }
    }

    /// Follows from a place, when enough before it is alike.
    #[inline(never)]
    fn follow(&mut self, seen: usize) {
        let before = self.past.get(..seen).unwrap_or_default();
        let alike = before.iter().rev().zip(self.past.iter().rev());
        let alike = alike
            .take(LOOKED_AT)
            .take_while(|(one, other)| one == other);
        let length = alike.count();
        if length >= SHORTEST {
            (self.followed, self.length) = (seen, length);
        }
    }
}
