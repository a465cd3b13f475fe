//! From a JSON value to a Rust value, through serde.

mod access;
mod fault;
mod key;
mod shape_error;

pub use shape_error::{Expected, ShapeError, ShapeErrorKind};

use serde::de::{DeserializeOwned, Deserializer, Visitor};

use self::access::{Items, Members, Variant};
use self::fault::Fault;
use crate::decimal::{DECIMAL, visit_number};
use crate::{Decimal, Json, JsonType, Object};

/// Reads a value of type `T` out of `json`.
///
/// Enums are tagged externally: a variant without content is a text, any other an object
/// with one key. `null` is `None`. Whole numbers alone become integers; nothing becomes
/// a float.
///
/// # Errors
/// What does not fit, with the path to it. The path is exact, except inside what serde
/// reads into its own buffer first (`untagged`, `tag = …` and `flatten`), where it ends
/// at the value that is buffered.
pub fn from_json<T: DeserializeOwned>(json: &Json) -> Result<T, ShapeError> {
    T::deserialize(Source(json)).map_err(Fault::finish)
}

/// The value to read.
#[derive(Clone, Copy)]
struct Source<'de>(&'de Json);

impl<'de> Source<'de> {
    #[cold]
    fn wrong(self, expected: JsonType) -> Fault {
        Fault::wrong_type(self.0.kind(), Expected::Type(expected))
    }

    fn bool(self) -> Result<bool, Fault> {
        self.0.as_bool().ok_or_else(|| self.wrong(JsonType::Bool))
    }

    fn number(self) -> Result<Decimal, Fault> {
        self.0
            .as_number()
            .ok_or_else(|| self.wrong(JsonType::Number))
    }

    fn text(self) -> Result<&'de str, Fault> {
        self.0.as_str().ok_or_else(|| self.wrong(JsonType::Text))
    }

    fn array(self) -> Result<&'de [Json], Fault> {
        self.0.as_array().ok_or_else(|| self.wrong(JsonType::Array))
    }

    fn object(self) -> Result<&'de Object, Fault> {
        self.0
            .as_object()
            .ok_or_else(|| self.wrong(JsonType::Object))
    }

    fn null(self) -> Result<(), Fault> {
        if *self.0 == Json::Null {
            Ok(())
        } else {
            Err(self.wrong(JsonType::Null))
        }
    }

    fn tuple(self, len: usize) -> Result<&'de [Json], Fault> {
        let items = self.array()?;
        if items.len() == len {
            Ok(items)
        } else {
            Err(Fault::wrong_length(items.len(), len))
        }
    }

    fn variant(self) -> Result<Variant<'de>, Fault> {
        match self.0 {
            Json::Text(name) => Ok(Variant {
                name,
                content: None,
            }),
            Json::Object(object) => match object.entries() {
                [(name, content)] => Ok(Variant {
                    name,
                    content: Some(content),
                }),
                entries => Err(Fault::wrong_length(entries.len(), 1)),
            },
            other => Err(Fault::wrong_type(other.kind(), Expected::TextOrObject)),
        }
    }
}

/// The whole number `number`, if it is one from `least` to `most`.
fn whole(number: Decimal, least: i64, most: i64) -> Result<i64, Fault> {
    match number.to_integer() {
        Some(found) if (least..=most).contains(&found) => Ok(found),
        Some(found) => Err(Fault::new(ShapeErrorKind::OutOfRange {
            found,
            least,
            most,
        })),
        None => Err(Fault::new(ShapeErrorKind::NotWhole { found: number })),
    }
}

fn visit_items<'de, V: Visitor<'de>>(items: &'de [Json], visitor: V) -> Result<V::Value, Fault> {
    let mut access = Items::new(items);
    let value = visitor.visit_seq(&mut access)?;
    access.end()?;
    Ok(value)
}

fn visit_members<'de, V: Visitor<'de>>(object: &'de Object, visitor: V) -> Result<V::Value, Fault> {
    let mut access = Members::new(object);
    let value = visitor.visit_map(&mut access)?;
    access.end()?;
    Ok(value)
}

/// The methods for each type of whole number, for a type that has `number`.
macro_rules! whole_numbers {
    () => {
        whole_numbers! {
            deserialize_i8 i64::from(i8::MIN), i64::from(i8::MAX);
            deserialize_i16 i64::from(i16::MIN), i64::from(i16::MAX);
            deserialize_i32 i64::from(i32::MIN), i64::from(i32::MAX);
            deserialize_i64 i64::MIN, i64::MAX;
            deserialize_i128 i64::MIN, i64::MAX;
            deserialize_u8 0, i64::from(u8::MAX);
            deserialize_u16 0, i64::from(u16::MAX);
            deserialize_u32 0, i64::from(u32::MAX);
            deserialize_u64 0, i64::MAX;
            deserialize_u128 0, i64::MAX;
        }
    };
    ($($method:ident $least:expr, $most:expr;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            visitor.visit_i64($crate::from_json::whole(self.number()?, $least, $most)?)
        })*
    };
}
use whole_numbers;

impl<'de> Deserializer<'de> for Source<'de> {
    type Error = Fault;

    whole_numbers!();

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(number) => visit_number(*number, visitor),
            Json::Text(text) => visitor.visit_borrowed_str(text),
            Json::Array(items) => visit_items(items, visitor),
            Json::Object(object) => visit_members(object, visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_bool(self.bool()?)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Fault> {
        Err(Fault::new(ShapeErrorKind::Float))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Fault> {
        Err(Fault::new(ShapeErrorKind::Float))
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if *self.0 == Json::Null {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.null()?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if name == DECIMAL {
            visit_number(self.number()?, visitor)
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visit_items(self.array()?, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Fault> {
        visit_items(self.tuple(len)?, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visit_members(self.object()?, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_enum(self.variant()?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { bytes byte_buf }
}
