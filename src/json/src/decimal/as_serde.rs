//! How a decimal passes through serde without a float.
//!
//! serde has no exact fractions. Our own reader hands a fraction over as eight bytes, its
//! millionths in little-endian order: no other JSON value arrives as bytes, so nothing can
//! be mistaken for it, even after serde has buffered it. Our own writer knows the name
//! [`DECIMAL`]. Other formats see a text, and may give a whole number or a text.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use super::Decimal;

/// The newtype name by which our reader and writer know a decimal.
pub(crate) const DECIMAL: &str = "$json::Decimal";

/// Hands `number` to `visitor`: a whole number as it is, a fraction as its bytes.
pub(crate) fn visit_number<'de, V: Visitor<'de>, E: Error>(
    number: Decimal,
    visitor: V,
) -> Result<V::Value, E> {
    match number.to_integer() {
        Some(whole) => visitor.visit_i64(whole),
        None => visitor.visit_bytes(&number.millionths().to_le_bytes()),
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(DECIMAL, self.to_string().as_str())
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(DECIMAL, DecimalVisitor)
    }
}

struct DecimalVisitor;

impl<'de> Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number with at most six decimals")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Decimal, D::Error> {
        // A binary format does not say what comes; there the text was written.
        if inner.is_human_readable() {
            inner.deserialize_any(self)
        } else {
            inner.deserialize_str(self)
        }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Decimal, E> {
        Decimal::from_int(value).ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Decimal, E> {
        i64::try_from(value)
            .ok()
            .and_then(Decimal::from_int)
            .ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Decimal, E> {
        Decimal::parse(value).ok_or_else(|| E::invalid_value(Unexpected::Str(value), &self))
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<Decimal, E> {
        <[u8; 8]>::try_from(value)
            .map(|bytes| Decimal::from_millionths(i64::from_le_bytes(bytes)))
            .map_err(|_| E::invalid_type(Unexpected::Bytes(value), &self))
    }
}
