//! One TOML file as JSON, with the place of every part.

use std::ops::Range;

use json::{Decimal, Json, Object, Path, Step};
use toml_edit::{Array, Document, Item, Key, TableLike, Value};

use super::Places;
use crate::{BookError, BookErrorKind, Place};

/// The largest file in bytes that is read: dozens of times what a book needs, and little enough for the parser's memory.
const MOST_BYTES: usize = 1 << 20;

/// A file as JSON: an object. Beside TOML's own errors, numbers must be exact.
pub(super) fn read(name: &str, text: &str) -> Result<(Object, Places), Vec<BookError>> {
    let mut reader = Reader {
        name,
        text,
        path: Path::default(),
        errors: Vec::new(),
    };
    if text.len() > MOST_BYTES {
        let (found, limit) = (text.len(), MOST_BYTES);
        let place = reader.place(0);
        reader.error(place, BookErrorKind::TooLarge { found, limit });
        return Err(reader.errors);
    }
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            let message = error.message().trim_end_matches('.').to_owned();
            let place = reader.place(start);
            reader.error(place, BookErrorKind::NotToml { message });
            return Err(reader.errors);
        }
    };
    let mut places = Places::new(Place {
        file: name.to_owned(),
        line: 0,
        column: 0,
    });
    let object = reader.table(document.as_table(), &mut places);
    if reader.errors.is_empty() {
        Ok((object, places))
    } else {
        Err(reader.errors)
    }
}

struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    path: Path,
    errors: Vec<BookError>,
}

impl Reader<'_> {
    fn table(&mut self, table: &dyn TableLike, places: &mut Places) -> Object {
        let mut object = Object::new();
        for (name, item) in table.iter() {
            let start = table.key(name).and_then(Key::span).or_else(|| item.span());
            let mut part = Places::new(self.place(start.map_or(0, |span| span.start)));
            self.path.0.push(Step::Key(name.to_owned()));
            let value = self.item(item, &mut part);
            self.path.0.pop();
            places.put_key(name, part);
            object.insert(name, value);
        }
        object
    }

    fn item(&mut self, item: &Item, places: &mut Places) -> Json {
        match item {
            Item::None => Json::Null,
            Item::Value(value) => self.value(value, places),
            Item::Table(table) => Json::Object(self.table(table, places)),
            Item::ArrayOfTables(tables) => {
                let tables = tables.iter().enumerate().map(|(index, table)| {
                    let mut part = Places::new(self.start(table.span(), &places.place));
                    self.path.0.push(Step::Index(index));
                    let object = self.table(table, &mut part);
                    self.path.0.pop();
                    places.put_index(index, part);
                    Json::Object(object)
                });
                Json::Array(tables.collect())
            }
        }
    }

    fn value(&mut self, value: &Value, places: &mut Places) -> Json {
        match value {
            Value::String(text) => Json::Text(text.value().clone()),
            Value::Boolean(value) => Json::Bool(*value.value()),
            Value::Datetime(_) => Json::Text(self.slice(value.span()).to_owned()),
            Value::InlineTable(table) => Json::Object(self.table(table, places)),
            Value::Array(array) => self.array(array, places),
            Value::Integer(number) => {
                self.number(Decimal::from_int(*number.value()), value, places)
            }
            Value::Float(_) => {
                let text: String = self.slice(value.span()).replace('_', "");
                let text = text.strip_prefix('+').unwrap_or(&text);
                self.number(Decimal::parse(text), value, places)
            }
        }
    }

    fn array(&mut self, array: &Array, places: &mut Places) -> Json {
        let items = array.iter().enumerate().map(|(index, item)| {
            let mut part = Places::new(self.start(item.span(), &places.place));
            self.path.0.push(Step::Index(index));
            let json = self.value(item, &mut part);
            self.path.0.pop();
            places.put_index(index, part);
            json
        });
        Json::Array(items.collect())
    }

    fn number(&mut self, number: Option<Decimal>, value: &Value, places: &Places) -> Json {
        if let Some(number) = number {
            return Json::Number(number);
        }
        let text = self.slice(value.span()).chars().take(40).collect();
        self.error(places.place.clone(), BookErrorKind::Number { text });
        Json::Null
    }

    fn error(&mut self, place: Place, kind: BookErrorKind) {
        let path = self.path.clone();
        self.errors.push(BookError {
            place,
            path,
            entry: None,
            kind,
        });
    }

    fn slice(&self, span: Option<Range<usize>>) -> &str {
        span.and_then(|span| self.text.get(span))
            .unwrap_or_default()
            .trim()
    }

    fn start(&self, span: Option<Range<usize>>, around: &Place) -> Place {
        span.map_or_else(|| around.clone(), |span| self.place(span.start))
    }

    fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count();
        let column = before.chars().rev().take_while(|c| *c != '\n').count();
        let from_one = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1);
        Place {
            file: self.name.to_owned(),
            line: from_one(line),
            column: from_one(column),
        }
    }
}
