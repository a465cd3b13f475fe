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

/// The kinds of records of a book: each kind of a list, or the list where it has none.
fn kinds(book: &Book) -> impl Iterator<Item = (&RecordList, Option<&Kind>)> {
    book.list.iter().flat_map(|list| {
        let none = list.kind.is_empty().then_some(None);
        let kinds = list.kind.iter().map(Some);
        none.into_iter().chain(kinds).map(move |kind| (list, kind))
    })
}

/// The words under `记录` for all of them, in order.
pub(crate) fn words_of_kinds(book: &Book) -> Vec<String> {
    kinds(book).map(|(list, kind)| label(list, kind)).collect()
}

fn label(list: &RecordList, kind: Option<&Kind>) -> String {
    match kind {
        None => list.label.clone(),
        Some(kind) => format!("{}{BETWEEN}{}", list.label, kind.label),
    }
}

/// Reads rows of records.
pub(crate) struct Records<'a> {
    pub(crate) context: (&'a Book, &'a Mapping),
    pub(crate) columns: &'a Columns,
    /// Those of [`words_of_kinds`].
    pub(crate) words: &'a [String],
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
        let mut targets = self.columns.targets.iter();
        let column = targets.position(|target| *target == Target::Record);
        let column = column.unwrap_or_default();
        let words = row.cell(column).and_then(|cell| cell.value.as_ref());
        let words = words.map(Value::shown).unwrap_or_default();
        let Some((list, kind)) = self.kind(&words) else {
            problems.push(Problem {
                place: self.columns.place(row.number, Some(column)),
                value: words.into_owned(),
                kind: ProblemKind::UnknownRecord(self.words.to_vec()),
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
        let mut one = None;
        let mut several = false;
        for ((list, kind), label) in kinds(self.context.0).zip(self.words) {
            if label == words {
                return Some((list, kind));
            }
            let named = kind.map_or(list.id == words, |kind| {
                kind.id == words || kind.label == words
            });
            if named {
                several |= one.replace((list, kind)).is_some();
            }
        }
        one.filter(|_| !several)
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
