//! Lists, objects and enum contents, each adding its step to the path of a fault.

use core::slice::Iter;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::fault::Fault;
use super::key::KeyText;
use super::{Expected, ShapeErrorKind, Source};
use crate::{Json, JsonType, Object};

pub(super) struct Items<'de> {
    rest: Iter<'de, Json>,
    index: usize,
}

impl<'de> Items<'de> {
    pub(super) fn new(items: &'de [Json]) -> Self {
        Self {
            rest: items.iter(),
            index: 0,
        }
    }

    /// Refuses items that nobody wanted.
    pub(super) fn end(&self) -> Result<(), Fault> {
        match self.rest.len() {
            0 => Ok(()),
            more => Err(Fault::wrong_length(self.index + more, self.index)),
        }
    }

    fn next(&mut self) -> Option<(usize, Source<'de>)> {
        let index = self.index;
        let item = self.rest.next()?;
        self.index += 1;
        Some((index, Source(item)))
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        match self.next() {
            Some((index, source)) => match seed.deserialize(source) {
                Ok(value) => Ok(Some(value)),
                Err(fault) => Err(fault.in_item(index)),
            },
            None => Ok(None),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

pub(super) struct Members<'de> {
    rest: Iter<'de, (String, Json)>,
    current: Option<&'de (String, Json)>,
}

impl<'de> Members<'de> {
    pub(super) fn new(object: &'de Object) -> Self {
        Self {
            rest: object.entries().iter(),
            current: None,
        }
    }

    /// Refuses members that nobody wanted.
    pub(super) fn end(mut self) -> Result<(), Fault> {
        match self.rest.next() {
            None => Ok(()),
            Some((key, _)) => Err(Fault::new(ShapeErrorKind::UnknownKey {
                key: key.clone(),
                expected: Vec::new(),
            })),
        }
    }

    fn value(&mut self) -> Result<(&'de str, Source<'de>), Fault> {
        match self.current.take() {
            Some((key, value)) => Ok((key, Source(value))),
            None => Err(Fault::custom("a value was asked for before its key")),
        }
    }
}

impl<'de> MapAccess<'de> for &mut Members<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        self.current = self.rest.next();
        match self.current {
            Some((key, _)) => match seed.deserialize(KeyText(key)) {
                Ok(value) => Ok(Some(value)),
                Err(fault) => Err(fault.in_key(key)),
            },
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (key, source) = self.value()?;
        seed.deserialize(source)
            .map_err(|fault| fault.in_member(key))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// A variant: its name alone, or with its content.
pub(super) struct Variant<'de> {
    pub(super) name: &'de str,
    pub(super) content: Option<&'de Json>,
}

impl<'de> Variant<'de> {
    fn content(&self) -> Result<Source<'de>, Fault> {
        let wrong = || Fault::wrong_type(JsonType::Text, Expected::Type(JsonType::Object));
        self.content.map(Source).ok_or_else(wrong)
    }
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        seed.deserialize(KeyText(self.name))
            .map(|value| (value, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.content {
            None => Ok(()),
            Some(_) => Err(Fault::wrong_type(
                JsonType::Object,
                Expected::Type(JsonType::Text),
            )),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(self.content()?)
            .map_err(|fault| fault.in_member(self.name))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Fault> {
        self.content()?
            .deserialize_tuple(len, visitor)
            .map_err(|fault| fault.in_member(self.name))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.content()?
            .deserialize_map(visitor)
            .map_err(|fault| fault.in_member(self.name))
    }
}
