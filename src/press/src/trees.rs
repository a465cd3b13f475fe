//! The trees as they stand before the symbols.
//!
//! Each begins with a byte, 1 where it is there. Then for each of 256 symbols there is a turn that says whether it is in
//! the tree, foreseen from the two symbols before it, and four more with its depth, foreseen from the depth before.

use alloc::vec::Vec;

use crate::counters::{self, NEW};
use crate::range::{Way, even};
use crate::standing::TREES;
use crate::tree::Tree;

/// All trees, by their numbers; none when one of them is none.
#[inline(never)]
pub(crate) fn read<W: Way>(way: &mut W) -> Option<Vec<Option<Tree>>> {
    let mut depths = Depths {
        there: [NEW; 4],
        given: [[NEW; 16]; 16],
    };
    let mut trees = Vec::with_capacity(TREES);
    for _ in 0..TREES {
        trees.push(match even(way) {
            0 => None,
            _ => Some(Tree::of(&depths.next(way))?),
        });
    }
    Some(trees)
}

/// How likely depths are.
struct Depths {
    /// That a symbol is there.
    there: [u16; 4],
    /// The bits of a depth.
    given: [[u16; 16]; 16],
}

impl Depths {
    fn next<W: Way>(&mut self, way: &mut W) -> [u8; 256] {
        let mut depths = [0; 256];
        let (mut before, mut last) = (0, 0);
        for depth in &mut depths {
            let there = turn(way, &mut self.there[before & 3], |next| next > 0);
            before = before << 1 | usize::from(there);
            if there {
                last = self.depth(way, last);
                *depth = last as u8;
            }
            way.arrived();
        }
        depths
    }

    fn depth<W: Way>(&mut self, way: &mut W, last: usize) -> usize {
        let mut node = 1;
        for bit in (0..4).rev() {
            let counter = &mut self.given[last & 15][node & 15];
            let one = turn(way, counter, |next| next >> bit & 1 == 1);
            node = node << 1 | usize::from(one);
        }
        node & 15
    }
}

#[inline(never)]
fn turn<W: Way>(way: &mut W, counter: &mut u16, wanted: impl FnOnce(u8) -> bool) -> bool {
    let chance = (u32::from(counters::chance(*counter)) << 4).clamp(64, 65_472);
    let one = way.turn(chance, wanted);
    *counter = counters::counted(*counter, one);
    one
}
