//! A changed, removed or added byte is found, and its place named.

use {
    crate::{
        codes, content,
        forge::{Forge, deflated, entry},
        opened, packed,
    },
    proptest::prelude::*,
};

fn sample() -> Vec<u8> {
    packed(&[
        ("bagit.txt", b"1.0"),
        ("data/a", b""),
        ("data/证.pdf", b"%PDF"),
    ])
}

/// Codes of the headers, then of the contents.
fn all_codes(bytes: &[u8]) -> Vec<&'static str> {
    let opening = opened(bytes);
    let mut codes: Vec<_> = opening
        .findings
        .iter()
        .map(|finding| finding.fault.code())
        .collect();
    if let Some(archive) = opening.archive {
        let contents = (0..archive.entries().len()).map(|index| content(&archive, bytes, index));
        codes.extend(contents.filter_map(Result::err));
    }
    codes
}

#[test]
fn the_unchanged_archive_has_no_findings() {
    assert_eq!(all_codes(&sample()), [""; 0]);
}

#[test]
fn a_changed_byte_is_found_whatever_it_becomes() {
    let whole = sample();
    for at in 0..whole.len() {
        for value in 0..=u8::MAX {
            if whole[at] == value {
                continue;
            }
            let mut changed = whole.clone();
            changed[at] = value;
            assert_ne!(all_codes(&changed), [""; 0], "byte {at} became {value}");
        }
    }
}

#[test]
fn a_removed_or_added_byte_is_found() {
    let whole = sample();
    for at in 0..=whole.len() {
        if at < whole.len() {
            let mut removed = whole.clone();
            removed.remove(at);
            assert_ne!(all_codes(&removed), [""; 0], "byte {at} removed");
        }
        for value in [0, b'P', 0xff] {
            let mut added = whole.clone();
            added.insert(at, value);
            assert_ne!(all_codes(&added), [""; 0], "{value} added at {at}");
        }
    }
}

#[test]
fn a_changed_time_stamp_is_only_a_trace() {
    let mut changed = sample();
    changed[10] ^= 1;
    assert_eq!(codes(&changed), ["rewritten-time"]);
}

#[test]
fn a_changed_byte_of_deflated_content_is_found() {
    let text = "安全生产 ".repeat(50);
    let whole = Forge::of(vec![
        entry("bagit.txt", b"1"),
        deflated("data/a", text.as_bytes()),
    ])
    .build();
    let before = all_codes(&whole);
    assert_eq!(before, ["rewritten-deflate"]);
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut changed = whole.clone();
            changed[at] ^= 1 << bit;
            // The level bits of deflate mean nothing and show as a trace; bits
            // that pad the last byte of the stream may be anything.
            let padding = opened(&changed).archive.is_some_and(|archive| {
                content(&archive, &changed, 1) == Ok(text.as_bytes().to_vec())
            });
            assert!(
                padding || all_codes(&changed) != before,
                "bit {bit} of byte {at}"
            );
        }
    }
}

proptest! {
    #[test]
    fn many_changed_bytes_never_panic_and_never_pass(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 1..=u8::MAX), 1..6)
    ) {
        let whole = sample();
        let mut changed = whole.clone();
        for (at, flip) in changes {
            let at = at.index(changed.len());
            changed[at] ^= flip;
        }
        prop_assume!(changed != whole);
        prop_assert_ne!(all_codes(&changed), [""; 0]);
    }
}
