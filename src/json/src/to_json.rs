//! From a Rust value to a JSON value, through serde.

mod builder;
mod write_error;

pub use write_error::WriteError;

use serde::ser::{Serialize, Serializer};

use self::builder::{ListBuilder, ObjectBuilder, wrap};
use crate::decimal::DECIMAL;
use crate::{DEPTH_LIMIT, Decimal, Json};

/// The JSON value of `value`, in the shape that [`crate::from_json()`] reads.
///
/// # Errors
/// What JSON as this crate has it cannot hold: floats, bytes, whole numbers out of range,
/// keys that are neither text nor whole number, a key twice, and nesting beyond
/// [`DEPTH_LIMIT`].
pub fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<Json, WriteError> {
    value.serialize(Target { depth: DEPTH_LIMIT })
}

/// Where a value goes, and how many levels may still follow.
#[derive(Clone, Copy)]
struct Target {
    depth: usize,
}

impl Target {
    fn deeper(self) -> Result<Self, WriteError> {
        self.depth
            .checked_sub(1)
            .map(|depth| Self { depth })
            .ok_or(WriteError::TooDeep { limit: DEPTH_LIMIT })
    }
}

/// The name of a member: a text, or a whole number.
pub(crate) fn key(json: Json) -> Result<String, WriteError> {
    match json {
        Json::Text(text) => Ok(text),
        Json::Number(number) if number.to_integer().is_some() => Ok(number.to_string()),
        _ => Err(WriteError::KeyNotText),
    }
}

/// The decimal that `Decimal` spells for us.
pub(crate) fn decimal<T: Serialize + ?Sized>(spelled: &T) -> Result<Decimal, WriteError> {
    let json = to_json(spelled)?;
    let number = json.as_str().and_then(Decimal::parse);
    number.ok_or(WriteError::NumberTooLarge)
}

fn whole(value: i64) -> Result<Json, WriteError> {
    Json::try_from(value).map_err(|_| WriteError::NumberTooLarge)
}

macro_rules! whole_numbers {
    ($($method:ident $kind:ty;)*) => {
        $(fn $method(self, value: $kind) -> Result<Json, WriteError> {
            i64::try_from(value).map_or(Err(WriteError::NumberTooLarge), whole)
        })*
    };
}

impl Serializer for Target {
    type Ok = Json;
    type Error = WriteError;
    type SerializeSeq = ListBuilder;
    type SerializeTuple = ListBuilder;
    type SerializeTupleStruct = ListBuilder;
    type SerializeTupleVariant = ListBuilder;
    type SerializeMap = ObjectBuilder;
    type SerializeStruct = ObjectBuilder;
    type SerializeStructVariant = ObjectBuilder;

    whole_numbers! {
        serialize_i8 i8; serialize_i16 i16; serialize_i32 i32; serialize_i64 i64; serialize_i128 i128;
        serialize_u8 u8; serialize_u16 u16; serialize_u32 u32; serialize_u64 u64; serialize_u128 u128;
    }

    fn serialize_bool(self, value: bool) -> Result<Json, WriteError> {
        Ok(Json::Bool(value))
    }

    fn serialize_f32(self, _: f32) -> Result<Json, WriteError> {
        Err(WriteError::Float)
    }

    fn serialize_f64(self, _: f64) -> Result<Json, WriteError> {
        Err(WriteError::Float)
    }

    fn serialize_char(self, value: char) -> Result<Json, WriteError> {
        Ok(Json::Text(value.to_string()))
    }

    fn serialize_str(self, value: &str) -> Result<Json, WriteError> {
        Ok(Json::from(value))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Json, WriteError> {
        Err(WriteError::Bytes)
    }

    fn serialize_none(self) -> Result<Json, WriteError> {
        Ok(Json::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Json, WriteError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Json, WriteError> {
        Ok(Json::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Json, WriteError> {
        Ok(Json::Null)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Json, WriteError> {
        Ok(Json::from(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Json, WriteError> {
        if name == DECIMAL {
            return decimal(value).map(Json::Number);
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Json, WriteError> {
        Ok(wrap(Some(variant), value.serialize(self.deeper()?)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<ListBuilder, WriteError> {
        ListBuilder::new(self, None)
    }

    fn serialize_tuple(self, _: usize) -> Result<ListBuilder, WriteError> {
        ListBuilder::new(self, None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<ListBuilder, WriteError> {
        ListBuilder::new(self, None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<ListBuilder, WriteError> {
        ListBuilder::new(self.deeper()?, Some(variant))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<ObjectBuilder, WriteError> {
        ObjectBuilder::new(self, None)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<ObjectBuilder, WriteError> {
        ObjectBuilder::new(self, None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<ObjectBuilder, WriteError> {
        ObjectBuilder::new(self.deeper()?, Some(variant))
    }
}
