//! Agreement with a second reader, `serde_json`.

use proptest::prelude::*;
use serde_json::Value;

use super::make;
use crate::Json;

/// Our value as theirs, where every number is whole.
fn theirs(json: &Json) -> Option<Value> {
    Some(match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::from(*value),
        Json::Number(number) => Value::from(number.to_integer()?),
        Json::Text(text) => Value::from(text.as_str()),
        Json::Array(items) => Value::Array(items.iter().map(theirs).collect::<Option<_>>()?),
        Json::Object(object) => {
            let members = object
                .iter()
                .map(|(key, value)| Some((key.to_owned(), theirs(value)?)));
            Value::Object(members.collect::<Option<_>>()?)
        }
    })
}

/// Texts that are nearly JSON.
fn near_json() -> impl Strategy<Value = String> {
    let pieces = vec![
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        " ",
        "\n",
        "\"",
        "\"a\"",
        "\"a\":",
        "\\",
        "\\u",
        "\\ud83d",
        "\\ude00",
        "0",
        "-",
        "1",
        ".",
        "e",
        "+",
        "true",
        "null",
        "nul",
        "安",
        "\u{0}",
        "\u{feff}",
        "\"b\":[1,2]",
        "[]",
        "{}",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..12).prop_map(|pieces| pieces.concat())
}

fn agree(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(ours) = Json::parse(bytes) {
        let Ok(other) = serde_json::from_slice::<Value>(bytes) else {
            return Err(TestCaseError::fail(format!(
                "accepted: {}",
                String::from_utf8_lossy(bytes)
            )));
        };
        if let Some(expected) = theirs(&ours) {
            // They keep `1.0`, `1e2` and `-0` apart from whole numbers.
            let text = String::from_utf8_lossy(bytes);
            if !text.contains(['.', 'e', 'E']) && !text.contains("-0") {
                prop_assert_eq!(expected, other);
            }
        }
    }
    Ok(())
}

/// The value with every number cut to a whole one.
fn whole_numbers(json: Json) -> Json {
    match json {
        Json::Number(number) => Json::try_from(number.millionths() / 1_000_000).unwrap(),
        Json::Array(items) => Json::Array(items.into_iter().map(whole_numbers).collect()),
        Json::Object(object) => {
            let members = object
                .into_iter()
                .map(|(key, value)| (key, whole_numbers(value)));
            Json::Object(members.collect())
        }
        other => other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_they_refuse_we_refuse(text in near_json()) {
        agree(text.as_bytes())?;
    }
}

proptest! {
    #[test]
    fn what_they_refuse_after_damage_we_refuse(json in make::json(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = json.canonical().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        agree(&bytes)?;
    }

    #[test]
    fn values_with_whole_numbers_are_the_same_both_ways(json in make::json()) {
        let json = whole_numbers(json);
        let value = theirs(&json).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Value>(&json.pretty()).unwrap(), &value);
        prop_assert_eq!(&Json::parse(&serde_json::to_vec(&value).unwrap()), &Ok(json.clone()));
        prop_assert_eq!(Json::parse(&serde_json::to_vec_pretty(&value).unwrap()), Ok(json));
    }

    #[test]
    fn a_string_is_spelled_as_they_spell_it(text in make::text()) {
        prop_assert_eq!(Json::from(text.as_str()).canonical(), serde_json::to_string(&text).unwrap());
    }

    #[test]
    fn a_number_of_fifteen_digits_is_spelled_as_a_double_is(millionths in -999_999_999_999_999_i64..=999_999_999_999_999) {
        let number = crate::Decimal::from_millionths(millionths);
        let double: f64 = number.to_string().parse().unwrap();
        prop_assert_eq!(number.to_string(), double.to_string());
    }
}
