//! Four blocks at once, one in each lane of a vector; the names are those of FIPS 180-4, 6.2.2.
//!
//! The loop stays a loop: unrolled it is larger and no quicker.
#![allow(clippy::many_single_char_names, reason = "the standard's names")]
#![allow(
    clippy::indexing_slicing,
    reason = "eight words of a state, sixteen of a block: no place is beyond them"
)]

#[cfg(not(target_arch = "wasm32"))]
mod plain;
#[cfg(target_arch = "wasm32")]
mod vector;

use crate::{Block, State};
#[cfg(not(target_arch = "wasm32"))]
use plain::Words;
#[cfg(target_arch = "wasm32")]
use vector::Words;

/// FIPS 180-4, 4.2.2.
const ROUNDS: [[u32; 16]; 4] = [
    [
        0x428a_2f98,
        0x7137_4491,
        0xb5c0_fbcf,
        0xe9b5_dba5,
        0x3956_c25b,
        0x59f1_11f1,
        0x923f_82a4,
        0xab1c_5ed5,
        0xd807_aa98,
        0x1283_5b01,
        0x2431_85be,
        0x550c_7dc3,
        0x72be_5d74,
        0x80de_b1fe,
        0x9bdc_06a7,
        0xc19b_f174,
    ],
    [
        0xe49b_69c1,
        0xefbe_4786,
        0x0fc1_9dc6,
        0x240c_a1cc,
        0x2de9_2c6f,
        0x4a74_84aa,
        0x5cb0_a9dc,
        0x76f9_88da,
        0x983e_5152,
        0xa831_c66d,
        0xb003_27c8,
        0xbf59_7fc7,
        0xc6e0_0bf3,
        0xd5a7_9147,
        0x06ca_6351,
        0x1429_2967,
    ],
    [
        0x27b7_0a85,
        0x2e1b_2138,
        0x4d2c_6dfc,
        0x5338_0d13,
        0x650a_7354,
        0x766a_0abb,
        0x81c2_c92e,
        0x9272_2c85,
        0xa2bf_e8a1,
        0xa81a_664b,
        0xc24b_8b70,
        0xc76c_51a3,
        0xd192_e819,
        0xd699_0624,
        0xf40e_3585,
        0x106a_a070,
    ],
    [
        0x19a4_c116,
        0x1e37_6c08,
        0x2748_774c,
        0x34b0_bcb5,
        0x391c_0cb3,
        0x4ed8_aa4a,
        0x5b9c_ca4f,
        0x682e_6ff3,
        0x748f_82ee,
        0x78a5_636f,
        0x84c8_7814,
        0x8cc7_0208,
        0x90be_fffa,
        0xa450_6ceb,
        0xbef9_a3f7,
        0xc671_78f2,
    ],
];

/// Digests as many blocks of each message as all of them have.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub(crate) fn compress(states: &mut [State; 4], blocks: [&[Block]; 4]) {
    let mut sides = words::<8>(|word| states.map(|state| state[word]));
    let [a, b, c, d] = blocks;
    for (((a, b), c), d) in a.iter().zip(b).zip(c).zip(d) {
        step(&mut sides, [a, b, c, d]);
    }
    for (word, side) in sides.into_iter().enumerate() {
        for (state, value) in states.iter_mut().zip(side.lanes()) {
            state[word] = value;
        }
    }
}

/// FIPS 180-4, 6.2.2.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn step(states: &mut [Words; 8], blocks: [&Block; 4]) {
    let mut schedule =
        words::<16>(|word| blocks.map(|block| u32::from_be_bytes(block.as_chunks().0[word])));
    let mut state = *states;
    for (part, constants) in ROUNDS.iter().enumerate() {
        for (at, &constant) in constants.iter().enumerate() {
            if part > 0 {
                schedule[at] = scheduled(&schedule, at);
            }
            state = round(state, schedule[at].plus(Words::all(constant)));
        }
    }
    for (sum, word) in states.iter_mut().zip(state) {
        *sum = sum.plus(word);
    }
}

/// The word that stands sixteen further on than the one at a place.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
#[inline]
fn scheduled(schedule: &[Words; 16], at: usize) -> Words {
    let ahead = |by: usize| schedule[(at + by) % 16];
    let (near, far) = (ahead(1), ahead(14));
    let first = near
        .turned::<7>()
        .xor(near.turned::<18>())
        .xor(near.down(3));
    let second = far.turned::<17>().xor(far.turned::<19>()).xor(far.down(10));
    ahead(0).plus(first).plus(ahead(9)).plus(second)
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
#[inline]
fn round([a, b, c, d, e, f, g, h]: [Words; 8], scheduled: Words) -> [Words; 8] {
    let sum = e.turned::<6>().xor(e.turned::<11>()).xor(e.turned::<25>());
    let choice = g.xor(e.and(f.xor(g)));
    let first = h.plus(sum).plus(choice).plus(scheduled);
    let sum = a.turned::<2>().xor(a.turned::<13>()).xor(a.turned::<22>());
    let majority = a.and(b).or(c.and(a.or(b)));
    let second = sum.plus(majority);
    [first.plus(second), a, b, c, d.plus(first), e, f, g]
}

/// Words, each made of one of every lane.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
#[inline]
fn words<const COUNT: usize>(lanes: impl Fn(usize) -> [u32; 4]) -> [Words; COUNT] {
    let mut words = [Words::all(0); COUNT];
    for (at, word) in words.iter_mut().enumerate() {
        *word = Words::of(lanes(at));
    }
    words
}
