//! The template of a book: one sheet for people, one for records, and what may be entered.

use rulebook::{AnswerKind, Book, Field};
use sheet::xlsx::{Choices, Column, Out, Table, book as workbook};

use crate::columns::{KEY, RECORD, Target, field_labels};
use crate::records::words_of_kinds;

/// How far lists and prompts are offered.
const OFFERED: u32 = 20_001;

/// What a template says in words.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The name of the sheet of people.
    pub people: &'a str,
    /// The name of the sheet of records.
    pub records: &'a str,
    /// The name of the sheet with the lists of choices.
    pub choices: &'a str,
    /// The name of the sheet that explains, and its lines.
    pub about: (&'a str, &'a [String]),
    /// What to enter under `编号`.
    pub key: &'a str,
    /// What to enter under `记录`.
    pub record: &'a str,
    /// What to enter where it is asked whether a list is complete.
    pub complete: &'a str,
    /// Yes and no.
    pub yes_no: [&'a str; 2],
}

/// The template as XLSX; the same bytes for the same book and words.
pub fn template(book: &Book, words: &Words<'_>) -> Vec<u8> {
    let sheet = |name: &str, columns: Vec<Column>| Table {
        name: name.to_owned(),
        columns,
        rows: Vec::new(),
        hidden: false,
        offered: OFFERED,
    };
    let (about, lines) = words.about;
    let about = Table {
        name: about.to_owned(),
        columns: vec![Column {
            header: about.to_owned(),
            width: 100,
            text: true,
            ..Column::default()
        }],
        rows: lines
            .iter()
            .map(|line| vec![Out::text(line.as_str())])
            .collect(),
        hidden: false,
        offered: 0,
    };
    let tables = [
        sheet(words.people, people(book, words)),
        sheet(words.records, records(book, words)),
        about,
    ];
    workbook(&tables, words.choices)
}

fn people(book: &Book, words: &Words<'_>) -> Vec<Column> {
    let columns = Target::all(book, false)
        .into_iter()
        .filter(|(target, _)| *target != Target::Changes);
    let columns = columns.map(|(target, header)| match &target {
        Target::Question(id) => {
            let asked = book.question.iter().find(|asked| asked.id == *id);
            let help = asked.and_then(|asked| asked.help.as_deref()).unwrap_or("");
            asked.map_or_else(Column::default, |asked| {
                column(
                    header,
                    values(book, words, (&asked.kind, asked.none.as_deref())),
                    help,
                    &asked.kind,
                )
            })
        }
        Target::Complete(_) => plain(header, yes_no(words), words.complete),
        _ => plain(header, Vec::new(), words.key),
    });
    columns.collect()
}

fn records(book: &Book, words: &Words<'_>) -> Vec<Column> {
    let mut columns = vec![
        plain(KEY.to_owned(), Vec::new(), words.key),
        plain(RECORD.to_owned(), words_of_kinds(book), words.record),
    ];
    for label in field_labels(book) {
        let all = book.list.iter().flat_map(|list| {
            list.field
                .iter()
                .chain(list.kind.iter().flat_map(|kind| &kind.field))
        });
        let same: Vec<&Field> = all.filter(|field| field.label == label).collect();
        let mut choices: Vec<String> = Vec::new();
        for value in same
            .iter()
            .flat_map(|field| values(book, words, (&field.kind, field.none.as_deref())))
        {
            if !choices.contains(&value) {
                choices.push(value);
            }
        }
        let help = same
            .iter()
            .find_map(|field| field.help.as_deref())
            .unwrap_or("");
        if let Some(field) = same.first() {
            columns.push(column(label, choices, help, &field.kind));
        }
    }
    columns
}

fn plain(header: String, values: Vec<String>, prompt: &str) -> Column {
    column(header, values, prompt, &AnswerKind::Text { max: 0 })
}

fn column(header: String, values: Vec<String>, prompt: &str, kind: &AnswerKind) -> Column {
    let longest = values
        .iter()
        .chain([&header])
        .map(|text| text.chars().count())
        .max();
    let width = longest.and_then(|count| u32::try_from(count.saturating_mul(2)).ok());
    Column {
        header,
        width: width.unwrap_or(0).clamp(10, 28),
        text: matches!(
            kind,
            AnswerKind::ResidentId { .. } | AnswerKind::Text { .. }
        ),
        choices: Choices {
            values,
            prompt: prompt.to_owned(),
        },
    }
}

fn yes_no(words: &Words<'_>) -> Vec<String> {
    words.yes_no.map(str::to_owned).to_vec()
}

/// The values to choose from; nothing where anything may be entered.
fn values(
    book: &Book,
    words: &Words<'_>,
    (kind, none): (&AnswerKind, Option<&str>),
) -> Vec<String> {
    let mut values: Vec<String> = match kind {
        AnswerKind::YesNo => yes_no(words),
        AnswerKind::Choice(choices) => choices.iter().map(|choice| choice.label.clone()).collect(),
        AnswerKind::Scale { scale, only } => {
            let scale = book.scale.iter().find(|entry| entry.id == *scale);
            let choices = scale.map_or(&[][..], |scale| &scale.choice).iter();
            let choices = choices.filter(|choice| only.is_empty() || only.contains(&choice.id));
            choices.map(|choice| choice.label.clone()).collect()
        }
        _ => return Vec::new(),
    };
    values.extend(none.map(str::to_owned));
    values
}
