//! Lists and objects while they are being filled.

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::{Target, WriteError};
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
    pub(super) fn new(target: Target, variant: Option<&'static str>) -> Result<Self, WriteError> {
        Ok(Self {
            items: Vec::new(),
            inner: target.deeper()?,
            variant,
        })
    }

    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.items.push(value.serialize(self.inner)?);
        Ok(())
    }

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
                self.add(value)
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
    pub(super) fn new(target: Target, variant: Option<&'static str>) -> Result<Self, WriteError> {
        Ok(Self {
            object: Object::new(),
            key: None,
            inner: target.deeper()?,
            variant,
        })
    }

    fn add(&mut self, key: String, value: Json) -> Result<(), WriteError> {
        if self.object.contains_key(&key) {
            return Err(WriteError::DuplicateKey { key });
        }
        self.object.insert(key, value);
        Ok(())
    }

    fn add_value(&mut self, value: Json) -> Result<(), WriteError> {
        let key = match self.key.take() {
            Some(Json::Text(text)) => text,
            Some(Json::Number(number)) if number.to_integer().is_some() => number.to_string(),
            _ => return Err(WriteError::KeyNotText),
        };
        self.add(key, value)
    }

    fn finish(self) -> Json {
        wrap(self.variant, Json::Object(self.object))
    }
}

impl SerializeMap for ObjectBuilder {
    type Ok = Json;
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        self.key = Some(key.serialize(self.inner)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        let value = value.serialize(self.inner)?;
        self.add_value(value)
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
                let value = value.serialize(self.inner)?;
                self.add(key.to_owned(), value)
            }

            fn end(self) -> Result<Json, WriteError> {
                Ok(self.finish())
            }
        }
    };
}

structure!(SerializeStruct);
structure!(SerializeStructVariant);
