//! Rosters: a table with a row for each person, whose columns are questions.
//!
//! A header is the id or the label of a question, or one of two more: `编号`, by which the person
//! is named in what is said, and `填写`, which holds records and whatever else the notation of
//! changes can say. An empty cell is no answer.

use dossier::Dossier;

use super::change::apply_changes;
use super::table::read_table;
use super::value::{question, read_answer};
use super::{CaseErrorKind, ChangeErrorKind};
use crate::Book;

/// The header of the column that names the person.
const NAME: &str = "编号";
/// The header of the column with changes.
const CHANGES: &str = "填写";

/// The columns of a roster, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster(Vec<Column>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Changes,
    /// A question by its id.
    Question(String),
}

/// A person of a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterRow {
    /// What stands under `编号`; empty when nothing does.
    pub name: String,
    /// The answers.
    pub dossier: Dossier,
}

impl Roster {
    /// Reads the header row.
    ///
    /// # Errors
    /// A header that the book does not ask, or that stands twice.
    pub fn read(header: &str, book: &Book) -> Result<Self, CaseErrorKind> {
        let rows = read_table(header).map_err(|(_, kind)| kind)?;
        let row = rows.into_iter().next().ok_or(CaseErrorKind::Empty)?;
        let mut columns = Vec::new();
        for header in row.cells {
            let column = column(&header, book)?;
            if columns.contains(&column) {
                return Err(CaseErrorKind::RepeatedHeader { found: header });
            }
            columns.push(column);
        }
        Ok(Self(columns))
    }

    /// Reads a row; none when it is blank.
    ///
    /// # Errors
    /// A cell that is no answer to its question, a change that cannot be made.
    pub fn row(&self, text: &str, book: &Book) -> Result<Option<RosterRow>, CaseErrorKind> {
        let rows = read_table(text).map_err(|(_, kind)| kind)?;
        let Some(row) = rows.into_iter().next() else {
            return Ok(None);
        };
        let (found, expected) = (row.cells.len(), self.0.len());
        if found > expected {
            return Err(CaseErrorKind::TooManyCells { found, expected });
        }
        let mut person = RosterRow {
            name: String::new(),
            dossier: Dossier::new(book.id.clone(), None),
        };
        let mut changes = String::new();
        for (column, cell) in self.0.iter().zip(row.cells) {
            match column {
                _ if cell.is_empty() => {}
                Column::Name => person.name = cell,
                Column::Changes => changes = cell,
                Column::Question(id) => {
                    let answer =
                        question(book, id).and_then(|asked| read_answer(&asked, &cell, book));
                    let answer = answer.map_err(|kind| CaseErrorKind::Change {
                        statement: format!("{id}={cell}"),
                        kind,
                    })?;
                    person.dossier.profile.insert(id.clone(), answer);
                }
            }
        }
        apply_changes(&mut person.dossier, &changes, book)?;
        Ok(Some(person))
    }
}

fn column(header: &str, book: &Book) -> Result<Column, CaseErrorKind> {
    match header {
        NAME => return Ok(Column::Name),
        CHANGES => return Ok(Column::Changes),
        _ => {}
    }
    let by_id = book.question.iter().find(|question| question.id == header);
    let named = || {
        book.question
            .iter()
            .find(|question| question.label == header)
    };
    let question = by_id.or_else(named);
    question
        .map(|question| Column::Question(question.id.clone()))
        .ok_or_else(|| CaseErrorKind::Change {
            statement: header.to_owned(),
            kind: ChangeErrorKind::UnknownName {
                found: header.to_owned(),
                known: book
                    .question
                    .iter()
                    .map(|question| question.id.clone())
                    .collect(),
            },
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Book {
        crate::tests::small_book().book
    }

    #[test]
    fn a_row_becomes_a_dossier_by_ids_and_labels() {
        let book = small();
        let roster = Roster::read("\u{feff}编号,性别,in_post,years,填写\r\n", &book).unwrap();
        let text = "7,女,是,,\"+titles level=engineer appointed=2019-01-01\ncomplete titles\"\n";
        let row = roster.row(text, &book).unwrap().unwrap();
        assert_eq!(row.name, "7");
        assert_eq!(row.dossier.answer("sex").unwrap().text(), Some("female"));
        assert!(row.dossier.answer("years").is_none());
        assert_eq!(row.dossier.records("titles").len(), 1);
        assert!(row.dossier.is_complete("titles"));
        assert_eq!(roster.row(" \n", &book), Ok(None));
    }

    #[test]
    fn a_header_or_a_cell_that_the_book_does_not_know_is_named() {
        let book = small();
        let unknown = Roster::read("sexx", &book).unwrap_err().to_string();
        assert!(unknown.contains("did you mean `sex`"), "{unknown}");
        let twice = Roster::read("sex,性别", &book).unwrap_err();
        assert_eq!(
            twice,
            CaseErrorKind::RepeatedHeader {
                found: "性别".to_owned()
            }
        );
        let roster = Roster::read("sex", &book).unwrap();
        let wrong = roster.row("无", &book).unwrap_err().to_string();
        assert!(wrong.contains("`sex=无`"), "{wrong}");
        let many = roster.row("男,女", &book).unwrap_err();
        assert_eq!(
            many,
            CaseErrorKind::TooManyCells {
                found: 2,
                expected: 1
            }
        );
    }
}
