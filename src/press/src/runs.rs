//! The symbol that last stood in a rare context, and for how long.

use alloc::boxed::Box;

use crate::room::room;
use crate::standing::RUNS;

/// Bits of the number of contexts that are remembered.
const BITS: u32 = 17;

/// The longest run that is counted.
const LONGEST: u8 = 60;

/// From how many on a run is not given up for one other symbol.
const LONG: u8 = 4;

/// A symbol, with how often it stood there, and the digest of the context.
#[derive(Debug, Clone, Copy, Default)]
struct Run {
    digest: u16,
    symbol: u8,
    length: u8,
}

/// What a run foresees.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Next {
    pub(crate) symbol: u8,
    /// How much it is worth, below 63; 0 when nothing is foreseen.
    pub(crate) grade: usize,
}

/// Where a context is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Slot {
    place: usize,
    digest: u16,
}

impl Slot {
    #[inline]
    pub(crate) fn of(context: u32) -> Self {
        let digest = context.wrapping_mul(0x9e37_79b1);
        Self {
            place: (digest >> (32 - BITS)) as usize,
            digest: digest as u16,
        }
    }
}

/// The runs of all contexts.
#[derive(Debug)]
pub(crate) struct Runs {
    all: Box<[[Run; RUNS]; 1 << BITS]>,
}

impl Runs {
    pub(crate) fn new() -> Self {
        Self { all: room() }
    }

    #[inline]
    pub(crate) fn foreseen(&self, slots: &[Slot; RUNS]) -> [Next; RUNS] {
        let mut next = [Next::default(); RUNS];
        for (at, slot) in slots.iter().enumerate() {
            let run = self.all[slot.place & ((1 << BITS) - 1)][at];
            next[at] = Next {
                symbol: run.symbol,
                grade: usize::from(run.length) * usize::from(run.digest == slot.digest),
            };
        }
        next
    }

    /// Goes on behind the symbol that stands there.
    #[inline]
    pub(crate) fn push(&mut self, slots: &[Slot; RUNS], symbol: u8) {
        for (at, slot) in slots.iter().enumerate() {
            let run = &mut self.all[slot.place & ((1 << BITS) - 1)][at];
            let digest = slot.digest;
            *run = match *run {
                Run {
                    digest: of,
                    symbol: last,
                    length,
                } if of == digest && last == symbol => {
                    let length = (length + 1).min(LONGEST);
                    Run {
                        digest,
                        symbol,
                        length,
                    }
                }
                Run {
                    digest: of,
                    symbol,
                    length,
                } if of == digest && length >= LONG => {
                    let length = length / 4;
                    Run {
                        digest,
                        symbol,
                        length,
                    }
                }
                _ => Run {
                    digest,
                    symbol,
                    length: 1,
                },
            };
        }
    }
}
