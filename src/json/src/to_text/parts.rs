//! Lists and objects while they are being written.

use std::borrow::Cow;

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::{Member, Target, Text};
use crate::object::key_order;
use crate::write::write_text;
use crate::{WriteError, to_json};

/// A list or an object while it is being written.
pub(super) struct Parts<'t, 'o> {
    text: &'t mut Text<'o>,
    depth: usize,
    /// Where it begins in the text, and among the members.
    start: usize,
    first: usize,
    close: char,
    is_variant: bool,
}

impl<'t, 'o> Parts<'t, 'o> {
    pub(super) fn new(
        target: Target<'t, 'o>,
        (variant, open, close): (Option<&'static str>, char, char),
    ) -> Result<Self, WriteError> {
        let Target { text, depth } = target.deeper()?;
        if let Some(variant) = variant {
            text.out.push('{');
            write_text(text.out, variant);
            text.out.push(':');
        }
        text.out.push(open);
        Ok(Self {
            start: text.out.len(),
            first: text.members.len(),
            text,
            depth,
            close,
            is_variant: variant.is_some(),
        })
    }

    fn separate(&mut self) {
        if self.text.out.len() > self.start {
            self.text.out.push(',');
        }
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        value.serialize(Target {
            text: self.text,
            depth: self.depth,
        })
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.separate();
        self.value(value)
    }

    pub(super) fn key(&mut self, key: Cow<'static, str>) {
        self.separate();
        let start = self.text.out.len();
        write_text(self.text.out, &key);
        self.text.out.push(':');
        let end = start;
        self.text.members.push(Member { key, start, end });
    }

    pub(super) fn member<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.value(value)?;
        let end = self.text.out.len();
        if let Some(member) = self.text.members.last_mut() {
            member.end = end;
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<(), WriteError> {
        let Text {
            out,
            members,
            spare,
        } = self.text;
        put_in_order(out, self.start, (members, self.first), spare)?;
        members.truncate(self.first);
        out.push(self.close);
        if self.is_variant {
            out.push('}');
        }
        Ok(())
    }
}

/// Puts the members from `first` on, whose texts stand behind `start`, in the order of their keys.
fn put_in_order(
    out: &mut String,
    start: usize,
    (members, first): (&mut [Member], usize),
    spare: &mut String,
) -> Result<(), WriteError> {
    let members = members.get_mut(first..).unwrap_or_default();
    let order = |a: &Member, b: &Member| key_order(&a.key, &b.key);
    if members.is_sorted_by(|a, b| order(a, b).is_lt()) {
        return Ok(());
    }
    members.sort_by(order);
    spare.clear();
    let mut before: Option<&str> = None;
    for member in members {
        if before == Some(&member.key) {
            let key = member.key.clone().into_owned();
            return Err(WriteError::DuplicateKey { key });
        }
        if before.is_some() {
            spare.push(',');
        }
        spare.push_str(out.get(member.start..member.end).unwrap_or_default());
        before = Some(&member.key);
    }
    out.truncate(start);
    out.push_str(spare);
    Ok(())
}

macro_rules! list {
    ($trait:ident $method:ident) => {
        impl $trait for Parts<'_, '_> {
            type Ok = ();
            type Error = WriteError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
                self.item(value)
            }

            fn end(self) -> Result<(), WriteError> {
                self.finish()
            }
        }
    };
}

list!(SerializeSeq serialize_element);
list!(SerializeTuple serialize_element);
list!(SerializeTupleStruct serialize_field);
list!(SerializeTupleVariant serialize_field);

macro_rules! structure {
    ($trait:ident) => {
        impl $trait for Parts<'_, '_> {
            type Ok = ();
            type Error = WriteError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), WriteError> {
                self.key(Cow::Borrowed(key));
                self.member(value)
            }

            fn end(self) -> Result<(), WriteError> {
                self.finish()
            }
        }
    };
}

structure!(SerializeStruct);
structure!(SerializeStructVariant);

impl SerializeMap for Parts<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        let key = crate::to_json::key(to_json(key)?)?;
        self.key(Cow::Owned(key));
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.member(value)
    }

    fn end(self) -> Result<(), WriteError> {
        self.finish()
    }
}
