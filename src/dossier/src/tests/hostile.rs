//! Files from strangers: refused by name and place, never a panic.

use proptest::prelude::*;

use super::any_dossier;
use crate::{Dossier, ReadErrorKind};

fn refused(text: &str) -> String {
    Dossier::read(text.as_bytes()).expect_err(text).to_string()
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    const HEAD: &str = r#"{"format":"zhicheng-dossier/1","book":"b""#;
    for (rest, expected) in [
        (r#","profile":[]}"#, "at `profile`: expected an object"),
        (
            r#","profile":{"a":[]}}"#,
            "at `profile.a`: expected yes/no, a number, text or null",
        ),
        (
            r#","season":"2026"}"#,
            "at `season`: expected a year between 1900 and 2200",
        ),
        (
            r#","season":2026.5}"#,
            "at `season`: expected a year between 1900 and 2200",
        ),
        (r#","l":{}}"#, "at `l`: expected a list of records"),
        (r#","l":[1]}"#, "at `l[0]`: expected an object"),
        (
            r#","l":[{}]}"#,
            "at `l[0]`: the key `id` is missing; add it",
        ),
        (r#","l":[{"id":1}]}"#, "at `l[0].id`: expected text"),
        (
            r#","l":[{"id":"a/b"}]}"#,
            "at `l[0].id`: the id `a/b` cannot name a folder",
        ),
        (
            r#","l":[{"id":".."}]}"#,
            "at `l[0].id`: the id `..` cannot name a folder",
        ),
        (
            r#","l":[{"id":"a"},{"id":"A"}]}"#,
            "at `l[1].id`: the id `A` is used twice",
        ),
        (
            r#","l":[{"id":"a"}],"materials":{"a":[]}}"#,
            "at `materials.a`: the id `a` is used twice",
        ),
        (
            r#","l":[{"id":"a","evidence":[1]}]}"#,
            "at `l[0].evidence`: expected file names",
        ),
        (
            r#","l":[{"id":"a","evidence":[{"paper":"x","y":1}]}]}"#,
            "at `l[0].evidence`: expected",
        ),
        (r#","materials":[]}"#, "at `materials`: expected an object"),
        (
            r#","complete":["l",1]}"#,
            "at `complete`: expected the names",
        ),
    ] {
        let text = refused(&format!("{HEAD}{rest}"));
        assert!(text.starts_with(expected), "{rest}: {text}");
    }
}

#[test]
fn another_format_is_named() {
    let text = refused(r#"{"format":"zhicheng-dossier/2","book":"b"}"#);
    assert_eq!(
        text,
        "at `format`: the format is `zhicheng-dossier/2`; this version reads `zhicheng-dossier/1`"
    );
    assert_eq!(refused("{}"), "the key `format` is missing; add it");
    assert!(refused(r#"{"format":"zhicheng-dossier/1","format":1}"#).contains("line 1"));
}

#[test]
fn a_list_has_a_greatest_length() {
    let record = |index: usize| format!(r#"{{"id":"r{index}"}}"#);
    let file = |count: usize| {
        let records: Vec<_> = (0..count).map(record).collect();
        format!(
            r#"{{"format":"zhicheng-dossier/1","book":"b","l":[{}]}}"#,
            records.join(",")
        )
    };
    assert!(Dossier::read(file(5_000).as_bytes()).is_ok());
    let error = Dossier::read(file(5_001).as_bytes()).unwrap_err();
    assert_eq!(error.kind, ReadErrorKind::TooMany { limit: 5_000 });
}

#[test]
fn answers_have_a_greatest_number() {
    let answers = |count: usize| -> String {
        let answers = (0..count)
            .rev()
            .map(|index| format!(r#""a{index:04}":{index}"#));
        answers.collect::<Vec<_>>().join(",")
    };
    let file = |of_profile: usize, of_record: usize| {
        let text = format!(
            r#"{{"format":"zhicheng-dossier/1","book":"b","profile":{{{}}},"l":[{{"id":"r",{}}}]}}"#,
            answers(of_profile),
            answers(of_record)
        );
        Dossier::read(text.as_bytes())
    };
    // The id of a record stands beside its answers.
    let dossier = file(2_048, 2_047).unwrap();
    let (_, record) = dossier.record("r").unwrap();
    assert!(dossier.profile.keys().is_sorted() && record.fields.keys().is_sorted());
    assert_eq!((dossier.profile.len(), record.fields.len()), (2_048, 2_047));
    for (of_profile, of_record, place) in [(2_049, 1, "profile"), (1, 2_048, "l[0]")] {
        let error = file(of_profile, of_record).unwrap_err();
        assert_eq!(error.kind, ReadErrorKind::TooMany { limit: 2_048 });
        assert_eq!(error.place, place);
    }
}

proptest! {
    #[test]
    fn bytes_never_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Dossier::read(&bytes).is_err());
    }

    /// A file with a byte changed is refused, or it is a dossier that is kept as it is.
    #[test]
    fn a_changed_byte_is_refused_or_kept(
        dossier in any_dossier(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut bytes = dossier.to_json().canonical().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(dossier) = Dossier::read(&bytes) {
            prop_assert_eq!(Dossier::from_json(&dossier.to_json()).unwrap(), dossier);
        }
    }

    #[test]
    fn a_cut_file_is_refused(dossier in any_dossier(), at in any::<prop::sample::Index>()) {
        let bytes = dossier.to_json().canonical().into_bytes();
        let at = at.index(bytes.len());
        prop_assert!(Dossier::read(&bytes[..at]).is_err());
    }
}
