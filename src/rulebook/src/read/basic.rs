//! Values that are no entries: texts, numbers, days, lists, constants, tests.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;
use json::{Decimal, Expected, Json, JsonType, ShapeErrorKind};

use super::{FromJson, Node};
use crate::{Scalar, Test};

impl FromJson for String {
    #[inline(never)]
    fn read(node: &Node<'_>) -> Self {
        text(node).to_owned()
    }
}

fn text<'a>(node: &Node<'a>) -> &'a str {
    let text = node.json().and_then(Json::as_str);
    text.unwrap_or_else(|| {
        node.wrong(Expected::Type(JsonType::Text));
        ""
    })
}

/// What is not written is no.
impl FromJson for bool {
    fn read(node: &Node<'_>) -> Self {
        match node.json() {
            Some(Json::Bool(value)) => return *value,
            Some(_) => node.wrong(Expected::Type(JsonType::Bool)),
            None => {}
        }
        false
    }
}

/// The whole number from `least` to `most` that stands there; 0 for what is none.
#[inline(never)]
fn whole(node: &Node<'_>, least: i64, most: i64) -> i64 {
    let Some(number) = node.json().and_then(Json::as_number) else {
        node.wrong(Expected::Type(JsonType::Number));
        return 0;
    };
    match number.to_integer() {
        Some(found) if (least..=most).contains(&found) => return found,
        Some(found) => node.note(ShapeErrorKind::OutOfRange { found, least, most }),
        None => node.note(ShapeErrorKind::NotWhole { found: number }),
    }
    0
}

/// Whole numbers of each width.
macro_rules! whole_numbers {
    ($($type:ty)+) => {$(
        impl FromJson for $type {
            fn read(node: &Node<'_>) -> Self {
                let most = i64::try_from(Self::MAX).unwrap_or(i64::MAX);
                let least = i64::try_from(Self::MIN).unwrap_or(i64::MIN);
                Self::try_from(whole(node, least, most)).unwrap_or_default()
            }
        }
    )+};
}

whole_numbers! { u8 u32 i32 u64 i64 }

impl FromJson for Decimal {
    fn read(node: &Node<'_>) -> Self {
        let number = node.json().and_then(Json::as_number);
        number.unwrap_or_else(|| {
            node.wrong(Expected::Type(JsonType::Number));
            Self::default()
        })
    }
}

/// `YYYY-MM-DD`, as RFC 3339 writes a full date.
impl FromJson for NaiveDate {
    fn read(node: &Node<'_>) -> Self {
        let found = text(node);
        day(found).unwrap_or_else(|| {
            if node.json().and_then(Json::as_str).is_some() {
                node.note(ShapeErrorKind::InvalidValue {
                    found: found.to_owned(),
                    expected: "YYYY-MM-DD".to_owned(),
                });
            }
            Self::default()
        })
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    let fits = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    if text.len() != 10 || !text.bytes().enumerate().all(fits) {
        return None;
    }
    let number = |range: Range<usize>| text.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(number(0..4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?)
}

/// What a constant may be.
const CONSTANT: &str = "yes/no, a number or the id of a choice";

impl FromJson for Scalar {
    #[inline(never)]
    fn read(node: &Node<'_>) -> Self {
        match node.json() {
            Some(Json::Bool(value)) => Self::YesNo(*value),
            Some(Json::Number(value)) => Self::Number(*value),
            Some(Json::Text(value)) => Self::Choice(value.clone()),
            _ => {
                node.wrong(described(CONSTANT));
                Self::YesNo(false)
            }
        }
    }
}

/// A constant stands for the test that the answer is this one.
impl FromJson for Test {
    #[inline(never)]
    fn read(node: &Node<'_>) -> Self {
        match node.json() {
            Some(Json::Object(_)) => bounds(node),
            Some(Json::Bool(_) | Json::Number(_) | Json::Text(_)) => Self::is(Scalar::read(node)),
            _ => {
                let needed =
                    "yes/no, a number, the id of a choice, or a test such as { at_least = 5 }";
                node.wrong(described(needed));
                Self::default()
            }
        }
    }
}

/// The bounds of a test. One that is given bounds something: `null` is none.
fn bounds(node: &Node<'_>) -> Test {
    let mut members = node.members(&[
        ("is", true),
        ("one_of", true),
        ("at_least", true),
        ("at_most", true),
        ("on_or_after", true),
        ("on_or_before", true),
        ("or_none", true),
    ]);
    Test {
        is: members.given(),
        one_of: members.given(),
        at_least: members.given(),
        at_most: members.given(),
        on_or_after: members.given(),
        on_or_before: members.given(),
        or_none: members.next(),
    }
}

fn described(needed: &str) -> Expected {
    Expected::Described(needed.to_owned())
}

impl<T: FromJson> FromJson for Option<T> {
    fn read(node: &Node<'_>) -> Self {
        (!node.is_none()).then(|| T::read(node))
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn read(node: &Node<'_>) -> Self {
        Self::new(T::read(node))
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read(node: &Node<'_>) -> Self {
        let items = node.items().iter().enumerate();
        items
            .map(|(index, json)| T::read(&node.item(index, Some(json))))
            .collect()
    }
}

impl<T: FromJson> FromJson for BTreeMap<String, T> {
    fn read(node: &Node<'_>) -> Self {
        let mut map = Self::new();
        for (key, json) in node.object().iter() {
            map.insert(key.to_owned(), T::read(&node.member(key, json)));
        }
        map
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn read(node: &Node<'_>) -> Self {
        let items = node.items();
        if node.json().and_then(Json::as_array).is_some() && items.len() != 2 {
            node.wrong_length(items.len(), 2);
        }
        (
            A::read(&node.item(0, items.first())),
            B::read(&node.item(1, items.get(1))),
        )
    }
}
