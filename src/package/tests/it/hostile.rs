//! Archives that mean different things to different readers, or mean harm:
//! each is refused, by the code of its fault.

use crate::{
    archive, codes, content,
    forge::{Forge, Forged, deflated, entry},
};

fn alone(forged: Forged) -> Vec<&'static str> {
    codes(&Forge::of(vec![forged]).build())
}

#[test]
fn the_forge_makes_what_our_writer_makes() {
    let files: &[(&str, &[u8])] = &[("bagit.txt", b"1"), ("data/\u{5b89}", b"two")];
    let forged = files
        .iter()
        .map(|(name, bytes)| entry(name, bytes))
        .collect();
    assert_eq!(Forge::of(forged).build(), crate::packed(files));
}

#[test]
fn names_that_climb_or_mislead_are_refused() {
    let cases: &[(&[u8], &str)] = &[
        (b"/etc/passwd", "name-absolute"),
        (b"../up", "name-climbing"),
        (b"a/../../up", "name-climbing"),
        (b"./a", "name-climbing"),
        (b"a//b", "name-empty"),
        (b"", "name-empty"),
        (b"a\\b", "name-backslash"),
        (b"C:/a", "name-forbidden"),
        (b"a\0.txt", "name-control"),
        (b"data/nul.txt", "name-device"),
        (b"data/com1", "name-device"),
        (b"a.", "name-trailing-dot-or-space"),
        (b"a /b", "name-trailing-dot-or-space"),
        (b"~/a", "name-home"),
        ("a\u{202e}gpj.exe".as_bytes(), "name-hidden"),
        (b"\xb0\xb2", "zip-name-encoding"),
    ];
    for (name, code) in cases {
        assert_eq!(
            alone(entry(name, b"x")),
            [*code],
            "{:?}",
            String::from_utf8_lossy(name)
        );
    }
    assert_eq!(
        alone(entry("n".repeat(256), b"")),
        ["name-segment-too-long"]
    );
    assert_eq!(alone(entry(["d"; 33].join("/"), b"")), ["name-too-deep"]);
    assert_eq!(
        alone(entry(["abcd"; 300].join("/"), b"")),
        ["name-path-too-long"]
    );
}

#[test]
fn names_that_fall_together_are_refused() {
    let pair = |a: &str, b: &str| {
        let mut codes = codes(&Forge::of(vec![entry(a, b"1"), entry(b, b"2")]).build());
        codes.retain(|code| !code.starts_with("rewritten"));
        codes
    };
    assert_eq!(pair("data/a", "data/a"), ["name-duplicate"]);
    assert_eq!(pair("data/A.pdf", "data/a.pdf"), ["name-alike"]);
    assert_eq!(pair("Data/a", "data/b"), ["name-alike"]);
    assert_eq!(pair("data/\u{e9}", "data/e\u{301}"), ["name-alike"]);
    assert_eq!(pair("data", "data/a"), ["name-file-as-folder"]);
}

#[test]
fn one_entry_listed_twice_is_refused() {
    let bytes = Forge::of(vec![entry("a", b"1").listed_twice()]).build();
    assert_eq!(codes(&bytes)[0], "name-duplicate");
    // Under another name, it is the place that gives it away.
    let again = entry("b", b"1").central(42, &[0; 4]).bodiless();
    let bytes = Forge::of(vec![entry("a", b"1"), again]).build();
    assert_eq!(codes(&bytes), ["rewritten-order", "zip-overlap"]);
}

#[test]
fn entries_that_overlap_are_refused() {
    // The second entry lies whole inside the first one's data.
    let inner = Forge::of(vec![entry("b", b"inner")]).build();
    let local = &inner[..30 + 1 + 5];
    let outer = entry("a", local);
    let hidden = entry("b", b"inner").central(42, &31_u32.to_le_bytes());
    let bytes = Forge::of(vec![outer, hidden]).build();
    assert_eq!(codes(&bytes).last(), Some(&"zip-overlap"));
    // Data said to reach into the next entry.
    let long = entry("a", b"1")
        .local(18, &[9, 0, 0, 0, 9])
        .central(20, &[9, 0, 0, 0, 9]);
    let bytes = Forge::of(vec![long, entry("b", b"2")]).build();
    assert_eq!(codes(&bytes), ["zip-overlap"]);
    // Data said to reach into the directory.
    let long = entry("a", b"1")
        .local(18, &[9, 0, 0, 0, 9])
        .central(20, &[9, 0, 0, 0, 9]);
    assert_eq!(alone(long), ["zip-overlap"]);
}

#[test]
fn bytes_that_belong_to_no_entry_are_refused() {
    let entries = || vec![entry("a", b"1"), entry("b", b"2")];
    let whole = || Forge::of(entries());
    assert_eq!(codes(&whole().before(b"MZ").build()), ["zip-leading-bytes"]);
    assert_eq!(codes(&whole().after(b"\0").build()), ["zip-trailing-bytes"]);
    assert_eq!(
        codes(&whole().before_directory(b"gap").build()),
        ["zip-gap"]
    );
    let gap = vec![entry("a", b"1").after(b"gap"), entry("b", b"2")];
    assert_eq!(codes(&Forge::of(gap).build()), ["zip-gap"]);
    let unlisted = vec![
        entry("a", b"1"),
        entry("x", b"hidden").unlisted(),
        entry("b", b"2"),
    ];
    assert_eq!(codes(&Forge::of(unlisted).build()), ["zip-gap"]);
    let first = vec![entry("x", b"hidden").unlisted(), entry("b", b"2")];
    assert_eq!(codes(&Forge::of(first).build()), ["zip-leading-bytes"]);
}

#[test]
fn comments_are_refused() {
    let entries = || vec![entry("a", b"1")];
    let bytes = Forge::of(entries()).end(20, &[2, 0]).after(b"hi").build();
    assert_eq!(codes(&bytes), ["zip-comment"]);
    let bytes = Forge::of(entries()).end(20, &[1, 0]).after(b"hi").build();
    assert_eq!(codes(&bytes), ["zip-trailing-bytes"]);
    let bytes = Forge::of(entries()).end(20, &[9, 0]).after(b"hi").build();
    assert_eq!(codes(&bytes), ["zip-not-an-archive"]);
    // A comment on an entry takes its bytes from the extra field's place.
    let forged = entry("a", b"1")
        .extra(&[0x55, 0x54, 0, 0])
        .central(30, &[0, 0, 4, 0]);
    assert_eq!(alone(forged), ["zip-comment"]);
}

#[test]
fn what_is_no_archive_is_said_to_be_none() {
    for bytes in [&b""[..], b"PK", b"PK\x03\x04", &[0; 200], b"<html>"] {
        assert_eq!(codes(bytes), ["zip-not-an-archive"]);
    }
    let whole = Forge::of(vec![entry("a", b"1")]).build();
    for length in 0..whole.len() {
        assert_eq!(
            codes(&whole[..length]),
            ["zip-not-an-archive"],
            "cut to {length}"
        );
    }
}

#[test]
fn parts_of_split_archives_are_refused() {
    let entries = || vec![entry("a", b"1")];
    assert_eq!(
        codes(&Forge::of(entries()).end(4, &[1]).build()),
        ["zip-multi-disk"]
    );
    assert_eq!(
        codes(&Forge::of(entries()).end(6, &[1]).build()),
        ["zip-multi-disk"]
    );
    assert_eq!(
        codes(&Forge::of(entries()).end(8, &[2]).build()),
        ["zip-multi-disk"]
    );
    assert_eq!(
        alone(entry("a", b"1").central(34, &[1])),
        ["zip-multi-disk"]
    );
}

#[test]
fn an_end_record_that_misplaces_the_directory_is_refused() {
    let entries = || vec![entry("a", b"1"), entry("b", b"2")];
    assert_eq!(
        codes(&Forge::of(entries()).end(8, &[1, 0, 1]).build()),
        ["zip-directory"]
    );
    assert_eq!(
        codes(&Forge::of(entries()).end(8, &[3, 0, 3]).build()),
        ["zip-directory"]
    );
    assert_eq!(
        codes(&Forge::of(entries()).end(16, &[200]).build()),
        ["zip-directory"]
    );
    assert_eq!(
        codes(&Forge::of(entries()).end(12, &[1]).build()),
        ["zip-gap"]
    );
    let broken = vec![entry("a", b"1").central(0, b"XX")];
    assert_eq!(codes(&Forge::of(broken).build()), ["zip-directory"]);
}

#[test]
fn headers_that_disagree_are_refused() {
    for (at, bytes) in [
        (6, &[0, 0][..]),
        (8, &[8]),
        (14, &[1, 2, 3, 4]),
        (18, &[2]),
        (22, &[2]),
        (30, b"b"),
    ] {
        assert_eq!(
            alone(entry("a", b"1").local(at, bytes)),
            ["zip-disagreement"],
            "at {at}"
        );
    }
    assert_eq!(
        alone(entry("a", b"1").local(0, b"XX")),
        ["zip-local-header"]
    );
    assert_eq!(
        alone(entry("a", b"1").local(26, &[200])),
        ["zip-local-header"]
    );
}

#[test]
fn links_and_special_files_are_refused() {
    assert_eq!(
        alone(entry("a", b"/etc/passwd").mode(0o120_777, 0)),
        ["zip-link"]
    );
    assert_eq!(alone(entry("a", b"").mode(0, 0x400)), ["zip-link"]);
    for kind in [0o010_000, 0o020_000, 0o060_000, 0o140_000] {
        assert_eq!(
            alone(entry("a", b"").mode(kind | 0o644, 0)),
            ["zip-special-file"]
        );
    }
}

#[test]
fn folders_that_are_files_too_are_refused() {
    assert_eq!(
        alone(entry("a/", b"").mode(0o100_644, 0)),
        ["zip-folder-unclear"]
    );
    assert_eq!(
        alone(entry("a", b"").mode(0o040_755, 0)),
        ["zip-folder-unclear"]
    );
    assert_eq!(alone(entry("a", b"").mode(0, 0x10)), ["zip-folder-unclear"]);
    assert_eq!(
        alone(entry("a/", b"1").mode(0o040_755, 0x10)),
        ["zip-folder-unclear"]
    );
}

#[test]
fn encryption_unknown_methods_flags_and_versions_are_refused() {
    assert_eq!(alone(entry("a", b"1").flags(0x801)), ["zip-encrypted"]);
    assert_eq!(alone(entry("a", b"1").flags(0x841)), ["zip-encrypted"]);
    assert_eq!(alone(entry("a", b"1").flags(0x2800)), ["zip-encrypted"]);
    assert_eq!(alone(entry("a", b"1").flags(0x820)), ["zip-flags"]);
    for method in [1, 6, 9, 12, 14, 93, 95, 99] {
        assert_eq!(
            alone(entry("a", b"1").method(method)),
            ["zip-method"],
            "{method}"
        );
    }
    assert_eq!(alone(entry("a", b"1").central(6, &[63])), ["zip-version"]);
}

#[test]
fn extra_fields_that_are_damaged_or_contradict_are_refused() {
    assert_eq!(alone(entry("a", b"1").extra(&[1])), ["zip-extra"]);
    assert_eq!(
        alone(entry("a", b"1").extra(&[0x55, 0x54, 9, 0, 1])),
        ["zip-extra"]
    );
    let twice = [1, 0, 0, 0, 1, 0, 0, 0];
    assert_eq!(alone(entry("a", b"1").extra(&twice)), ["zip-extra"]);
    // Zip64 that is asked for and not there, or there and not asked for.
    assert_eq!(
        alone(entry("a", b"1").central(24, &[0xff; 4])),
        ["zip-zip64"]
    );
    let wide = [&[1, 0, 8, 0][..], &[0; 8]].concat();
    assert_eq!(alone(entry("a", b"1").extra(&wide)), ["zip-zip64"]);
    // Another name in the Unicode field.
    let mut unicode = vec![0x75, 0x70, 6, 0, 1];
    unicode.extend(package::digest::FileDigest::of(b"a").crc32.to_le_bytes());
    unicode.extend(b"b");
    assert_eq!(alone(entry("a", b"1").extra(&unicode)), ["zip-name-twice"]);
}

#[test]
fn a_locator_without_its_record_is_refused() {
    let mut bytes = Forge::of(vec![entry("a", b"1")]).build();
    let end = bytes.split_off(bytes.len() - 22);
    bytes.extend(b"PK\x06\x07\0\0\0\0");
    bytes.extend(7_u64.to_le_bytes());
    bytes.extend(1_u32.to_le_bytes());
    bytes.extend(end);
    assert_eq!(codes(&bytes), ["zip-zip64"]);
}

#[test]
fn descriptors_must_repeat_the_headers() {
    let digest = package::digest::FileDigest::of(b"1");
    let short = [digest.crc32, 1, 1].map(u32::to_le_bytes).concat();
    let signed = [b"PK\x07\x08", &short[..]].concat();
    let mut wide = digest.crc32.to_le_bytes().to_vec();
    wide.extend([1_u64, 1].map(u64::to_le_bytes).concat());
    let wide_signed = [b"PK\x07\x08", &wide[..]].concat();
    let made = |after: &[u8]| {
        let first = entry("a", b"1")
            .flags(0x808)
            .local(14, &[0; 12])
            .after(after);
        codes(&Forge::of(vec![first, entry("b", b"2")]).build())
    };
    for descriptor in [&short, &signed, &wide, &wide_signed] {
        assert_eq!(made(descriptor), ["rewritten-flags"]);
        for at in 0..descriptor.len() {
            let mut changed = descriptor.clone();
            changed[at] ^= 1;
            assert_eq!(made(&changed).last(), Some(&"zip-descriptor"), "byte {at}");
        }
        assert_eq!(made(&descriptor[1..]).last(), Some(&"zip-descriptor"));
    }
}

#[test]
fn content_that_is_not_as_declared_is_refused() {
    let read = |forged: Forged| {
        let bytes = Forge::of(vec![forged]).build();
        content(&archive(&bytes), &bytes, 0)
    };
    let text = b"the same words, the same words, the same words";
    assert_eq!(read(deflated("a", text)), Ok(text.to_vec()));
    assert_eq!(read(entry("a", b"1").data(b"2")), Err("zip-crc"));
    assert_eq!(read(deflated("a", text).size(45)), Err("zip-more-data"));
    assert_eq!(read(deflated("a", text).size(47)), Err("zip-less-data"));
    let whole = miniz_oxide::deflate::compress_to_vec(text, 6);
    assert_eq!(
        read(deflated("a", text).data(&[&whole[..], b"\0"].concat())),
        Err("zip-more-data")
    );
    let cut = &whole[..whole.len() - 1];
    assert_eq!(read(deflated("a", text).data(cut)), Err("zip-less-data"));
    assert_eq!(
        read(deflated("a", text).data(&[0xff; 9])),
        Err("zip-deflate")
    );
    assert_eq!(read(deflated("a", b"").data(b"")), Err("zip-less-data"));
    assert_eq!(read(deflated("a", b"")), Ok(Vec::new()));
    assert_eq!(alone(entry("a", b"1").size(2)), ["zip-stored-sizes"]);
}

#[test]
fn every_fault_has_a_place_and_all_bad_names_are_named() {
    let bytes = Forge::of(vec![entry("aux", b""), entry("b", b""), entry("../a", b"")]).build();
    let opening = crate::opened(&bytes);
    let places: Vec<_> = opening
        .findings
        .iter()
        .map(|finding| format!("{:?}", finding.place))
        .collect();
    assert_eq!(
        places,
        [
            r#"Entry { index: 0, name: "aux" }"#,
            r#"Entry { index: 2, name: "../a" }"#,
        ]
    );
    assert_eq!(opening.archive, None);
}
