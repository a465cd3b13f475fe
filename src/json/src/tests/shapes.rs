//! Faults of shape, and the exact path to each.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::{Decimal, Expected, Json, JsonType, Path, ShapeErrorKind, Step, from_json, locate};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its faults alone")]
struct Book {
    clause: Vec<Clause>,
    #[serde(default)]
    names: BTreeMap<String, u8>,
    #[serde(default)]
    years: BTreeMap<i32, bool>,
    line: Option<Decimal>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its faults alone")]
struct Clause {
    rule: Rule,
    #[serde(default)]
    span: Option<(u16, String)>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "read for its faults alone")]
enum Rule {
    Always,
    All(Vec<Self>),
    AtLeast { count: u32, of: Vec<Self> },
    Between(i64, i64),
    Named(Name),
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its faults alone")]
struct Name(String);

fn fault<T: DeserializeOwned + core::fmt::Debug>(text: &str) -> (String, ShapeErrorKind) {
    let error = from_json::<T>(&Json::parse(text.as_bytes()).unwrap()).unwrap_err();
    (error.path.to_string(), error.kind)
}

fn wrong(found: JsonType, expected: JsonType) -> ShapeErrorKind {
    ShapeErrorKind::WrongType {
        found,
        expected: Expected::Type(expected),
    }
}

#[track_caller]
fn check(text: &str, path: &str, kind: ShapeErrorKind) {
    assert_eq!(fault::<Book>(text), (path.to_owned(), kind), "{text}");
}

#[test]
fn a_fault_deep_inside_has_its_whole_path() {
    check(
        r#"{"clause": [{"rule": "always"}, {"rule": {"all": ["always", {"all": [7]}]}}]}"#,
        "clause[1].rule.all[1].all[0]",
        ShapeErrorKind::WrongType {
            found: JsonType::Number,
            expected: Expected::TextOrObject,
        },
    );
    check(
        r#"{"clause": [{"rule": {"at_least": {"count": 2, "of": ["always", {"between": [1, "x"]}]}}}]}"#,
        "clause[0].rule.at_least.of[1].between[1]",
        wrong(JsonType::Text, JsonType::Number),
    );
    check(
        r#"{"clause": [{"rule": {"named": 3}}]}"#,
        "clause[0].rule.named",
        wrong(JsonType::Number, JsonType::Text),
    );
    check(
        r#"{"clause": [{"rule": "always", "span": [1, null]}]}"#,
        "clause[0].span[1]",
        wrong(JsonType::Null, JsonType::Text),
    );
    check(
        r#"{"clause": [], "names": {"a": 1, "b.c": []}}"#,
        "names[\"b.c\"]",
        wrong(JsonType::Array, JsonType::Number),
    );
    check("[]", "", wrong(JsonType::Array, JsonType::Object));
}

#[test]
fn keys_that_are_unknown_or_missing_are_faults_of_their_object() {
    let names = |all: &[&str]| {
        all.iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>()
    };
    let unknown = ShapeErrorKind::UnknownKey {
        key: "rules".to_owned(),
        expected: names(&["rule", "span"]),
    };
    check(r#"{"clause": [{"rules": "always"}]}"#, "clause[0]", unknown);
    check(
        r#"{"clause": [{}]}"#,
        "clause[0]",
        ShapeErrorKind::MissingKey {
            key: "rule".to_owned(),
        },
    );
    check(
        "{}",
        "",
        ShapeErrorKind::MissingKey {
            key: "clause".to_owned(),
        },
    );
    let missing = ShapeErrorKind::MissingKey {
        key: "of".to_owned(),
    };
    check(
        r#"{"clause": [{"rule": {"at_least": {"count": 1}}}]}"#,
        "clause[0].rule.at_least",
        missing,
    );
}

#[test]
fn an_unknown_choice_is_named_with_the_choices_there_are() {
    let expected = ["always", "all", "at_least", "between", "named"]
        .map(str::to_owned)
        .to_vec();
    let unknown = ShapeErrorKind::UnknownVariant {
        found: "any".to_owned(),
        expected,
    };
    check(
        r#"{"clause": [{"rule": "any"}]}"#,
        "clause[0].rule",
        unknown.clone(),
    );
    check(
        r#"{"clause": [{"rule": {"any": []}}]}"#,
        "clause[0].rule",
        unknown,
    );
}

#[test]
fn a_choice_has_content_exactly_when_it_should() {
    check(
        r#"{"clause": [{"rule": "all"}]}"#,
        "clause[0].rule",
        wrong(JsonType::Text, JsonType::Object),
    );
    check(
        r#"{"clause": [{"rule": "between"}]}"#,
        "clause[0].rule",
        wrong(JsonType::Text, JsonType::Object),
    );
    check(
        r#"{"clause": [{"rule": {"always": null}}]}"#,
        "clause[0].rule",
        wrong(JsonType::Object, JsonType::Text),
    );
    let two = ShapeErrorKind::WrongLength {
        found: 2,
        expected: 1,
    };
    check(
        r#"{"clause": [{"rule": {"all": [], "any": []}}]}"#,
        "clause[0].rule",
        two,
    );
    let none = ShapeErrorKind::WrongLength {
        found: 0,
        expected: 1,
    };
    check(r#"{"clause": [{"rule": {}}]}"#, "clause[0].rule", none);
}

#[test]
fn lengths_are_exact() {
    let length = |found| ShapeErrorKind::WrongLength { found, expected: 2 };
    check(
        r#"{"clause": [{"rule": {"between": [1]}}]}"#,
        "clause[0].rule.between",
        length(1),
    );
    check(
        r#"{"clause": [{"rule": {"between": [1, 2, 3]}}]}"#,
        "clause[0].rule.between",
        length(3),
    );
}

#[test]
fn whole_numbers_are_whole_and_in_range() {
    let out = |found, most| ShapeErrorKind::OutOfRange {
        found,
        least: 0,
        most,
    };
    check(
        r#"{"clause": [], "names": {"a": 256}}"#,
        "names.a",
        out(256, 255),
    );
    check(
        r#"{"clause": [], "names": {"a": -1}}"#,
        "names.a",
        out(-1, 255),
    );
    let half = ShapeErrorKind::NotWhole {
        found: Decimal::parse("1.5").unwrap(),
    };
    check(
        r#"{"clause": [], "names": {"a": 1.5}}"#,
        "names.a",
        half.clone(),
    );
    check(
        r#"{"clause": [], "years": {"1.5": true}}"#,
        "years[\"1.5\"]",
        half,
    );
    check(
        r#"{"clause": [], "years": {"02026": true}}"#,
        "years.02026",
        wrong(JsonType::Text, JsonType::Number),
    );
    check(
        r#"{"clause": [], "line": "80"}"#,
        "line",
        wrong(JsonType::Text, JsonType::Number),
    );
    assert_eq!(fault::<usize>("-5").1, out(-5, i64::MAX));
}

#[test]
fn a_float_is_never_read() {
    assert_eq!(
        fault::<Vec<f64>>("[1]"),
        ("[0]".to_owned(), ShapeErrorKind::Float)
    );
    assert_eq!(
        fault::<BTreeMap<String, f32>>(r#"{"a": 1.5}"#),
        ("a".to_owned(), ShapeErrorKind::Float)
    );
}

#[test]
fn what_a_type_says_itself_is_placed_too() {
    assert_eq!(
        fault::<Vec<core::num::NonZeroU8>>("[1, 0]"),
        (
            "[1]".to_owned(),
            ShapeErrorKind::InvalidValue {
                found: "0".to_owned(),
                expected: "a nonzero u8".to_owned()
            }
        )
    );
    let (path, kind) = fault::<Vec<core::net::Ipv4Addr>>(r#"["127.0.0.1", "x"]"#);
    assert_eq!(path, "[1]");
    assert!(!kind.to_string().is_empty());
}

#[test]
fn a_fault_is_shown_with_its_path_and_found_in_the_text() {
    let text = "{\"clause\": [\n  {\"rule\": \"always\", \"authority\": 1}\n]}";
    let error = from_json::<Book>(&Json::parse(text.as_bytes()).unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`clause[0]`: unknown key `authority`; there are `rule`, `span`"
    );
    assert_eq!(error.place().to_string(), "clause[0].authority");
    let position = locate(text.as_bytes(), &error.place()).unwrap();
    assert_eq!((position.line, position.column), (2, 22));
}

#[test]
fn a_path_is_shown_so_that_it_can_be_told_apart() {
    let key = |key: &str| Step::Key(key.to_owned());
    let path = Path(vec![
        key("clause"),
        Step::Index(3),
        key("规则"),
        key("a.b"),
        key(""),
        key("x\"y"),
        key("z-1_$"),
    ]);
    assert_eq!(
        path.to_string(),
        "clause[3].规则[\"a.b\"][\"\"][\"x\\\"y\"].z-1_$"
    );
    assert!(Path::default().is_top());
}
