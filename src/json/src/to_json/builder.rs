//! Lists and objects while they are being filled.
//!
//! What does not depend on the type written is kept out of line: serde's code calls it
//! once for every field of every type.

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::{Target, WriteError, key};
use crate::{Json, Object};

/// `content` as the content of `variant`, if there is one.
pub(super) fn wrap(variant: Option<&'static str>, content: Json) -> Json {
    match variant {
        Some(name) => Json::Object(core::iter::once((name, content)).collect()),
        None => content,
    }
}

pub(super) struct ListBuilder {
    items: Vec<Json>,
    inner: Target,
    variant: Option<&'static str>,
}

impl ListBuilder {
    #[inline(never)]
    pub(super) fn new(target: Target, variant: Option<&'static str>) -> Result<Self, WriteError> {
        Ok(Self {
            items: Vec::new(),
            inner: target.deeper()?,
            variant,
        })
    }

    #[inline(never)]
    fn add(&mut self, item: Result<Json, WriteError>) -> Result<(), WriteError> {
        self.items.push(item?);
        Ok(())
    }

    #[inline(never)]
    fn finish(self) -> Json {
        wrap(self.variant, Json::Array(self.items))
    }
}

macro_rules! list {
    ($trait:ident $method:ident) => {
        impl $trait for ListBuilder {
            type Ok = Json;
            type Error = WriteError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
                self.add(value.serialize(self.inner))
            }

            fn end(self) -> Result<Json, WriteError> {
                Ok(self.finish())
            }
        }
    };
}

list!(SerializeSeq serialize_element);
list!(SerializeTuple serialize_element);
list!(SerializeTupleStruct serialize_field);
list!(SerializeTupleVariant serialize_field);

pub(super) struct ObjectBuilder {
    object: Object,
    /// The key whose value comes next.
    key: Option<Json>,
    inner: Target,
    variant: Option<&'static str>,
}

impl ObjectBuilder {
    #[inline(never)]
    pub(super) fn new(target: Target, variant: Option<&'static str>) -> Result<Self, WriteError> {
        Ok(Self {
            object: Object::new(),
            key: None,
            inner: target.deeper()?,
            variant,
        })
    }

    #[inline(never)]
    fn add_field(
        &mut self,
        key: &'static str,
        value: Result<Json, WriteError>,
    ) -> Result<(), WriteError> {
        self.add(key.to_owned(), value?)
    }

    fn add(&mut self, key: String, value: Json) -> Result<(), WriteError> {
        if self.object.contains_key(&key) {
            return Err(WriteError::DuplicateKey { key });
        }
        self.object.insert(key, value);
        Ok(())
    }

    #[inline(never)]
    fn add_key(&mut self, key: Result<Json, WriteError>) -> Result<(), WriteError> {
        self.key = Some(key?);
        Ok(())
    }

    #[inline(never)]
    fn add_value(&mut self, value: Result<Json, WriteError>) -> Result<(), WriteError> {
        let name = key(self.key.take().unwrap_or(Json::Null))?;
        self.add(name, value?)
    }

    #[inline(never)]
    fn finish(self) -> Json {
        wrap(self.variant, Json::Object(self.object))
    }
}

impl SerializeMap for ObjectBuilder {
    type Ok = Json;
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        self.add_key(key.serialize(self.inner))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.add_value(value.serialize(self.inner))
    }

    fn end(self) -> Result<Json, WriteError> {
        Ok(self.finish())
    }
}

macro_rules! structure {
    ($trait:ident) => {
        impl $trait for ObjectBuilder {
            type Ok = Json;
            type Error = WriteError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), WriteError> {
                self.add_field(key, value.serialize(self.inner))
            }

            fn end(self) -> Result<Json, WriteError> {
                Ok(self.finish())
            }
        }
    };
}

structure!(SerializeStruct);
structure!(SerializeStructVariant);
