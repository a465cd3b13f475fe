//! Turns with their chances, as bytes: a binary arithmetic coder.
//!
//! The interval from `low` to `high`, 32 bits each, is parted by each turn as its chance says; bytes that both ends share
//! are done. The reader holds four bytes of the stream beside it, and reads zeros behind the end.

use alloc::vec::Vec;

/// Chances have 16 bits: that of a turn to one, of 65,536.
pub(crate) const CHANCE_BITS: u32 = 16;

/// Who decides the turns: a stream that is read, or what is packed.
pub(crate) trait Way {
    /// The next turn. Whoever packs takes the one that leads to its next symbol.
    fn turn(&mut self, chance: u32, wanted: impl FnOnce(u8) -> bool) -> bool;

    /// A symbol is done.
    fn arrived(&mut self);
}

/// The interval.
#[derive(Debug, Clone, Copy)]
struct Interval {
    low: u32,
    high: u32,
}

impl Interval {
    const ALL: Self = Self {
        low: 0,
        high: u32::MAX,
    };

    /// Where the part of ones ends.
    const fn middle(self, chance: u32) -> u32 {
        let width = self.high - self.low;
        self.low + (width >> CHANCE_BITS) * chance + (((width & 0xffff) * chance) >> CHANCE_BITS)
    }

    const fn take(&mut self, one: bool, middle: u32) {
        if one {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// The byte that both ends share, taken out.
    const fn shared(&mut self) -> Option<u8> {
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        let byte = self.low.to_be_bytes()[0];
        self.low <<= 8;
        self.high = self.high << 8 | 255;
        Some(byte)
    }
}

/// A byte of which nothing is foreseen.
#[inline(never)]
pub(crate) fn even<W: Way>(way: &mut W) -> u8 {
    let mut byte = 0;
    for bit in (0..8).rev() {
        let one = way.turn(1 << (CHANCE_BITS - 1), |next| next >> bit & 1 == 1);
        byte = byte << 1 | u8::from(one);
    }
    way.arrived();
    byte
}

/// A stream that is read.
#[derive(Debug)]
pub(crate) struct Stream {
    bytes: Vec<u8>,
    at: usize,
    interval: Interval,
    four: u32,
}

impl Stream {
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        let mut stream = Self {
            bytes,
            at: 0,
            interval: Interval::ALL,
            four: 0,
        };
        for _ in 0..4 {
            stream.more();
        }
        stream
    }

    fn more(&mut self) {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        self.four = self.four << 8 | u32::from(byte);
    }
}

impl Way for Stream {
    #[inline]
    fn turn(&mut self, chance: u32, _: impl FnOnce(u8) -> bool) -> bool {
        let middle = self.interval.middle(chance);
        let one = self.four <= middle;
        self.interval.take(one, middle);
        while self.interval.shared().is_some() {
            self.more();
        }
        one
    }

    #[inline]
    fn arrived(&mut self) {}
}

#[cfg(feature = "writer")]
pub(crate) use writing::Writing;

#[cfg(feature = "writer")]
mod writing {
    use alloc::vec::Vec;

    use super::{Interval, Way};

    /// Symbols that are packed.
    #[derive(Debug)]
    pub(crate) struct Writing<'a> {
        symbols: &'a [u8],
        interval: Interval,
        bytes: Vec<u8>,
    }

    impl<'a> Writing<'a> {
        pub(crate) const fn of(symbols: &'a [u8]) -> Self {
            Self {
                symbols,
                interval: Interval::ALL,
                bytes: Vec::new(),
            }
        }

        /// What has been written, with what the last turns need. Zeros at the end are left out: that is what a reader
        /// reads there.
        pub(crate) fn finish(mut self) -> Vec<u8> {
            // The lowest of all that lies within the interval.
            self.bytes.extend(self.interval.low.to_be_bytes());
            while self.bytes.last() == Some(&0) {
                self.bytes.pop();
            }
            self.bytes
        }
    }

    impl Way for Writing<'_> {
        fn turn(&mut self, chance: u32, wanted: impl FnOnce(u8) -> bool) -> bool {
            let one = self.symbols.first().is_some_and(|next| wanted(*next));
            let middle = self.interval.middle(chance);
            self.interval.take(one, middle);
            while let Some(byte) = self.interval.shared() {
                self.bytes.push(byte);
            }
            one
        }

        fn arrived(&mut self) {
            self.symbols = self.symbols.get(1..).unwrap_or_default();
        }
    }
}
