//! What stands on which sheet of a workbook, and how its rows are read.

use std::borrow::Cow;

use rulebook::Book;
use serde::{Deserialize, Serialize};
use sheet::{Epoch, Value};

use crate::columns::{Columns, Target};
use crate::mapping::Mapping;
use crate::people::{Entered, People};
use crate::problem::{Problem, ProblemKind};
use crate::records::{Records, words_of_kinds};
use crate::roster::Row;

/// The sheets of a workbook that are read, by their headers.
#[derive(Debug)]
pub struct Layout {
    pub(crate) sheets: Vec<Laid>,
    pub(crate) epoch: Epoch,
    /// The words for kinds of records.
    words: Vec<String>,
}

/// A sheet that is read.
#[derive(Debug)]
pub(crate) struct Laid {
    pub(crate) columns: Columns,
    /// How many sheets of records stand before it; none where it is one of people.
    pub(crate) records: Option<usize>,
    /// The column of the key.
    key: Option<usize>,
}

/// A row of a sheet that is read, as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawRow {
    /// The sheet, counted among those that are read.
    pub(crate) sheet: usize,
    pub(crate) row: sheet::Row,
}

impl RawRow {
    /// The row in the sheet, from 1.
    pub fn number(&self) -> u32 {
        self.row.number
    }

    /// The sheet and the row in it.
    pub(crate) fn place(&self) -> (usize, u32) {
        (self.sheet, self.row.number)
    }

    /// About so many bytes stand in it.
    pub fn bytes(&self) -> usize {
        let texts = self.row.cells.iter().map(|cell| {
            let text = cell.value.as_ref().map(Value::shown);
            text.map_or(0, |text| text.len()).saturating_add(8)
        });
        texts.fold(0, usize::saturating_add)
    }
}

impl Layout {
    pub(crate) fn new(book: &Book, epoch: Epoch) -> Self {
        Self {
            sheets: Vec::new(),
            epoch,
            words: words_of_kinds(book),
        }
    }

    /// Puts in the next sheet.
    pub(crate) fn put_in(&mut self, columns: Columns, of_records: bool) {
        let before = self.sheets.iter();
        let before = before.filter(|sheet| sheet.records.is_some()).count();
        let mut targets = columns.targets.iter();
        self.sheets.push(Laid {
            key: targets.position(|target| *target == Target::Key),
            records: of_records.then_some(before),
            columns,
        });
    }

    /// What stands under `编号`; nothing where the row has none.
    pub(crate) fn key<'r>(&self, raw: &'r RawRow) -> Option<Cow<'r, str>> {
        let column = self.sheets.get(raw.sheet)?.key?;
        raw.row.cell(column)?.value.as_ref().map(Value::shown)
    }

    /// What a row of people holds, with the rows of records under the same key.
    pub fn row(&self, person: &RawRow, records: &[RawRow], context: (&Book, &Mapping)) -> Row {
        self.entered(person, records, context).whole(context.0)
    }

    /// The same; where there are no records, before what is stated in the row is done.
    pub fn entered(
        &self,
        person: &RawRow,
        records: &[RawRow],
        context: (&Book, &Mapping),
    ) -> Entered {
        let Some(sheet) = self.sheets.get(person.sheet) else {
            return Row::default().into();
        };
        let people = People::new(Cow::Borrowed(&sheet.columns), context, self.epoch);
        let entered = people.entered(Cow::Borrowed(&person.row));
        if records.is_empty() {
            return entered;
        }
        let mut row = entered.whole(context.0);
        if let Some(candidate) = &mut row.candidate {
            for record in records {
                let Some((sheet, before)) = self.of_records(record) else {
                    continue;
                };
                let reader = Records {
                    context,
                    columns: &sheet.columns,
                    words: &self.words,
                    epoch: self.epoch,
                    before,
                };
                if let Some((list, read)) = reader.record(&record.row, &mut row.problems) {
                    let list = candidate.dossier.lists.entry(list).or_default();
                    list.records.push(read.into());
                }
            }
        }
        row.into()
    }

    fn of_records(&self, record: &RawRow) -> Option<(&Laid, usize)> {
        let sheet = self.sheets.get(record.sheet)?;
        Some((sheet, sheet.records?))
    }

    /// What is wrong with a row of people whose records are more than are read.
    pub fn too_long(&self, person: &RawRow) -> Row {
        Row::refused(self.at(person), ProblemKind::RecordsTooLong)
    }

    /// The name of the sheet and the row in it.
    fn at(&self, raw: &RawRow) -> (Option<String>, u32) {
        let sheet = self.sheets.get(raw.sheet);
        let name = sheet.and_then(|sheet| sheet.columns.sheet.clone());
        (name, raw.row.number)
    }

    /// What is wrong with a record under a key that no row of people has.
    pub fn no_such_candidate(&self, key: &str, record: &RawRow) -> Problem {
        self.of_row(record, key, ProblemKind::NoSuchCandidate)
    }

    pub(crate) fn of_row(&self, raw: &RawRow, value: &str, kind: ProblemKind) -> Problem {
        Problem::of_row(self.at(raw), value, kind)
    }
}
