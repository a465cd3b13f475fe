//! From Rust to JSON and back.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

use super::make;
use crate::{
    Decimal, Json, JsonType, Object, ShapeErrorKind, WriteError, from_json, write_canonical,
};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Plain,
    Wrapped(Decimal),
    Pair(i64, String),
    Fields { a: bool, b: Option<u8> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Everything {
    text: String,
    letter: char,
    number: Decimal,
    small: i8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    absent: Option<String>,
    present: Option<Decimal>,
    kinds: Vec<Kind>,
    by_year: BTreeMap<u16, Decimal>,
    by_name: BTreeMap<Wrapper<String>, Option<Nothing>>,
    by_kind: BTreeMap<Unit, Vec<Nothing>>,
    triple: (u32, Wrapper<i64>, [bool; 2]),
    free: Json,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Wrapper<T>(T);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Nothing;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Unit {
    One,
    Two,
}

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

/// What [`crate::to_json()`] says, with the same once more as text.
fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<Json, WriteError> {
    let json = crate::to_json(value);
    let mut text = "before".to_owned();
    let written = write_canonical(value, &mut text);
    let canonical = json
        .as_ref()
        .map(|json| format!("before{}", json.canonical()));
    assert_eq!(written.map(|()| text), canonical.map_err(Clone::clone));
    json
}

fn there_and_back<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let json = to_json(value).unwrap();
    from_json(&Json::parse(json.canonical().as_bytes()).unwrap()).unwrap()
}

fn everything() -> Everything {
    Everything {
        text: "安全\n\"".to_owned(),
        letter: '评',
        number: number("-0.000001"),
        small: -128,
        absent: None,
        present: Some(number("4.5")),
        kinds: vec![
            Kind::Plain,
            Kind::Wrapped(number("2.25")),
            Kind::Pair(-9_223_372_036_854, String::new()),
            Kind::Fields { a: true, b: None },
        ],
        by_year: BTreeMap::from([(2025, number("90")), (2026, number("0.5"))]),
        by_name: BTreeMap::from([(Wrapper("甲".to_owned()), None)]),
        by_kind: BTreeMap::from([(Unit::One, vec![Nothing]), (Unit::Two, Vec::new())]),
        triple: (1, Wrapper(-1), [true, false]),
        free: Json::from(vec![
            Json::from(number("1.5")),
            Json::Null,
            Json::from(Object::from_iter([("k", 1)])),
        ]),
    }
}

#[test]
fn everything_comes_back() {
    let value = everything();
    assert_eq!(there_and_back(&value), value);
}

#[test]
fn the_shape_is_the_one_documented() {
    let json = to_json(&everything()).unwrap();
    let kinds =
        r#"["plain",{"wrapped":2.25},{"pair":[-9223372036854,""]},{"fields":{"a":true,"b":null}}]"#;
    assert_eq!(json.get("kinds").unwrap().canonical(), kinds);
    assert_eq!(
        json.get("by_year").unwrap().canonical(),
        r#"{"2025":90,"2026":0.5}"#
    );
    assert_eq!(
        json.get("by_kind").unwrap().canonical(),
        r#"{"One":[null],"Two":[]}"#
    );
    assert_eq!(
        json.get("triple").unwrap().canonical(),
        "[1,-1,[true,false]]"
    );
    assert_eq!(json.get("absent"), None);
    assert_eq!(
        json.as_object().unwrap().iter().next(),
        Some(("text", &Json::from("安全\n\"")))
    );
}

#[test]
fn null_and_absence_are_both_none() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Profile {
        year: Option<i32>,
        #[serde(default)]
        complete: Vec<String>,
    }
    let expected = Profile {
        year: None,
        complete: Vec::new(),
    };
    for text in [
        "{}",
        r#"{"year": null}"#,
        r#"{"year": null, "other": [1, {"x": 2.5}]}"#,
    ] {
        assert_eq!(
            from_json::<Profile>(&Json::parse(text.as_bytes()).unwrap()).unwrap(),
            expected
        );
    }
}

#[test]
fn decimals_stay_exact_where_serde_buffers() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    enum Record {
        Monograph {
            ten_thousand_characters: Decimal,
            rank: u8,
        },
        Paper {
            tier: Unit,
        },
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(Decimal),
        Text(String),
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Flat {
        id: String,
        #[serde(flatten)]
        rest: BTreeMap<String, Decimal>,
    }
    let monograph = Record::Monograph {
        ten_thousand_characters: number("4.5"),
        rank: 2,
    };
    assert_eq!(there_and_back(&monograph), monograph);
    assert_eq!(
        there_and_back(&Record::Paper { tier: Unit::Two }),
        Record::Paper { tier: Unit::Two }
    );
    for either in [
        Either::Number(number("0.1")),
        Either::Number(number("3")),
        Either::Text("甲".to_owned()),
    ] {
        assert_eq!(there_and_back(&either), either);
    }
    let rest = BTreeMap::from([
        ("a".to_owned(), number("1.25")),
        ("b".to_owned(), number("2")),
    ]);
    let flat = Flat {
        id: "x".to_owned(),
        rest,
    };
    assert_eq!(there_and_back(&flat), flat);
}

#[test]
fn a_fraction_is_not_taken_for_a_text() {
    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "must not be read")]
    enum TextOnly {
        Text(String),
    }
    let json = Json::from(number("4.5"));
    let error = from_json::<String>(&json).unwrap_err();
    assert!(matches!(
        error.kind,
        ShapeErrorKind::WrongType {
            found: JsonType::Number,
            ..
        }
    ));
    assert!(from_json::<TextOnly>(&json).is_err());
    assert!(from_json::<IgnoredAny>(&json).is_ok());
}

#[test]
fn what_json_cannot_hold_is_refused() {
    #[derive(Serialize)]
    struct Twice {
        a: u8,
        #[serde(rename = "a")]
        b: u8,
    }
    assert_eq!(to_json(&1.5_f64), Err(WriteError::Float));
    assert_eq!(to_json(&vec![1.5_f32]), Err(WriteError::Float));
    assert_eq!(to_json(&u64::MAX), Err(WriteError::NumberTooLarge));
    assert_eq!(
        to_json(&9_223_372_036_855_i64),
        Err(WriteError::NumberTooLarge)
    );
    assert_eq!(to_json(&i128::MAX), Err(WriteError::NumberTooLarge));
    assert_eq!(
        to_json(&BTreeMap::from([(vec![1], 1)])),
        Err(WriteError::KeyNotText)
    );
    assert_eq!(
        to_json(&BTreeMap::from([(number("0.5"), 1)])),
        Err(WriteError::KeyNotText)
    );
    assert_eq!(
        to_json(&Twice { a: 1, b: 2 }),
        Err(WriteError::DuplicateKey {
            key: "a".to_owned()
        })
    );
}

#[test]
fn another_format_sees_a_text_and_may_give_a_whole_number() {
    assert_eq!(serde_json::to_string(&number("4.5")).unwrap(), "\"4.5\"");
    assert_eq!(
        serde_json::from_str::<Decimal>("\"4.5\"").unwrap(),
        number("4.5")
    );
    assert_eq!(serde_json::from_str::<Decimal>("-3").unwrap(), number("-3"));
    assert_eq!(serde_json::from_str::<Decimal>("3").unwrap(), number("3"));
    assert!(serde_json::from_str::<Decimal>("4.5").is_err());
    assert!(serde_json::from_str::<Decimal>("\"x\"").is_err());
    assert!(serde_json::from_str::<Decimal>("18446744073709551615").is_err());
    assert_eq!(
        serde_json::from_str::<Json>(r#"{"a":[1,true,null,"x"]}"#)
            .unwrap()
            .canonical(),
        r#"{"a":[1,true,null,"x"]}"#
    );
    assert!(serde_json::from_str::<Json>("18446744073709551615").is_err());
    assert!(serde_json::from_str::<Json>("1.5").is_err());
    assert!(serde_json::from_str::<Json>(r#"{"a":1,"a":1}"#).is_err());
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Plain),
        make::decimal().prop_map(Kind::Wrapped),
        (-9_223_372_036_854_i64..=9_223_372_036_854, make::text())
            .prop_map(|(a, b)| Kind::Pair(a, b)),
        (any::<bool>(), any::<Option<u8>>()).prop_map(|(a, b)| Kind::Fields { a, b }),
    ]
}

proptest! {
    #[test]
    fn any_value_of_a_type_comes_back(
        map in prop::collection::btree_map(make::text(), prop::collection::vec(kind(), 0..4), 0..5),
    ) {
        prop_assert_eq!(there_and_back(&map), map);
    }

    #[test]
    fn any_json_passes_through_serde_unchanged(json in make::json()) {
        prop_assert_eq!(to_json(&json).unwrap().pretty(), json.pretty());
        prop_assert_eq!(from_json::<Json>(&json).unwrap(), json);
    }
}
