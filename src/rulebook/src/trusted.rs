//! Reading again what the build has read, checked and compiled.
//!
//! The strict readers ([`crate::read_book`]) name every fault of any text; that takes more room
//! in a browser than all else that a book needs. The application opens only what its own build
//! embedded, so it reads without telling faults apart.
//!
//! INVARIANT: the build refuses to embed a text that is not read here as the very value it was
//! compiled from. No other text may come here: an unknown key or an unsound rule is not noticed.

mod basic;
mod model;

use core::cell::Cell;

use json::Json;

use crate::{Book, Calendar, Season};

/// The book in a compiled text; none when it is no such text.
pub fn book(text: &str) -> Option<Book> {
    read(text)
}

/// The season in a compiled text; none when it is no such text.
pub fn season(text: &str) -> Option<Season> {
    read(text)
}

/// The calendar in a compiled text; none when it is no such text.
pub fn calendar(text: &str) -> Option<Calendar> {
    read(text)
}

fn read<T: FromTree>(text: &str) -> Option<T> {
    let json = Json::parse(text.as_bytes()).ok()?;
    take(&json)
}

/// The value in a tree; none when a part of it has not the shape it must have.
pub(crate) fn take<T: FromTree>(json: &Json) -> Option<T> {
    let wrong = Cell::new(false);
    let value = T::take(Node {
        json,
        wrong: &wrong,
    });
    (!wrong.get()).then_some(value)
}

/// A value that is taken out of a tree.
///
/// What has not the right shape is noted and gives any value at all: a reader that went on only
/// while all is well would have to clear away its half-made parts after every step, which is
/// most of what the strict reader weighs.
pub(crate) trait FromTree: Sized {
    /// Takes the value.
    fn take(node: Node<'_>) -> Self;
}

/// A place in a tree.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    json: &'a Json,
    wrong: &'a Cell<bool>,
}

impl<'a> Node<'a> {
    /// The same tree at another place.
    const fn at(self, json: &'a Json) -> Self {
        Self {
            json,
            wrong: self.wrong,
        }
    }

    /// The value of a key; what is not there is `null`.
    fn key<T: FromTree>(self, key: &str) -> T {
        T::take(self.at(self.json.get(key).unwrap_or(&Json::Null)))
    }

    /// An item of an array; what is not there is `null`.
    fn item<T: FromTree>(self, index: usize) -> T {
        let items = self.json.as_array().unwrap_or_default();
        T::take(self.at(items.get(index).unwrap_or(&Json::Null)))
    }

    /// Name and content of a choice: `"name"` or `{"name": content}`.
    fn choice(self) -> (&'a str, Self) {
        if let Some(name) = self.json.as_str() {
            return (name, self.at(&Json::Null));
        }
        let mut members = self
            .json
            .as_object()
            .into_iter()
            .flat_map(json::Object::iter);
        let (name, content) = members.next().unwrap_or(("", &Json::Null));
        (name, self.at(content))
    }

    /// The value, or note that there is none.
    fn sure<T: Default>(self, value: Option<T>) -> T {
        if value.is_none() {
            self.note();
        }
        value.unwrap_or_default()
    }

    /// Notes that something has not the right shape.
    fn note(self) {
        self.wrong.set(true);
    }
}
