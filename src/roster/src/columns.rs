//! What the columns of a sheet hold.

use dossier::to_half_width;
use rulebook::{Book, nearest};
use sheet::{Row, Value};

use crate::mapping::Mapping;
use crate::problem::{Place, Problem, ProblemKind};

/// The header of the column that names the person.
pub(crate) const KEY: &str = "编号";
/// The header of the column with statements of changes.
pub(crate) const CHANGES: &str = "填写";
/// The header of the column that says what kind of record a row is.
pub(crate) const RECORD: &str = "记录";
/// What stands behind the label of a list in the header that asks whether the list is complete.
pub(crate) const COMPLETE: &str = "已填全";

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// Nothing that is read.
    Nothing,
    /// By what the person is named.
    Key,
    /// Statements of changes.
    Changes,
    /// The answer to a question, by its id.
    Question(String),
    /// Whether a list, by its id, is complete.
    Complete(String),
    /// What kind of record a row is.
    Record,
    /// The field of a record, by its label.
    Field(String),
}

impl Target {
    /// The identifier in a mapping file.
    pub fn id(&self) -> String {
        match self {
            Self::Nothing => "@nothing".to_owned(),
            Self::Key => "@key".to_owned(),
            Self::Changes => "@changes".to_owned(),
            Self::Record => "@record".to_owned(),
            Self::Question(id) => id.clone(),
            Self::Complete(id) => format!("@complete:{id}"),
            Self::Field(label) => format!("@field:{label}"),
        }
    }

    /// The target with an identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "@nothing" => Self::Nothing,
            "@key" => Self::Key,
            "@changes" => Self::Changes,
            "@record" => Self::Record,
            _ => match id.strip_prefix('@') {
                None if id.is_empty() => return None,
                None => Self::Question(id.to_owned()),
                Some(rest) => match rest.split_once(':') {
                    Some(("complete", list)) => Self::Complete(list.to_owned()),
                    Some(("field", label)) => Self::Field(label.to_owned()),
                    _ => return None,
                },
            },
        })
    }

    /// Everything that a column of people, or of records, can hold, with its header.
    pub fn all(book: &Book, records: bool) -> Vec<(Self, String)> {
        let mut all = vec![(Self::Key, KEY.to_owned())];
        if records {
            all.push((Self::Record, RECORD.to_owned()));
            let labels = field_labels(book);
            all.extend(
                labels
                    .into_iter()
                    .map(|label| (Self::Field(label.clone()), label)),
            );
            return all;
        }
        let questions = book.question.iter();
        all.extend(questions.map(|asked| (Self::Question(asked.id.clone()), asked.label.clone())));
        let lists = book.list.iter();
        all.extend(lists.map(|list| {
            (
                Self::Complete(list.id.clone()),
                format!("{}{COMPLETE}", list.label),
            )
        }));
        all.push((Self::Changes, CHANGES.to_owned()));
        all
    }
}

/// The labels of all fields of records, each once, in the order of the book.
pub(crate) fn field_labels(book: &Book) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for list in &book.list {
        let own = list.kind.iter().flat_map(|kind| &kind.field);
        for field in list.field.iter().chain(own) {
            if !labels.contains(&field.label) {
                labels.push(field.label.clone());
            }
        }
    }
    labels
}

/// The columns of a sheet, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The headers.
    pub headers: Vec<String>,
    /// What each holds.
    pub targets: Vec<Target>,
    /// The sheet; none in CSV.
    pub sheet: Option<String>,
}

impl Columns {
    /// Whether a row of headers is that of a sheet of records.
    pub(crate) fn are_of_records(header: &Row, mapping: &Mapping) -> bool {
        texts(header).any(|(_, text)| {
            mapping
                .columns
                .get(&text)
                .map_or(text == RECORD, |target| *target == Target::Record)
        })
    }

    /// Reads a row of headers, of people or of records.
    pub(crate) fn read(
        header: &Row,
        records: bool,
        (book, mapping, sheet): (&Book, &Mapping, Option<&str>),
    ) -> (Self, Vec<Problem>) {
        let all = Target::all(book, records);
        let mut columns = Self {
            sheet: sheet.map(str::to_owned),
            ..Self::default()
        };
        let mut problems = Vec::new();
        for (column, text) in texts(header) {
            columns.headers.resize(column, String::new());
            columns.targets.resize(column, Target::Nothing);
            let found = find(&text, &all, book, mapping);
            let twice = found.as_ref().is_some_and(|target| {
                *target != Target::Nothing && columns.targets.contains(target)
            });
            let kind = match &found {
                None => {
                    let near = nearest(&text, all.iter().map(|(_, label)| label.as_str()));
                    Some(ProblemKind::UnknownHeader(near.map(str::to_owned)))
                }
                Some(_) if twice => Some(ProblemKind::RepeatedHeader),
                Some(_) => None,
            };
            if let Some(kind) = kind {
                let place = Place {
                    sheet: sheet.map(str::to_owned),
                    row: header.number,
                    column: Some(column),
                    header: text.clone(),
                };
                problems.push(Problem {
                    place,
                    value: text.clone(),
                    kind,
                });
            }
            columns.headers.push(text);
            columns
                .targets
                .push(found.filter(|_| !twice).unwrap_or(Target::Nothing));
        }
        (columns, problems)
    }

    /// The place of a cell.
    pub(crate) fn place(&self, row: u32, column: Option<usize>) -> Place {
        let header = column.and_then(|column| self.headers.get(column)).cloned();
        Place {
            sheet: self.sheet.clone(),
            row,
            column,
            header: header.unwrap_or_default(),
        }
    }
}

/// The texts of a row, with their columns.
fn texts(row: &Row) -> impl Iterator<Item = (usize, String)> {
    row.cells.iter().filter_map(|cell| {
        let text = cell.value.as_ref().map(Value::shown)?;
        let text = text.trim_start_matches('\u{feff}').trim().to_owned();
        (!text.is_empty()).then_some((cell.column, text))
    })
}

/// What a header leads to: what the mapping says, else the label or id, else a label that is written alike.
fn find(header: &str, all: &[(Target, String)], book: &Book, mapping: &Mapping) -> Option<Target> {
    if let Some(target) = mapping.columns.get(header) {
        let known = *target == Target::Nothing || all.iter().any(|(other, _)| other == target);
        return known.then(|| target.clone());
    }
    let by_id = book.question.iter().any(|asked| asked.id == header);
    let by_id = by_id.then(|| Target::Question(header.to_owned()));
    let by_id = by_id.filter(|target| all.iter().any(|(other, _)| other == target));
    let exact = || all.iter().find(|(_, label)| label == header);
    let alike = || all.iter().find(|(_, label)| plain(label) == plain(header));
    by_id.or_else(|| exact().or_else(alike).map(|(target, _)| target.clone()))
}

/// A header without the marks that people add: blanks, `*`, `：`, what stands in brackets at its end.
fn plain(header: &str) -> String {
    let half = to_half_width(header);
    let half = half.split('(').next().unwrap_or(&half);
    half.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '*' | ':' | '"' | '“' | '”'))
        .collect()
}
