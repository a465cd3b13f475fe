//! Rows of people.

use std::borrow::Cow;

use dossier::Dossier;
use rulebook::notation::apply_changes;
use rulebook::{Book, Question};
use sheet::Epoch;

use crate::candidate::Candidate;
use crate::columns::{Columns, Target};
use crate::mapping::Mapping;
use crate::problem::{Place, Problem, ProblemKind};
use crate::roster::Row;
use crate::typed::{Asked, Reader, yes_no};

/// Reads rows of people.
#[derive(Clone, Debug)]
pub struct People<'a> {
    book: &'a Book,
    mapping: &'a Mapping,
    columns: Cow<'a, Columns>,
    epoch: Epoch,
}

impl<'a> People<'a> {
    /// Reads rows under these columns.
    pub fn new(
        columns: Cow<'a, Columns>,
        (book, mapping): (&'a Book, &'a Mapping),
        epoch: Epoch,
    ) -> Self {
        Self {
            book,
            mapping,
            columns,
            epoch,
        }
    }

    /// What the cells of a row hold, before what is stated in one of them is done; nobody when it is blank.
    pub(crate) fn entered(&self, row: Cow<'_, sheet::Row>) -> Entered {
        let mut one = One {
            people: self,
            row: row.number,
            candidate: Candidate {
                key: String::new(),
                dossier: Dossier::new(self.book.id.clone(), None),
            },
            changes: None,
            problems: Vec::new(),
        };
        for cell in &row.cells {
            one.cell(cell);
        }
        let One {
            candidate,
            changes,
            problems,
            ..
        } = one;
        let (number, is_blank) = (row.number, row.is_blank());
        // It may be very long, and is not copied where the row is not needed any more.
        let changes = changes.and_then(|column| {
            let shown = match row {
                Cow::Owned(row) => row.into_shown(column),
                Cow::Borrowed(row) => Some(row.cell(column)?.value.as_ref()?.shown().into_owned()),
            };
            Some((self.columns.place(number, Some(column)), shown?))
        });
        Entered {
            row: Row {
                sheet: self.columns.sheet.clone(),
                number,
                candidate: (!is_blank).then_some(candidate),
                problems,
            },
            changes,
        }
    }
}

/// What stands in a row, of which the statements are not done yet.
#[derive(Clone, Debug)]
pub struct Entered {
    row: Row,
    /// The statements, and where they stand.
    changes: Option<(Place, String)>,
}

impl From<Row> for Entered {
    /// A row in which nothing is stated.
    fn from(row: Row) -> Self {
        Self { row, changes: None }
    }
}

impl Entered {
    /// The row without what is stated.
    pub fn into_row(self) -> Row {
        self.row
    }

    /// The candidate as the cells say, and what is stated beside.
    pub fn stated(&self) -> Option<(&Candidate, &str)> {
        let (_, changes) = self.changes.as_ref()?;
        Some((self.row.candidate.as_ref()?, changes))
    }

    /// The row with what is stated; nobody where that cannot be done.
    pub fn whole(self, book: &Book) -> Row {
        let (mut row, changes) = (self.row, self.changes);
        if let (Some(candidate), Some((place, text))) = (&mut row.candidate, changes)
            && let Err(error) = apply_changes(&mut candidate.dossier, &text, book)
        {
            row.candidate = None;
            row.problems.push(Problem {
                place,
                value: error.statement.clone(),
                kind: ProblemKind::Change(error),
            });
        }
        row
    }
}

/// A candidate in the making.
struct One<'p> {
    people: &'p People<'p>,
    row: u32,
    candidate: Candidate,
    /// The column of what is stated.
    changes: Option<usize>,
    problems: Vec<Problem>,
}

impl One<'_> {
    fn tell(&mut self, column: usize, value: &str, kind: ProblemKind) {
        let place = self.people.columns.place(self.row, Some(column));
        let value = value.to_owned();
        self.problems.push(Problem { place, value, kind });
    }

    fn cell(&mut self, cell: &sheet::Cell) {
        let Some(target) = self.people.columns.targets.get(cell.column) else {
            let shown = cell
                .value
                .as_ref()
                .map(sheet::Value::shown)
                .unwrap_or_default();
            return self.tell(cell.column, &shown, ProblemKind::TooManyCells);
        };
        if *target == Target::Nothing {
            return;
        }
        let Some(value) = &cell.value else {
            return self.tell(cell.column, "", ProblemKind::FormulaUnsaved);
        };
        let shown = value.shown();
        if cell.formula {
            self.tell(cell.column, &shown, ProblemKind::Formula);
        }
        match target {
            Target::Key => self.candidate.key = shown.into_owned(),
            Target::Changes => self.changes = Some(cell.column),
            Target::Complete(list) => match yes_no(value, &shown) {
                Some(complete) => {
                    let list = self
                        .candidate
                        .dossier
                        .lists
                        .entry(list.clone())
                        .or_default();
                    list.complete = complete;
                }
                None => self.tell(cell.column, &shown, ProblemKind::NotYesNo),
            },
            Target::Question(id) => self.answer(cell.column, id, value),
            Target::Nothing | Target::Record | Target::Field(_) => {}
        }
    }

    fn answer(&mut self, column: usize, id: &str, value: &sheet::Value) {
        let People {
            book,
            mapping,
            epoch,
            ..
        } = self.people;
        let reader = Reader {
            book,
            mapping,
            epoch: *epoch,
        };
        let mut questions = book.question.iter();
        let Some(Question { id, kind, none, .. }) = questions.find(|asked| asked.id == id) else {
            return;
        };
        let asked = Asked {
            id,
            kind,
            none: none.as_deref(),
        };
        match reader.answer(&asked, value) {
            Ok((answer, note)) => {
                self.candidate.dossier.profile.insert(id.clone(), answer);
                if let Some(note) = note {
                    self.tell(column, &value.shown(), note);
                }
            }
            Err(kind) => self.tell(column, &value.shown(), kind),
        }
    }
}
