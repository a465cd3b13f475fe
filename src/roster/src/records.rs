//! Rows of records.

use std::collections::BTreeMap;

use dossier::{Answer, Record};
use rulebook::{Book, Field, Kind, RecordList};
use sheet::{Epoch, Row, Value};

use crate::columns::{Columns, Target};
use crate::mapping::Mapping;
use crate::problem::{Problem, ProblemKind};
use crate::typed::{Asked, Reader};

/// What stands between the label of a list and that of a kind.
const BETWEEN: &str = "：";

/// A kind of record: the words under `记录`, the list and, where it has several, the kind.
pub(crate) type KindOf<'a> = (String, &'a RecordList, Option<&'a Kind>);

/// The kinds of records of a book, by the words under `记录`: the list, or list and kind.
pub(crate) fn kinds(book: &Book) -> Vec<KindOf<'_>> {
    let mut all = Vec::new();
    for list in &book.list {
        if list.kind.is_empty() {
            all.push((label(list, None), list, None));
        }
        for kind in &list.kind {
            all.push((label(list, Some(kind)), list, Some(kind)));
        }
    }
    all
}

fn label(list: &RecordList, kind: Option<&Kind>) -> String {
    match kind {
        None => list.label.clone(),
        Some(kind) => format!("{}{BETWEEN}{}", list.label, kind.label),
    }
}

/// The kinds of records of a book by all words that mean one of them alone, with their places among all kinds.
#[derive(Clone, Debug)]
pub(crate) struct Kinds(BTreeMap<String, usize>);

impl Kinds {
    pub(crate) fn of(book: &Book) -> Self {
        let all = kinds(book);
        let mut short: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        for (place, (_, list, kind)) in all.iter().enumerate() {
            let mut words = match kind {
                None => vec![list.id.as_str()],
                Some(kind) => vec![kind.id.as_str(), kind.label.as_str()],
            };
            words.dedup();
            for words in words {
                let known = short.entry(words).or_insert(Some(place));
                if *known != Some(place) {
                    *known = None;
                }
            }
        }
        let short = short.into_iter();
        let mut places: BTreeMap<String, usize> = short
            .filter_map(|(words, place)| Some((words.to_owned(), place?)))
            .collect();
        for (place, (label, ..)) in all.into_iter().enumerate() {
            places.insert(label, place);
        }
        Self(places)
    }
}

/// Reads rows of records.
pub(crate) struct Records<'a> {
    pub(crate) context: (&'a Book, &'a Mapping),
    pub(crate) columns: &'a Columns,
    pub(crate) kinds: &'a Kinds,
    pub(crate) epoch: Epoch,
    /// Sheets of records before this one.
    pub(crate) before: usize,
}

impl<'a> Records<'a> {
    /// The record of a row and the id of its list; none when it cannot be read.
    pub(crate) fn record(
        &self,
        row: &Row,
        problems: &mut Vec<Problem>,
    ) -> Option<(String, Record)> {
        let (book, _) = self.context;
        let mut targets = self.columns.targets.iter();
        let column = targets.position(|target| *target == Target::Record);
        let column = column.unwrap_or_default();
        let words = row.cell(column).and_then(|cell| cell.value.as_ref());
        let words = words.map(Value::shown).unwrap_or_default();
        let Some((list, kind)) = self.kind(&words) else {
            let known = kinds(book).into_iter().map(|(words, ..)| words);
            problems.push(Problem {
                place: self.columns.place(row.number, Some(column)),
                value: words.into_owned(),
                kind: ProblemKind::UnknownRecord(known.collect()),
            });
            return None;
        };
        let mut record = Record::new(self.id(row.number));
        if let (Some(field), Some(kind)) = (&list.kind_field, kind) {
            record
                .fields
                .insert(field.clone(), Answer::from_text(kind.id.as_str()));
        }
        for cell in &row.cells {
            self.field((row.number, cell), (list, kind), &mut record, problems);
        }
        Some((list.id.clone(), record))
    }

    /// An id that no other record of the workbook has.
    fn id(&self, row: u32) -> String {
        match self.before {
            0 => format!("r{row}"),
            before => format!("r{before}-{row}"),
        }
    }

    /// The kind of record that words mean: list and kind, or one of them alone where that is enough.
    fn kind(&self, words: &str) -> Option<(&'a RecordList, Option<&'a Kind>)> {
        let (book, _) = self.context;
        let place = *self.kinds.0.get(words)?;
        let all = book.list.iter().flat_map(|list| {
            let none = list.kind.is_empty().then_some(None);
            let kinds = list.kind.iter().map(Some);
            none.into_iter().chain(kinds).map(move |kind| (list, kind))
        });
        all.into_iter().nth(place)
    }

    fn field(
        &self,
        (row, cell): (u32, &sheet::Cell),
        (list, kind): (&RecordList, Option<&Kind>),
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
            let record = label(list, kind);
            return tell(shown, ProblemKind::NotAField { record });
        };
        let Some(value) = &cell.value else {
            return tell(shown, ProblemKind::FormulaUnsaved);
        };
        if cell.formula {
            tell(shown.clone(), ProblemKind::Formula);
        }
        let (book, mapping) = self.context;
        let reader = Reader {
            book,
            mapping,
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
