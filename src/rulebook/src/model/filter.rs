//! Tests on one answer, and filters on records.

#[cfg(feature = "schema")]
mod schema;

use std::collections::BTreeMap;
use std::fmt;

use json::Decimal;
use serde::de::value::BytesDeserializer;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// Tests by field; a record passes when every one holds.
pub type Filter = BTreeMap<String, Test>;

/// A constant of the book: yes or no, a number, or the id of a choice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scalar {
    /// Yes or no.
    YesNo(bool),
    /// A number.
    Number(Decimal),
    /// The id of a choice.
    Choice(String),
}

/// A test on one answer; it holds when every bound that is given holds.
///
/// Written as a constant when only `is` is given. The answer `null` passes only with `or_none`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Test {
    /// The answer equals this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<Scalar>,
    /// The answer is one of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_of: Option<Vec<Scalar>>,
    /// The number is not smaller, or the choice not lower on its scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Scalar>,
    /// The number is not greater, or the choice not higher on its scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Scalar>,
    /// The day is not before this day of the book.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_or_after: Option<String>,
    /// The day is not after this day of the book.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_or_before: Option<String>,
    /// Whether the answer `null` passes too.
    #[serde(skip_serializing_if = "is_false")]
    pub or_none: bool,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature serde asks for"
)]
fn is_false(value: &bool) -> bool {
    !*value
}

impl Test {
    /// The test for one constant.
    pub fn is(value: Scalar) -> Self {
        Self {
            is: Some(value),
            ..Self::default()
        }
    }

    /// Whether it bounds nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Serialize for Scalar {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::YesNo(value) => serializer.serialize_bool(*value),
            Self::Number(value) => value.serialize(serializer),
            Self::Choice(value) => serializer.serialize_str(value),
        }
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut test = deserializer.deserialize_any(TestVisitor)?;
        let value = test.is.take().filter(|_| test.is_empty());
        value.ok_or_else(|| de::Error::custom("expected yes/no, a number or the id of a choice"))
    }
}

impl<'de> Deserialize<'de> for Test {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TestVisitor)
    }
}

struct TestVisitor;

impl<'de> Visitor<'de> for TestVisitor {
    type Value = Test;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("yes/no, a number, the id of a choice, or a test such as { at_least = 5 }")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Test, E> {
        Ok(Test::is(Scalar::YesNo(value)))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Test, E> {
        Decimal::from_int(value)
            .map(|number| Test::is(Scalar::Number(number)))
            .ok_or_else(|| E::custom("the number is too large"))
    }

    /// A fraction, as the JSON reader hands it over.
    fn visit_bytes<E: de::Error>(self, value: &[u8]) -> Result<Test, E> {
        let number = Decimal::deserialize(BytesDeserializer::new(value))?;
        Ok(Test::is(Scalar::Number(number)))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Test, E> {
        Ok(Test::is(Scalar::Choice(value.to_owned())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Test, A::Error> {
        const KEYS: &[&str] = &[
            "is",
            "one_of",
            "at_least",
            "at_most",
            "on_or_after",
            "on_or_before",
            "or_none",
        ];
        let mut test = Test::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "is" => test.is = Some(map.next_value()?),
                "one_of" => test.one_of = Some(map.next_value()?),
                "at_least" => test.at_least = Some(map.next_value()?),
                "at_most" => test.at_most = Some(map.next_value()?),
                "on_or_after" => test.on_or_after = Some(map.next_value()?),
                "on_or_before" => test.on_or_before = Some(map.next_value()?),
                "or_none" => test.or_none = map.next_value()?,
                _ => return Err(de::Error::unknown_field(&key, KEYS)),
            }
        }
        Ok(test)
    }
}
