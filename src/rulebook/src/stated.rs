//! Records as a reader understood them, by their places in a book, before anything is made of them.

use std::fmt::Write as _;
use std::ops::Range;

use chrono::NaiveDate;
use json::Decimal;

use crate::{Book, RecordList};

/// An answer as it was read. The book has such an answer; whether it lies in its range is not looked at yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated<'a> {
    /// "None", said on purpose.
    None,
    /// Yes or no.
    YesNo(bool),
    /// A number.
    Number(Decimal),
    /// A choice: its place among all of the question, scale or list, and its id.
    Choice(usize, &'a str),
    /// A day, and how it is written: `YYYY-MM-DD`.
    Day(NaiveDate, &'a str),
    /// A text.
    Text(&'a str),
}

impl<'a> Stated<'a> {
    /// What stands in a file where it is a text there.
    pub fn text(self) -> Option<&'a str> {
        match self {
            Self::Choice(_, text) | Self::Day(_, text) | Self::Text(text) => Some(text),
            Self::None | Self::YesNo(_) | Self::Number(_) => None,
        }
    }
}

/// A field of the records of a list, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldPlace {
    /// The field that holds the kind.
    Kind,
    /// Among the fields of every record.
    Common(usize),
    /// Among the fields of the record's kind.
    OfKind(usize),
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedRecord {
    /// The place of its list in the book.
    pub list: usize,
    /// The place of its kind in the list; none where it has none, or none was stated.
    pub kind: Option<usize>,
    /// Where its answers are.
    fields: Range<usize>,
}

/// Records of a candidate, and what was said of lists. All answers lie in one row: there are many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatedRecords<'a> {
    /// The records of all lists, in the order in which they were stated; [`record_id`] names them.
    pub records: Vec<StatedRecord>,
    fields: Vec<(FieldPlace, Stated<'a>)>,
    /// Lists, by their places, and whether they were said to be complete, or open; the last word holds.
    pub complete: Vec<(usize, bool)>,
}

impl<'a> StatedRecords<'a> {
    /// None yet, with room for so many records and answers.
    pub fn with_capacity((records, fields): (usize, usize)) -> Self {
        Self {
            records: Vec::with_capacity(records),
            fields: Vec::with_capacity(fields),
            complete: Vec::new(),
        }
    }

    /// The answers of a record.
    pub fn fields(&self, record: &StatedRecord) -> &[(FieldPlace, Stated<'a>)] {
        self.fields.get(record.fields.clone()).unwrap_or_default()
    }

    /// Puts an answer of the record that is begun behind the others.
    pub fn put(&mut self, place: FieldPlace, stated: Stated<'a>) {
        self.fields.push((place, stated));
    }

    /// Ends the record that is begun: the answers since the last one are its own.
    pub fn end(&mut self, (list, kind): (usize, Option<usize>)) {
        let begin = self.records.last().map_or(0, |last| last.fields.end);
        self.records.push(StatedRecord {
            list,
            kind,
            fields: begin..self.fields.len(),
        });
    }
}

impl StatedRecord {
    /// Its list.
    pub fn list<'b>(&self, book: &'b Book) -> Option<&'b RecordList> {
        book.list.get(self.list)
    }

    /// The name of a field.
    pub fn name<'b>(&self, list: &'b RecordList, place: FieldPlace) -> Option<&'b str> {
        let field = match place {
            FieldPlace::Kind => return list.kind_field.as_deref(),
            FieldPlace::Common(place) => list.field.get(place),
            FieldPlace::OfKind(place) => list.kind.get(self.kind?)?.field.get(place),
        };
        field.map(|field| field.id.as_str())
    }
}

/// The id of a record by its number among those that are stated, from 1: `n1`, `n2`, and so on.
pub fn record_id(number: u32) -> String {
    let mut id = String::with_capacity(11);
    id.push('n');
    // Writing to a string cannot fail.
    let _ = write!(id, "{number}");
    id
}
