//! Against the crate `sha2`, and the published values.

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use crate::{LANES, Message, update_together};

fn hex(digest: [u8; 32]) -> String {
    digest.map(|byte| format!("{byte:02x}")).concat()
}

#[test]
fn the_published_values_are_met() {
    // FIPS 180-2, appendix B.
    let cases = [
        (
            "",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
        (
            "abc",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
    ];
    for (text, expected) in cases {
        let mut message = Message::default();
        message.update(text.as_bytes());
        assert_eq!(hex(message.finish()), expected, "`{text}`");
    }
}

#[test]
fn every_length_about_a_block_is_padded_right() {
    for length in 0..200 {
        let bytes = vec![7; length];
        let mut message = Message::default();
        message.update(&bytes);
        let expected: [u8; 32] = Sha256::digest(&bytes).into();
        assert_eq!(message.finish(), expected, "length {length}");
    }
}

proptest! {
    #[test]
    fn messages_in_turns_have_the_digests_that_each_has_alone(
        messages in prop::collection::vec(prop::collection::vec(prop::collection::vec(any::<u8>(), 0..400), 0..5), 1..=LANES + 2),
    ) {
        let mut running = vec![Message::default(); messages.len()];
        for turn in 0..5 {
            // Who has no more leaves; the others go on.
            let mut parts: Vec<_> = running.iter_mut().zip(&messages)
                .filter_map(|(message, pieces)| Some((message, pieces.get(turn)?.as_slice())))
                .collect();
            update_together(&mut parts);
        }
        for (message, pieces) in running.into_iter().zip(&messages) {
            let expected: [u8; 32] = Sha256::digest(pieces.concat()).into();
            prop_assert_eq!(message.finish(), expected);
        }
    }
}
