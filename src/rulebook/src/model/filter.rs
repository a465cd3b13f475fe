//! Tests on one answer, and filters on records.

#[cfg(feature = "schema")]
mod schema;

use std::collections::BTreeMap;

use json::Decimal;
use serde::Serialize;

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
