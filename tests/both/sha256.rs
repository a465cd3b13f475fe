//! Digests side by side: in WebAssembly by vectors, natively one after another, and the same.

use package::digest::FileDigest;
use sha256::{Message, update_together};

use crate::both;

/// Bytes that differ from message to message and from place to place.
fn bytes(seed: u32, length: u32) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9) | 1;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[1]
    };
    (0..length).map(next).collect()
}

both! {
    fn messages_side_by_side_have_the_digests_that_each_has_alone() {
        for count in 1..=5_u32 {
            // Lengths about a block and its padding, and pieces that cut blocks at any place.
            for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1_000, 10_007] {
                let texts: Vec<_> = (0..count).map(|seed| bytes(seed + length, length + seed)).collect();
                let mut messages = vec![Message::default(); texts.len()];
                for piece in 0..4 {
                    let mut parts: Vec<_> = messages
                        .iter_mut()
                        .zip(&texts)
                        .map(|(message, text)| {
                            let cut = |at: usize| text.len() * at / 4;
                            (message, text.get(cut(piece)..cut(piece + 1)).unwrap())
                        })
                        .collect();
                    update_together(&mut parts);
                }
                for (message, text) in messages.into_iter().zip(&texts) {
                    assert_eq!(message.finish(), FileDigest::of(text).sha256, "{count} of {length}");
                }
            }
        }
    }
}
