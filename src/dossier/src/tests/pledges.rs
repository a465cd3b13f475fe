//! Pledges: what is written is read back, and nothing else is a pledge.

use chrono::NaiveDate;
use json::{Json, Object};
use proptest::prelude::*;

use crate::{Pledge, Stroke};

fn pledge() -> Pledge {
    Pledge {
        subject: "0123456789abcdef".repeat(4),
        statements: vec!["true".to_owned(), "display".to_owned()],
        name: "阿依古丽·买买提".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        signature: vec![Stroke(vec![(0, 0), (600, 200)]), Stroke(vec![(7, 9)])],
    }
}

/// A pledge as JSON with one key given another value, or taken out.
fn with(key: &str, value: Option<Json>) -> Json {
    let Json::Object(mut object) = pledge().to_json() else {
        panic!("a pledge is an object")
    };
    match value {
        Some(value) => object.insert(key, value),
        None => object.remove(key),
    };
    Json::Object(object)
}

#[test]
fn a_pledge_is_read_back() {
    assert_eq!(Pledge::from_json(&pledge().to_json()), Ok(pledge()));
    let unsigned = Pledge {
        signature: Vec::new(),
        ..pledge()
    };
    assert_eq!(Pledge::from_json(&unsigned.to_json()), Ok(unsigned));
    assert_eq!(
        Pledge::from_json(&with("signature", None))
            .unwrap()
            .signature,
        []
    );
}

#[test]
fn every_other_key_is_needed() {
    for key in ["format", "subject", "statements", "name", "date"] {
        let error = Pledge::from_json(&with(key, None)).unwrap_err();
        assert_eq!(error.key, key);
    }
}

#[test]
fn what_is_wrong_is_named() {
    let text = |text: &str| Json::from(text);
    let numbers = |numbers: &[i32]| {
        let stroke = numbers.iter().map(|number| Json::from(*number)).collect();
        Json::Array(vec![Json::Array(stroke)])
    };
    let many = Json::Array(vec![Json::Array(vec![Json::from(1), Json::from(1)]); 401]);
    for (key, value) in [
        ("format", text("zhicheng-pledge/2")),
        ("subject", text(&"0".repeat(63))),
        ("subject", text(&"A".repeat(64))),
        ("statements", Json::Array(vec![Json::Null])),
        ("name", Json::Null),
        ("date", text("2026-2-30")),
        ("date", text("2026-02-30")),
        ("signature", numbers(&[])),
        ("signature", numbers(&[1])),
        ("signature", numbers(&[601, 0])),
        ("signature", numbers(&[0, 201])),
        ("signature", numbers(&[-1, 0])),
        ("signature", many),
    ] {
        let error = Pledge::from_json(&with(key, Some(value.clone()))).unwrap_err();
        assert_eq!(error.key, key, "{}", value.canonical());
    }
    assert_eq!(
        Pledge::from_json(&with("more", Some(Json::Null)))
            .unwrap_err()
            .key,
        ""
    );
    assert_eq!(Pledge::from_json(&Json::Null).unwrap_err().key, "");
    assert!(Pledge::from_json(&Json::Object(Object::new())).is_err());
}

#[test]
fn a_stroke_is_drawn_as_a_path() {
    assert_eq!(Stroke(vec![(1, 2), (30, 40)]).path(), "M1 2L30 40");
}

proptest! {
    #[test]
    fn every_signature_inside_the_box_is_read_back(
        strokes in prop::collection::vec(
            prop::collection::vec((0..=Stroke::WIDTH, 0..=Stroke::HEIGHT), 1..20), 0..20),
    ) {
        let signature = strokes.into_iter().map(Stroke).collect();
        let pledge = Pledge { signature, ..pledge() };
        prop_assert_eq!(Pledge::from_json(&pledge.to_json()), Ok(pledge));
    }
}
