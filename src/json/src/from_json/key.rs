//! Keys of objects and names of variants.

use serde::de::{Deserializer, Visitor};

use super::access::Variant;
use super::fault::Fault;
use super::{Expected, whole_numbers};
use crate::{Decimal, JsonType};

/// A key: a text, the name of a variant, or a whole number in its shortest spelling, so
/// that one number cannot stand there twice.
pub(super) struct KeyText<'de>(pub(super) &'de str);

impl KeyText<'_> {
    fn number(&self) -> Result<Decimal, Fault> {
        Decimal::parse(self.0)
            .filter(|number| number.to_string() == self.0)
            .ok_or_else(|| Fault::wrong_type(JsonType::Text, Expected::Type(JsonType::Number)))
    }
}

impl<'de> Deserializer<'de> for KeyText<'de> {
    type Error = Fault;

    whole_numbers!();

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_enum(Variant {
            name: self.0,
            content: None,
        })
    }

    serde::forward_to_deserialize_any! {
        bool f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct
        map struct identifier ignored_any
    }
}
