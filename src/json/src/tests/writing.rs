//! The canonical spelling and the one for people.

use proptest::prelude::*;

use super::make;
use crate::Json;

fn canonical(text: &str) -> String {
    Json::parse(text.as_bytes()).unwrap().canonical()
}

#[test]
fn the_string_of_rfc_8785_3_2_2_is_spelled_as_there() {
    let text = r#"{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"#;
    let expected = r#"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#;
    assert_eq!(canonical(text), expected);
}

#[test]
fn the_keys_of_rfc_8785_3_2_3_are_sorted_as_there() {
    let text = r#"{
        "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"
    }"#;
    let json = Json::parse(text.as_bytes()).unwrap();
    let values: Vec<_> = json
        .as_object()
        .unwrap()
        .iter_sorted()
        .filter_map(|(_, value)| value.as_str())
        .collect();
    assert_eq!(
        values,
        [
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh",
        ]
    );
}

#[test]
fn the_numbers_of_rfc_8785_that_are_exact_here_are_spelled_as_there() {
    assert_eq!(
        canonical("[4.50, 2e-3, 0.000001, 1E12, -0, 56.0]"),
        "[4.5,0.002,0.000001,1000000000000,0,56]"
    );
}

#[test]
fn only_what_must_be_escaped_is() {
    let all: String = (0..=0x7f_u8)
        .map(char::from)
        .chain(['\u{2028}', '安', '😀'])
        .collect();
    let text = Json::from(all).canonical();
    let start = concat!(
        r#""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#,
        r"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f",
        r##" !\"#$%&'()*+,-./0"##
    );
    assert!(text.starts_with(start), "{text}");
    assert!(
        text.ends_with("[\\\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u{7f}\u{2028}安😀\""),
        "{text}"
    );
}

#[test]
fn a_sign_is_escaped_wherever_it_stands_in_a_long_text() {
    for sign in (0..=0x7f_u8).map(char::from) {
        let alone = Json::from(sign.to_string()).canonical();
        let spelled = alone.trim_start_matches('"').strip_suffix('"').unwrap();
        for before in 0..40 {
            let around = ["安", "x"].map(|own| own.repeat(before));
            for own in around {
                let text = Json::from(format!("{own}{sign}{own}{sign}")).canonical();
                assert_eq!(text, format!("\"{own}{spelled}{own}{spelled}\""));
            }
        }
    }
}

#[test]
fn the_spelling_for_people_keeps_the_order_given() {
    let text = "{\n  \"b\": [\n    1,\n    {\n      \"z\": \"\\n\",\n      \"a\": []\n    }\n  ],\n  \"a\": {}\n}\n";
    assert_eq!(Json::parse(text.as_bytes()).unwrap().pretty(), text);
    assert_eq!(Json::Null.pretty(), "null\n");
}

proptest! {
    #[test]
    fn a_value_is_read_back_from_its_canonical_spelling(json in make::json()) {
        prop_assert_eq!(Json::parse(json.canonical().as_bytes()), Ok(json));
    }

    #[test]
    fn the_canonical_spelling_does_not_depend_on_how_the_text_was_laid_out(json in make::json()) {
        let again = Json::parse(json.pretty().as_bytes()).unwrap();
        prop_assert_eq!(again.canonical(), json.canonical());
        prop_assert_eq!(again.pretty(), json.pretty());
    }
}
