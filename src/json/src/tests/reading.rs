//! What is read, and what is said of what cannot be read.

use crate::{
    Decimal, DecimalError, Json, Object, Path, Position, ReadErrorKind, Step, Wanted, locate,
};

fn read(text: &str) -> Json {
    Json::parse(text.as_bytes()).unwrap()
}

fn refused(text: &str) -> (u32, u32, ReadErrorKind) {
    let error = Json::parse(text.as_bytes()).unwrap_err();
    (error.line, error.column, error.kind)
}

#[test]
fn all_kinds_of_values_are_read() {
    let json = read(
        " {\"a\" : [1, -2.5e1,\t\"x\"],\r\n \"b\": {\"c\": true, \"d\": false}, \"e\": null, \"f\": [], \"g\": {}} ",
    );
    let list = vec![Json::from(1), Json::from(-25), Json::from("x")];
    let inner: Object = [("c", true), ("d", false)].into_iter().collect();
    let mut expected: Object = [("a", Json::from(list)), ("b", Json::from(inner))]
        .into_iter()
        .collect();
    expected.insert("e", Json::Null);
    expected.insert("f", Vec::new());
    expected.insert("g", Object::new());
    assert_eq!(json, Json::from(expected));
    assert_eq!(
        json.get("b")
            .and_then(|b| b.get("c"))
            .and_then(Json::as_bool),
        Some(true)
    );
    assert_eq!(
        json.get("a").and_then(Json::as_array).map(<[Json]>::len),
        Some(3)
    );
    assert_eq!(read("4.5").as_number(), Decimal::parse("4.5"));
}

#[test]
fn escapes_are_read() {
    let json = read(r#""\"\\\/\b\f\n\r\t\u0041\u5b89\u00e9\uD83D\uDE00\u0000""#);
    assert_eq!(json.as_str(), Some("\"\\/\u{8}\u{c}\n\r\tA安é😀\0"));
}

#[test]
fn a_fault_is_placed_by_line_and_character() {
    let text = "{\n  \"姓名\": \"安全\", ?";
    assert_eq!(
        refused(text),
        (
            2,
            15,
            ReadErrorKind::Unexpected {
                found: '?',
                expected: Wanted::Key
            }
        )
    );
    assert_eq!(
        Json::parse(text.as_bytes()).unwrap_err().to_string(),
        "line 2, column 15: found `?` where a key in quotation marks should stand"
    );
}

#[test]
fn each_missing_piece_is_named() {
    let unexpected = |found, expected| ReadErrorKind::Unexpected { found, expected };
    let end = |expected| ReadErrorKind::UnexpectedEnd { expected };
    for (text, column, kind) in [
        ("", 1, end(Wanted::Value)),
        ("  ", 3, end(Wanted::Value)),
        ("[1", 3, end(Wanted::CommaOrBracket)),
        ("[1 2]", 4, unexpected('2', Wanted::CommaOrBracket)),
        ("[1,]", 4, unexpected(']', Wanted::Value)),
        ("[,1]", 2, unexpected(',', Wanted::Value)),
        ("{\"a\" 1}", 6, unexpected('1', Wanted::Colon)),
        ("{\"a\":1;", 7, unexpected(';', Wanted::CommaOrBrace)),
        ("{\"a\":1,}", 8, unexpected('}', Wanted::Key)),
        ("{a :1}", 2, unexpected('a', Wanted::Key)),
        ("{'a':1}", 2, unexpected('\'', Wanted::Key)),
        ("// 1", 1, unexpected('/', Wanted::Value)),
        ("truth", 4, unexpected('t', Wanted::Word("true"))),
        ("nul", 4, end(Wanted::Word("null"))),
        ("TRUE", 1, unexpected('T', Wanted::Value)),
        ("1 x", 3, ReadErrorKind::AfterValue { found: 'x' }),
        ("{}{}", 3, ReadErrorKind::AfterValue { found: '{' }),
        ("\u{a0}1", 1, unexpected('\u{a0}', Wanted::Value)),
        ("\"\\x\"", 2, ReadErrorKind::InvalidEscape { found: 'x' }),
        ("\"\\u12g4\"", 6, unexpected('g', Wanted::HexDigit)),
        ("\"ab", 1, ReadErrorKind::UnfinishedText),
        ("\"a\tb\"", 3, ReadErrorKind::ControlCharacter { code: 9 }),
        ("\"a\nb\"", 3, ReadErrorKind::ControlCharacter { code: 10 }),
    ] {
        assert_eq!(refused(text), (1, column, kind), "{text}");
    }
}

#[test]
fn a_lone_surrogate_is_refused_at_its_escape() {
    for (text, unit) in [
        (r#""ab\uD800""#, 0xD800),
        (r#""ab\uDC00""#, 0xDC00),
        (r#""ab\uD83Dx""#, 0xD83D),
        (r#""ab\uD83D\n""#, 0xD83D),
        (r#""ab\uD83D\u0041""#, 0xD83D),
        (r#""ab\uD83D\uD83D""#, 0xD83D),
        (r#""ab\uDE00\uD83D""#, 0xDE00),
    ] {
        assert_eq!(
            refused(text),
            (1, 4, ReadErrorKind::LoneSurrogate { unit }),
            "{text}"
        );
    }
}

#[test]
fn a_repeated_key_is_refused_where_it_stands_again() {
    let text = "{\"x\": {\"a\": [1, {}], \"b\": 2,\n \"\\u0061\": 3, \"b\": 4}}";
    assert_eq!(
        refused(text),
        (
            2,
            2,
            ReadErrorKind::DuplicateKey {
                key: "a".to_owned()
            }
        )
    );
    assert_eq!(
        read("[{\"a\":1},{\"a\":{\"a\":1}}]")
            .as_array()
            .map(<[Json]>::len),
        Some(2)
    );
}

#[test]
fn a_byte_order_mark_and_wrong_bytes_are_told_apart() {
    assert_eq!(refused("\u{feff}1"), (1, 1, ReadErrorKind::ByteOrderMark));
    let error = Json::parse(b"[\"\xE5\xAE\x89\",\n \"\xE5\xAE\"]").unwrap_err();
    assert_eq!(
        (error.line, error.column, error.kind),
        (2, 3, ReadErrorKind::InvalidUtf8)
    );
}

#[test]
fn a_number_that_cannot_be_exact_is_refused_with_the_reason() {
    for (text, reason) in [
        ("[0.0000001]", DecimalError::TooManyDecimals),
        ("[1e400]", DecimalError::TooLarge),
        ("[01]", DecimalError::Syntax),
        ("[-]", DecimalError::Syntax),
        ("[1-2]", DecimalError::Syntax),
    ] {
        let (line, column, kind) = refused(text);
        let text = text.trim_matches(['[', ']']).to_owned();
        assert_eq!(
            (line, column, kind),
            (1, 2, ReadErrorKind::Number { text, reason })
        );
    }
}

#[test]
fn a_part_is_found_again_by_its_path() {
    let text = "{\"a\": [1, {\"键\": [ [],\n   {\"x\": 1, \"y\": 2}]}],\n \"b\": 3}";
    let key = |key: &str| Step::Key(key.to_owned());
    let find = |steps: &[Step]| {
        locate(text.as_bytes(), &Path(steps.to_vec())).map(|at| (at.line, at.column))
    };
    assert_eq!(find(&[]), Some((1, 1)));
    assert_eq!(find(&[key("a")]), Some((1, 2)));
    assert_eq!(find(&[key("a"), Step::Index(1)]), Some((1, 11)));
    assert_eq!(
        find(&[
            key("a"),
            Step::Index(1),
            key("键"),
            Step::Index(1),
            key("y")
        ]),
        Some((2, 13))
    );
    assert_eq!(find(&[key("b")]), Some((3, 2)));
    assert_eq!(find(&[key("c")]), None);
    assert_eq!(find(&[key("a"), Step::Index(2)]), None);
    assert_eq!(
        find(&[
            key("a"),
            Step::Index(1),
            key("键"),
            Step::Index(0),
            Step::Index(0)
        ]),
        None
    );
    assert_eq!(find(&[key("b"), key("x")]), None);
    assert_eq!(locate(b"  ", &Path::default()), None);
    assert_eq!(
        locate(b"\n 1", &Path::default()),
        Some(Position { line: 2, column: 2 })
    );
}
