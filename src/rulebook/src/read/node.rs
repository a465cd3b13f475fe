//! A place in the JSON that is read, with the way to it.

use std::cell::Cell;

use json::{Expected, Json, JsonType, Object, Path, ShapeError, ShapeErrorKind, Step};

use super::FromJson;

/// The most faults that are noted.
const MOST: usize = 100;

/// What does not fit, in the order found.
#[derive(Default)]
pub(super) struct Noted(Cell<Vec<ShapeError>>);

impl Noted {
    /// What was noted.
    pub(super) fn into_errors(self) -> Vec<ShapeError> {
        self.0.into_inner()
    }
}

/// Names, and a mark of each: of a key whether it may be missing, of a choice whether it has content.
pub(super) type Names = [(&'static str, bool)];

/// A place in the JSON that is read.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    /// What stands there; none when nothing does.
    json: Option<&'a Json>,
    /// Whether nothing need stand there, or the reason that nothing does is noted already.
    spare: bool,
    at: At<'a>,
    noted: &'a Noted,
}

/// The last step of the way to a place.
#[derive(Clone, Copy)]
enum At<'a> {
    Top,
    Key(&'a Node<'a>, &'a str),
    Item(&'a Node<'a>, usize),
}

impl<'a> Node<'a> {
    /// The value itself.
    pub(super) fn top(json: &'a Json, noted: &'a Noted) -> Self {
        Self {
            json: Some(json),
            spare: false,
            at: At::Top,
            noted,
        }
    }

    /// What stands there; none when nothing does.
    pub(super) fn json(&self) -> Option<&'a Json> {
        self.json
    }

    /// Whether `null` or nothing stands there.
    pub(super) fn is_none(&self) -> bool {
        matches!(self.json, None | Some(Json::Null))
    }

    /// The members of an object that has no keys but these.
    ///
    /// Beside a key that is not known none is noted as missing: most often the one is the other, misspelt.
    #[inline(never)]
    pub(super) fn members(&'a self, keys: &'static Names) -> Members<'a> {
        let object = self.object();
        let mut all_known = matches!(self.json, Some(Json::Object(_)));
        for (key, _) in object.iter() {
            if !keys.iter().any(|(known, _)| *known == key) {
                all_known = false;
                self.note(ShapeErrorKind::UnknownKey {
                    key: key.to_owned(),
                    expected: owned(keys),
                });
            }
        }
        Members {
            node: self,
            object,
            keys,
            all_known,
        }
    }

    /// Which of the choices stands there, as `"name"` or `{"name": content}`, and its content; a number
    /// beyond all of them when it is none.
    #[inline(never)]
    pub(super) fn choice(&'a self, choices: &'static Names) -> (usize, Self) {
        let (name, content) = match self.json {
            Some(Json::Text(name)) => (name.as_str(), None),
            Some(Json::Object(object)) if object.len() == 1 => object
                .iter()
                .next()
                .map_or(("", None), |(name, content)| (name, Some(content))),
            Some(Json::Object(object)) => {
                self.wrong_length(object.len(), 1);
                return (usize::MAX, *self);
            }
            _ => {
                self.wrong(Expected::TextOrObject);
                return (usize::MAX, *self);
            }
        };
        let inner = Self {
            json: content,
            spare: true,
            at: At::Key(self, name),
            noted: self.noted,
        };
        let found = choices.iter().position(|(known, _)| *known == name);
        match found.and_then(|place| choices.get(place)) {
            None => self.note(ShapeErrorKind::UnknownVariant {
                found: name.to_owned(),
                expected: owned(choices),
            }),
            Some((_, has_content)) if *has_content != content.is_some() => {
                let needed = if *has_content {
                    JsonType::Object
                } else {
                    JsonType::Text
                };
                self.wrong(Expected::Type(needed));
            }
            Some(_) => {}
        }
        (found.unwrap_or(usize::MAX), inner)
    }

    /// The items of an array.
    #[inline(never)]
    pub(super) fn items(&self) -> &'a [Json] {
        let items = self.json.and_then(Json::as_array);
        items.unwrap_or_else(|| {
            self.wrong(Expected::Type(JsonType::Array));
            &[]
        })
    }

    /// The members of an object, whatever their keys.
    #[inline(never)]
    pub(super) fn object(&self) -> &'a Object {
        const NONE: &Object = &Object::new();
        let object = self.json.and_then(Json::as_object);
        object.unwrap_or_else(|| {
            self.wrong(Expected::Type(JsonType::Object));
            NONE
        })
    }

    /// The place of an item; what is not there is noted as missing nowhere.
    pub(super) fn item(&'a self, index: usize, json: Option<&'a Json>) -> Self {
        Self {
            json,
            spare: true,
            at: At::Item(self, index),
            noted: self.noted,
        }
    }

    /// The place of a member.
    pub(super) fn member(&'a self, key: &'a str, json: &'a Json) -> Self {
        Self {
            json: Some(json),
            spare: true,
            at: At::Key(self, key),
            noted: self.noted,
        }
    }

    /// Notes that something else stands there than is needed, or nothing where something is needed.
    #[cold]
    #[inline(never)]
    pub(super) fn wrong(&self, expected: Expected) {
        match (self.json, self.at) {
            (Some(json), _) => self.note(ShapeErrorKind::WrongType {
                found: json.kind(),
                expected,
            }),
            (None, At::Key(object, key)) if !self.spare => {
                let key = key.to_owned();
                object.note(ShapeErrorKind::MissingKey { key });
            }
            (None, _) => {}
        }
    }

    /// Notes that there are more or fewer than there must be.
    #[cold]
    pub(super) fn wrong_length(&self, found: usize, expected: usize) {
        self.note(ShapeErrorKind::WrongLength { found, expected });
    }

    /// Notes a fault of this place.
    #[cold]
    #[inline(never)]
    pub(super) fn note(&self, kind: ShapeErrorKind) {
        let mut errors = self.noted.0.take();
        if errors.len() < MOST {
            let path = self.path();
            errors.push(ShapeError { path, kind });
        }
        self.noted.0.set(errors);
    }

    fn path(&self) -> Path {
        let mut steps = Vec::new();
        let mut at = self.at;
        loop {
            let (above, step) = match at {
                At::Top => break,
                At::Key(above, key) => (above, Step::Key(key.to_owned())),
                At::Item(above, index) => (above, Step::Index(index)),
            };
            steps.push(step);
            at = above.at;
        }
        steps.reverse();
        Path(steps)
    }
}

fn owned(names: &Names) -> Vec<String> {
    names.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// The members of an object, one key after the other.
pub(super) struct Members<'a> {
    node: &'a Node<'a>,
    object: &'a Object,
    /// The keys that are still to come.
    keys: &'static Names,
    /// Whether it is an object without unknown keys.
    all_known: bool,
}

impl<'a> Members<'a> {
    /// Reads the value of the next key.
    pub(super) fn next<T: FromJson>(&mut self) -> T {
        T::read(&self.step())
    }

    /// Reads the value of the next key, which may be missing, yet not `null`.
    pub(super) fn given<T: FromJson>(&mut self) -> Option<T> {
        let node = self.step();
        node.json.map(|_| T::read(&node))
    }

    /// The place of the next key. Of an object that is none, no key is noted as missing.
    #[inline(never)]
    fn step(&mut self) -> Node<'a> {
        let (key, may_miss) = match self.keys {
            [] => ("", true),
            [(key, may_miss), rest @ ..] => {
                self.keys = rest;
                (*key, *may_miss)
            }
        };
        Node {
            json: self.object.get(key),
            spare: may_miss || !self.all_known,
            at: At::Key(self.node, key),
            noted: self.node.noted,
        }
    }
}
