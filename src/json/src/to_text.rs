//! From a Rust value to canonical text at once, through serde: what [`crate::to_json()`] and [`crate::Json::canonical`] give
//! together, without the value between them.

mod parts;

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

use self::parts::Parts;
use crate::write::{write_number, write_text};
use crate::{DEPTH_LIMIT, WriteError, to_json};

/// Puts the canonical text of `value` behind what stands in `out`.
///
/// # Errors
/// As [`to_json()`]; `out` then ends somewhere in the middle.
pub fn write_canonical<T: Serialize + ?Sized>(
    value: &T,
    out: &mut String,
) -> Result<(), WriteError> {
    let mut text = Text {
        out,
        members: Vec::new(),
        spare: String::new(),
    };
    value.serialize(Target {
        text: &mut text,
        depth: DEPTH_LIMIT,
    })
}

/// What was written so far.
struct Text<'o> {
    out: &'o mut String,
    /// Of all objects that have begun, the inner behind the outer.
    members: Vec<Member>,
    /// Room for putting members in order.
    spare: String,
}

/// A member and where it stands, key and value, in the text.
struct Member {
    key: Cow<'static, str>,
    start: usize,
    end: usize,
}

/// Where a value goes, and how many levels may still follow.
struct Target<'t, 'o> {
    text: &'t mut Text<'o>,
    depth: usize,
}

impl<'t, 'o> Target<'t, 'o> {
    fn deeper(self) -> Result<Self, WriteError> {
        let depth = self.depth.checked_sub(1);
        let depth = depth.ok_or(WriteError::TooDeep { limit: DEPTH_LIMIT })?;
        Ok(Self { depth, ..self })
    }

    /// What a whole value comes to as a value of JSON.
    fn value_of<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        crate::write::write_canonical(self.text.out, &to_json(value)?);
        Ok(())
    }

    fn list(self, variant: Option<&'static str>) -> Result<Parts<'t, 'o>, WriteError> {
        Parts::new(self, (variant, '[', ']'))
    }

    fn object(self, variant: Option<&'static str>) -> Result<Parts<'t, 'o>, WriteError> {
        Parts::new(self, (variant, '{', '}'))
    }
}

macro_rules! by_value {
    ($($method:ident $kind:ty;)*) => {
        $(fn $method(self, value: $kind) -> Result<(), WriteError> {
            self.value_of(&value)
        })*
    };
}

impl<'t, 'o> Serializer for Target<'t, 'o> {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Parts<'t, 'o>;
    type SerializeTuple = Parts<'t, 'o>;
    type SerializeTupleStruct = Parts<'t, 'o>;
    type SerializeTupleVariant = Parts<'t, 'o>;
    type SerializeMap = Parts<'t, 'o>;
    type SerializeStruct = Parts<'t, 'o>;
    type SerializeStructVariant = Parts<'t, 'o>;

    by_value! {
        serialize_i8 i8; serialize_i16 i16; serialize_i32 i32; serialize_i64 i64; serialize_i128 i128;
        serialize_u8 u8; serialize_u16 u16; serialize_u32 u32; serialize_u64 u64; serialize_u128 u128;
        serialize_char char;
    }

    fn serialize_f32(self, _: f32) -> Result<(), WriteError> {
        Err(WriteError::Float)
    }

    fn serialize_f64(self, _: f64) -> Result<(), WriteError> {
        Err(WriteError::Float)
    }

    fn serialize_bool(self, value: bool) -> Result<(), WriteError> {
        self.text.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), WriteError> {
        write_text(self.text.out, value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), WriteError> {
        Err(WriteError::Bytes)
    }

    fn serialize_none(self) -> Result<(), WriteError> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), WriteError> {
        self.text.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), WriteError> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), WriteError> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        if name == crate::decimal::DECIMAL {
            let number = crate::to_json::decimal(value)?;
            write_number(self.text.out, number);
            return Ok(());
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        let mut object = self.object(None)?;
        object.key(Cow::Borrowed(variant));
        object.member(value)?;
        object.finish()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'t, 'o>, WriteError> {
        self.list(None)
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'t, 'o>, WriteError> {
        self.list(None)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Parts<'t, 'o>, WriteError> {
        self.list(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'t, 'o>, WriteError> {
        self.deeper()?.list(Some(variant))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'t, 'o>, WriteError> {
        self.object(None)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'t, 'o>, WriteError> {
        self.object(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'t, 'o>, WriteError> {
        self.deeper()?.object(Some(variant))
    }
}
