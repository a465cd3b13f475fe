//! Texts made to do harm.

use proptest::prelude::*;

use super::make;
use crate::{DEPTH_LIMIT, DecimalError, Json, Object, ReadErrorKind, WriteError, to_json};

#[test]
fn nesting_is_read_to_the_limit_and_no_further() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(Json::parse(nested(DEPTH_LIMIT).as_bytes()).is_ok());
    let error = Json::parse(nested(DEPTH_LIMIT + 1).as_bytes()).unwrap_err();
    assert_eq!(
        (error.column, error.kind),
        (65, ReadErrorKind::TooDeep { limit: 64 })
    );
    for text in [
        "[".repeat(1_000_000),
        "{\"a\":".repeat(1_000_000),
        "[{\"a\":".repeat(500_000),
    ] {
        let error = Json::parse(text.as_bytes()).unwrap_err();
        assert_eq!(error.kind, ReadErrorKind::TooDeep { limit: 64 });
    }
}

#[test]
fn what_could_not_be_read_is_not_built() {
    let nested = |depth: usize| {
        (1..depth).fold(Json::Array(Vec::new()), |inner, _| Json::Array(vec![inner]))
    };
    assert_eq!(to_json(&nested(DEPTH_LIMIT)), Ok(nested(DEPTH_LIMIT)));
    assert_eq!(
        to_json(&nested(DEPTH_LIMIT + 1)),
        Err(WriteError::TooDeep { limit: 64 })
    );
}

#[test]
fn a_huge_number_is_refused_and_shown_short() {
    let digits = "9".repeat(1_000_000);
    for (text, reason) in [
        (digits.clone(), DecimalError::TooLarge),
        (format!("0.{digits}"), DecimalError::TooManyDecimals),
        (format!("1e{digits}"), DecimalError::TooLarge),
        (format!("1e-{digits}"), DecimalError::TooManyDecimals),
    ] {
        let error = Json::parse(text.as_bytes()).unwrap_err();
        assert_eq!(
            error.kind,
            ReadErrorKind::Number {
                text: text[..40].to_owned(),
                reason
            }
        );
    }
    let zeros = "0".repeat(1_000_000);
    assert_eq!(
        Json::parse(format!("1.{zeros}").as_bytes()),
        Ok(Json::from(1))
    );
}

#[test]
fn a_hundred_thousand_keys_are_read_and_a_repeated_one_found() {
    let keys: Vec<String> = (0_u32..100_000)
        .map(|n| format!("\"{}\":0", n.reverse_bits()))
        .collect();
    let text = format!("{{{}}}", keys.join(","));
    let json = Json::parse(text.as_bytes()).unwrap();
    assert_eq!(json.as_object().map(Object::len), Some(100_000));
    let repeated = format!("{{{},\n{}}}", keys.join(","), keys[77]);
    let error = Json::parse(repeated.as_bytes()).unwrap_err();
    assert_eq!((error.line, error.column), (2, 1));
}

#[test]
fn every_beginning_of_a_text_is_refused() {
    let text = r#"{"a": [true, false, null, -1.5e1, "\u5b89\uD83D\uDE00\n安"], "b": {"c": {}}}"#;
    for (end, _) in text.char_indices() {
        assert!(
            Json::parse(&text.as_bytes()[..end]).is_err(),
            "{}",
            &text[..end]
        );
    }
    assert!(Json::parse(text.as_bytes()).is_ok());
}

#[test]
fn every_control_character_in_a_string_is_refused() {
    for code in 0..0x20 {
        let error = Json::parse(&[b'"', code, b'"']).unwrap_err();
        assert_eq!(error.kind, ReadErrorKind::ControlCharacter { code });
    }
    assert_eq!(Json::parse(b"\"\x7f\""), Ok(Json::from("\u{7f}")));
}

proptest! {
    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        if let Err(error) = Json::parse(&bytes) {
            prop_assert!(error.line >= 1 && error.column >= 1);
        }
    }

    #[test]
    fn a_damaged_text_gets_an_answer(json in make::json(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = json.pretty().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        match Json::parse(&bytes) {
            Ok(read) => prop_assert_eq!(Json::parse(read.canonical().as_bytes()), Ok(read)),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
