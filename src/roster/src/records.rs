//! Rows of records.

use dossier::{Answer, Record};
use rulebook::{Book, Field, Kind, RecordList};
use sheet::{Epoch, Row, Value};

use crate::columns::{Columns, Target};
use crate::mapping::Mapping;
use crate::problem::{Problem, ProblemKind};
use crate::typed::{Asked, Reader};

/// What stands between the label of a list and that of a kind.
const BETWEEN: &str = "：";

/// The kinds of records of a book, by the words under `记录`: the list, or list and kind.
pub(crate) fn kinds(book: &Book) -> Vec<(String, &RecordList, Option<&Kind>)> {
    let mut all = Vec::new();
    for list in &book.list {
        if list.kind.is_empty() {
            all.push((list.label.clone(), list, None));
        }
        for kind in &list.kind {
            let words = format!("{}{BETWEEN}{}", list.label, kind.label);
            all.push((words, list, Some(kind)));
        }
    }
    all
}

/// A record, whose it is and in which list.
pub(crate) struct OfRecord {
    pub(crate) key: String,
    pub(crate) list: String,
    pub(crate) record: Record,
}

/// Reads rows of records.
pub(crate) struct Records<'a> {
    pub(crate) book: &'a Book,
    pub(crate) mapping: &'a Mapping,
    pub(crate) columns: Columns,
    pub(crate) epoch: Epoch,
}

impl<'a> Records<'a> {
    /// The record of a row; none when it cannot be read.
    pub(crate) fn record(&self, row: &Row, problems: &mut Vec<Problem>) -> Option<OfRecord> {
        let text = |target: &Target| {
            let column = self.columns.targets.iter().position(|own| own == target)?;
            let value = row.cell(column)?.value.as_ref()?;
            Some((column, value.shown().into_owned()))
        };
        let whole = |kind| Problem {
            place: self.columns.place(row.number, None),
            value: String::new(),
            kind,
        };
        let Some((_, key)) = text(&Target::Key) else {
            problems.push(whole(ProblemKind::NoKey));
            return None;
        };
        let (column, words) = text(&Target::Record).unwrap_or_default();
        let Some((label, list, kind)) = self.kind(&words) else {
            let known = kinds(self.book).into_iter().map(|(words, ..)| words);
            problems.push(Problem {
                place: self.columns.place(row.number, Some(column)),
                value: words,
                kind: ProblemKind::UnknownRecord(known.collect()),
            });
            return None;
        };
        let mut record = Record::new(format!("r{}", row.number));
        if let (Some(field), Some(kind)) = (&list.kind_field, kind) {
            record
                .fields
                .insert(field.clone(), Answer::from_text(kind.id.as_str()));
        }
        for cell in &row.cells {
            self.field(
                (row.number, cell),
                (&label, list, kind),
                &mut record,
                problems,
            );
        }
        let list = list.id.clone();
        Some(OfRecord { key, list, record })
    }

    /// The kind of record that words mean: list and kind, or one of them alone where that is enough.
    fn kind(&self, words: &str) -> Option<(String, &'a RecordList, Option<&'a Kind>)> {
        let all = kinds(self.book);
        let named = |(label, list, kind): &&(String, &RecordList, Option<&Kind>)| {
            label == words
                || kind.map_or(list.id == words, |kind| {
                    kind.id == words || kind.label == words
                })
        };
        let mut found = all.iter().filter(named);
        match (found.next(), found.next()) {
            (Some(one), None) => Some(one.clone()),
            (Some(_), Some(_)) => all.iter().find(|(label, ..)| label == words).cloned(),
            _ => None,
        }
    }

    fn field(
        &self,
        (row, cell): (u32, &sheet::Cell),
        (label, list, kind): (&str, &RecordList, Option<&Kind>),
        record: &mut Record,
        problems: &mut Vec<Problem>,
    ) {
        let mut tell = |value: String, kind| {
            let place = self.columns.place(row, Some(cell.column));
            problems.push(Problem { place, value, kind });
        };
        let shown = cell.value.as_ref().map(Value::shown);
        let shown = shown.unwrap_or_default().into_owned();
        let target = match self.columns.targets.get(cell.column) {
            None => return tell(shown, ProblemKind::TooManyCells),
            Some(Target::Field(target)) => target,
            Some(_) => return,
        };
        let own = kind.into_iter().flat_map(|kind| &kind.field);
        let mut fields = list.field.iter().chain(own);
        let Some(Field { id, kind, none, .. }) = fields.find(|field| field.label == *target) else {
            let record = label.to_owned();
            return tell(shown, ProblemKind::NotAField { record });
        };
        let Some(value) = &cell.value else {
            return tell(shown, ProblemKind::FormulaUnsaved);
        };
        if cell.formula {
            tell(shown.clone(), ProblemKind::Formula);
        }
        let reader = Reader {
            book: self.book,
            mapping: self.mapping,
            epoch: self.epoch,
        };
        let asked = Asked {
            id,
            kind,
            none: none.as_deref(),
        };
        match reader.answer(&asked, value) {
            Ok((answer, note)) => {
                record.fields.insert(id.clone(), answer);
                if let Some(note) = note {
                    tell(shown, note);
                }
            }
            Err(kind) => tell(shown, kind),
        }
    }
}
