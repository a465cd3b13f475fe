//! Values that are no entries: texts, numbers, days, lists, constants.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use json::{Decimal, Json};

use super::{FromTree, Node};
use crate::Scalar;

impl FromTree for String {
    fn take(node: Node<'_>) -> Self {
        node.sure(node.json.as_str().map(Self::from))
    }
}

/// What is not written is no.
impl FromTree for bool {
    fn take(node: Node<'_>) -> Self {
        *node.json == Json::Bool(true)
    }
}

impl FromTree for i64 {
    fn take(node: Node<'_>) -> Self {
        node.sure(node.json.as_number().and_then(Decimal::to_integer))
    }
}

/// Integers of another width.
macro_rules! integers {
    ($($type:ty)+) => {$(
        impl FromTree for $type {
            fn take(node: Node<'_>) -> Self {
                node.sure(Self::try_from(i64::take(node)).ok())
            }
        }
    )+};
}

integers! { u8 u32 i32 u64 }

impl FromTree for Decimal {
    fn take(node: Node<'_>) -> Self {
        node.sure(node.json.as_number())
    }
}

impl FromTree for NaiveDate {
    fn take(node: Node<'_>) -> Self {
        node.sure(node.json.as_str().and_then(day))
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
    let year = i32::try_from(parts.next()??).ok()?;
    NaiveDate::from_ymd_opt(year, parts.next()??, parts.next()??)
}

impl FromTree for Scalar {
    fn take(node: Node<'_>) -> Self {
        match node.json {
            Json::Bool(value) => Self::YesNo(*value),
            Json::Number(value) => Self::Number(*value),
            _ => Self::Choice(String::take(node)),
        }
    }
}

impl<T: FromTree> FromTree for Option<T> {
    fn take(node: Node<'_>) -> Self {
        (*node.json != Json::Null).then(|| T::take(node))
    }
}

impl<T: FromTree> FromTree for Box<T> {
    fn take(node: Node<'_>) -> Self {
        Self::new(T::take(node))
    }
}

/// What is not written is empty.
impl<T: FromTree> FromTree for Vec<T> {
    fn take(node: Node<'_>) -> Self {
        let items = node.json.as_array().unwrap_or_default();
        items.iter().map(|item| T::take(node.at(item))).collect()
    }
}

/// What is not written is empty.
impl<T: FromTree> FromTree for BTreeMap<String, T> {
    fn take(node: Node<'_>) -> Self {
        let mut map = Self::new();
        for (key, value) in node
            .json
            .as_object()
            .into_iter()
            .flat_map(json::Object::iter)
        {
            map.insert(key.to_owned(), T::take(node.at(value)));
        }
        map
    }
}

impl<A: FromTree, B: FromTree> FromTree for (A, B) {
    fn take(node: Node<'_>) -> Self {
        (node.item(0), node.item(1))
    }
}
