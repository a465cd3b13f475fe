//! Compiled books: what is written is read back, and hostile bytes are refused by name.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::small_book;
use crate::{BookErrorKind, MOST_BYTES, Rule, compile_book, digest, read_book};

/// The small book, compiled.
static COMPILED: LazyLock<String> =
    LazyLock::new(|| compile_book(&small_book().book).unwrap_or_default());

#[test]
fn a_compiled_book_is_the_book() {
    let book = small_book().book;
    let json = compile_book(&book).unwrap();
    let read = read_book(json.as_bytes()).unwrap();
    assert_eq!(read, book);
    assert_eq!(compile_book(&read).unwrap(), json);
}

#[test]
fn a_digest_is_that_of_sha_256() {
    // FIPS 180-4, the example of one block.
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(digest(b"abc"), expected);
}

#[test]
fn what_is_too_large_is_refused_unread() {
    let bytes = vec![b' '; MOST_BYTES + 1];
    let errors = read_book(&bytes).unwrap_err();
    let kinds: Vec<_> = errors.into_iter().map(|error| error.kind).collect();
    let (found, limit) = (MOST_BYTES + 1, MOST_BYTES);
    assert_eq!(kinds, [BookErrorKind::TooLarge { found, limit }]);
}

#[test]
fn what_is_no_json_is_refused_at_its_place() {
    for (bytes, says) in [
        (&b""[..], "line 1, column 1: not JSON"),
        (b"{\n\"a\":1,\"a\":2}", "line 2, column 7: not JSON"),
        (b"[1e400]", "line 1, column 2: not JSON"),
        (b"\xff", "not JSON"),
        (b"[]", "needed"),
        (
            b"{\"format\":1}",
            "line 1, column 2: at `format`: found a number, needed a text",
        ),
        (b"null", "found null"),
    ] {
        let errors = read_book(bytes).unwrap_err().to_string();
        assert!(errors.contains(says), "{errors}");
    }
}

#[test]
fn rules_nested_too_deep_are_refused() {
    let mut book = small_book().book;
    let mut rule = Rule::Dated("born".to_owned());
    for _ in 0..100 {
        rule = Rule::Not(Box::new(rule));
    }
    book.clause[0].form[0].rule = rule;
    assert!(compile_book(&book).is_err());
    assert_eq!(crate::check(&book).len(), 1);
}

#[test]
fn a_thousand_faults_are_named_up_to_a_hundred() {
    let mut book = small_book().book;
    let missing = |index| Rule::Clause(format!("missing.{index}"));
    book.clause[0].form[0].rule = Rule::All((0..1_000).map(missing).collect());
    assert_eq!(crate::check(&book).len(), 100);
}

#[test]
fn a_long_chain_of_clauses_is_refused() {
    let mut book = small_book().book;
    let pattern = book.clause[0].clone();
    for index in 0..40 {
        let mut clause = pattern.clone();
        clause.id = format!("chain.{index}");
        clause.form[0].rule = Rule::Clause(format!("chain.{}", index + 1));
        if index == 39 {
            clause.form[0].rule = Rule::Dated("born".to_owned());
        }
        book.clause.push(clause);
    }
    let faults = crate::check(&book);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].kind.to_string().contains("more than 32 clauses"));
}

proptest! {
    #[test]
    fn bytes_never_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read_book(&bytes).is_err());
    }

    /// A changed byte gives an error, or a book that is written as it was read.
    #[test]
    fn a_changed_byte_is_refused_or_kept(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = COMPILED.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(book) = read_book(&bytes) {
            let json = compile_book(&book).unwrap();
            prop_assert_eq!(read_book(json.as_bytes()), Ok(book));
        }
    }
}
