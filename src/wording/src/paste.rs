//! A table pasted from a spreadsheet, read as records of a list.
//!
//! The first line names the columns, by the labels that stand on screen or by ids; cells are read
//! as if they were typed, choices by their labels. What is not understood is said and not guessed.

use dossier::{Answer, Record, parse_date, parse_number, to_half_width};
use rulebook::{AnswerKind, Book, Field, Kind, RecordList};

use crate::Labels;
use crate::ui::forms::YEAR_UNIT;

/// More rows than this are not read.
const MOST_ROWS: usize = 500;

/// What was understood of a pasted table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// A record for each line, without an id.
    pub rows: Vec<PastedRow>,
    /// Columns that the list does not have.
    pub unknown: Vec<String>,
    /// No line names columns of this list.
    pub headless: bool,
}

/// A line of a pasted table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedRow {
    /// The record, without an id.
    pub record: Record,
    /// Columns with cells that are not one of the choices; they are left open.
    pub odd: Vec<String>,
}

/// Reads a table: tab separated, as spreadsheets copy it.
pub fn read(book: &Book, list: &RecordList, text: &str) -> Pasted {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let known = |name: &&str| column(list, name);
    let mut pasted = Pasted {
        headless: !head.iter().any(known),
        ..Pasted::default()
    };
    if pasted.headless {
        return pasted;
    }
    let unknown = head
        .iter()
        .filter(|name| !known(name) && !plain(name).is_empty());
    pasted.unknown = unknown.map(|name| name.trim().to_owned()).collect();
    let rows = lines.take(MOST_ROWS).map(|line| {
        let cells: Vec<(&str, &str)> = head.iter().copied().zip(line.split('\t')).collect();
        row(book, list, &cells)
    });
    pasted.rows = rows.collect();
    pasted
}

/// The names of the columns that a list takes, for who makes the table.
pub fn columns(list: &RecordList) -> Vec<&str> {
    let kind = list.kind_field.iter().map(|_| crate::ui::forms::KIND);
    let own = list.kind.iter().flat_map(|kind| &kind.field);
    let fields = list.field.iter().chain(own);
    let mut names: Vec<&str> = Vec::new();
    for name in kind.chain(fields.map(|field| field.label.as_str())) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Letters alike in full and half width, without blanks and case.
fn plain(text: &str) -> String {
    let text = to_half_width(text).to_lowercase();
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn is_kind(list: &RecordList, name: &str) -> bool {
    let id = list.kind_field.as_deref();
    id.is_some_and(|id| same(name, id, crate::ui::forms::KIND))
}

fn same(name: &str, id: &str, label: &str) -> bool {
    let name = plain(name);
    name == plain(id) || name == plain(label)
}

/// Whether a list has a column.
fn column(list: &RecordList, name: &str) -> bool {
    let own = list.kind.iter().flat_map(|kind| &kind.field);
    let mut fields = list.field.iter().chain(own);
    is_kind(list, name) || fields.any(|field| same(name, &field.id, &field.label))
}

fn row(book: &Book, list: &RecordList, cells: &[(&str, &str)]) -> PastedRow {
    let mut row = PastedRow::default();
    let kind = kind(list, cells, &mut row);
    let own = kind.iter().flat_map(|kind| &kind.field);
    for field in list.field.iter().chain(own) {
        let mut named = cells.iter();
        let cell = named.find(|(name, _)| same(name, &field.id, &field.label));
        let Some((_, text)) = cell.filter(|(_, text)| !text.trim().is_empty()) else {
            continue;
        };
        match answer(book, field, text) {
            Some(answer) => {
                row.record.fields.insert(field.id.clone(), answer);
            }
            None => row.odd.push(field.label.clone()),
        }
    }
    row
}

/// The kind of a record, by the column of kinds.
fn kind<'a>(list: &'a RecordList, cells: &[(&str, &str)], row: &mut PastedRow) -> Option<&'a Kind> {
    let field = list.kind_field.as_ref()?;
    let (_, text) = cells.iter().find(|(name, _)| is_kind(list, name))?;
    let mut kinds = list.kind.iter();
    let kind = kinds.find(|kind| same(text, &kind.id, &kind.label));
    match kind {
        Some(kind) => {
            let id = Answer::from_text(kind.id.clone());
            row.record.fields.insert(field.clone(), id);
        }
        None if text.trim().is_empty() => {}
        None => row.odd.push(crate::ui::forms::KIND.to_owned()),
    }
    kind
}

/// A cell as an answer; none for what is not one of the choices.
fn answer(book: &Book, field: &Field, text: &str) -> Option<Answer> {
    let none = field.none.as_deref();
    if none.is_some_and(|none| plain(none) == plain(text)) {
        return Some(Answer::None);
    }
    match &field.kind {
        AnswerKind::YesNo => match plain(text).as_str() {
            "是" | "有" | "true" | "yes" => Some(Answer::YesNo(true)),
            "否" | "无" | "没有" | "false" | "no" => Some(Answer::YesNo(false)),
            _ => None,
        },
        kind @ (AnswerKind::Choice(_) | AnswerKind::Scale { .. }) => {
            let mut choices = Labels::new(book).choices(kind).into_iter();
            let choice = choices.find(|choice| same(text, &choice.id, &choice.label));
            choice.map(|choice| Answer::from_text(choice.id.clone()))
        }
        kind => answer_of(kind, text),
    }
}

/// The answer that a typed text gives; none, unknown, when it is blank.
///
/// What cannot be read is kept word for word: nothing typed is lost.
pub fn answer_of(kind: &AnswerKind, typed: &str) -> Option<Answer> {
    let text = typed.trim();
    if text.is_empty() {
        return None;
    }
    let read = match kind {
        AnswerKind::Date { .. } => parse_date(text).map(|day| Answer::Text(day.to_string())),
        AnswerKind::Integer { unit, .. } | AnswerKind::Decimal { unit, .. } => {
            number(text, unit.as_deref().unwrap_or_default())
        }
        AnswerKind::Year { .. } => number(text.trim_end_matches('度'), YEAR_UNIT),
        AnswerKind::ResidentId { .. } => Some(Answer::Text(id_number(text))),
        AnswerKind::YesNo
        | AnswerKind::Choice(_)
        | AnswerKind::Scale { .. }
        | AnswerKind::Text { .. } => None,
    };
    Some(read.unwrap_or_else(|| Answer::from_text(text)))
}

/// A number, with or without the unit that stands beside its field.
fn number(text: &str, unit: &str) -> Option<Answer> {
    let bare = text.strip_suffix(unit).unwrap_or(text);
    parse_number(bare).map(Answer::Number)
}

/// Identity numbers in usual characters, without the spaces that people put in.
fn id_number(text: &str) -> String {
    let text = to_half_width(text).to_ascii_uppercase();
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pasted(list: &str, text: &str) -> Pasted {
        let book = shipped::books().first().unwrap().read().unwrap();
        let list = book.list.iter().find(|other| other.id == list).unwrap();
        read(&book, list, text)
    }

    fn field<'a>(row: &'a PastedRow, field: &str) -> Option<&'a str> {
        row.record.answer(field).and_then(Answer::text)
    }

    #[test]
    fn a_number_may_be_typed_with_the_unit_that_stands_beside_its_field() {
        let hours = AnswerKind::Decimal {
            min: json::Decimal::default(),
            max: json::Decimal::default(),
            unit: Some("学时".to_owned()),
        };
        let year = AnswerKind::Year { min: 1900 };
        let number = |text: &str| parse_number(text).map(Answer::Number);
        assert_eq!(answer_of(&hours, "96.5 学时"), number("96.5"));
        assert_eq!(answer_of(&hours, "９６学时"), number("96"));
        for typed in ["2024", "2024年", "2024 年度", "２０２４年"] {
            assert_eq!(answer_of(&year, typed), number("2024"), "{typed}");
        }
        // Any other word is kept as it was typed, and said to be none.
        for typed in ["96年", "九十六学时", "学时"] {
            assert_eq!(answer_of(&hours, typed), Some(Answer::from_text(typed)));
        }
    }

    #[test]
    fn a_table_is_read_by_the_labels_of_columns_and_choices() {
        let book = shipped::books().first().unwrap().read().unwrap();
        let list = book
            .list
            .iter()
            .find(|list| list.id == "achievements")
            .unwrap();
        let columns = columns(list);
        assert_eq!(columns.first(), Some(&"类型"));
        let label = |field: &Field| field.label.clone();
        let own = list.kind.iter().find(|kind| kind.id == "project").unwrap();
        let date = label(list.field.iter().find(|field| field.id == "date").unwrap());
        let title = label(list.field.iter().find(|field| field.id == "title").unwrap());
        let grade = own.field.iter().find(|field| field.id == "grade").unwrap();
        let grades = Labels::new(&book).choices(&grade.kind);
        let chosen = grades.first().unwrap();
        let text = format!(
            "{title}\t类 型\t{date}\t{}\t备注\n园区评价\t{}\t２０２１年6月\t{}\t好\n\n第二项\t没有这种\t昨天\t\t\n",
            grade.label, own.label, chosen.label
        );
        let pasted = read(&book, list, &text);
        assert_eq!(pasted.unknown, ["备注"]);
        let [first, second] = pasted.rows.as_slice() else {
            panic!("{pasted:?}");
        };
        assert_eq!(field(first, "title"), Some("园区评价"));
        assert_eq!(field(first, "date"), Some("2021-06-30"));
        assert_eq!(field(first, "kind"), Some("project"));
        assert_eq!(field(first, "grade"), Some(chosen.id.as_str()));
        assert!(first.odd.is_empty());
        // What cannot be read is kept as it was typed; a choice that there is not is left open.
        assert_eq!(field(second, "date"), Some("昨天"));
        assert_eq!(second.odd, ["类型"]);
        assert_eq!(field(second, "kind"), None);
    }

    #[test]
    fn numbers_and_years_are_numbers() {
        let pasted = pasted("training", "year\ttotal_hours\n2023\t90.5\n");
        let row = pasted.rows.first().unwrap();
        let number = |text: &str| parse_number(text).map(Answer::Number);
        assert_eq!(row.record.answer("year").cloned(), number("2023"));
        assert_eq!(row.record.answer("total_hours").cloned(), number("90.5"));
    }

    #[test]
    fn a_table_without_the_names_of_columns_is_not_guessed_at() {
        let pasted = pasted("training", "2023\t90\n2024\t90\n");
        assert!(pasted.headless && pasted.rows.is_empty());
        let many = "year\n".to_owned() + &"2023\n".repeat(MOST_ROWS * 3);
        assert_eq!(self::pasted("training", &many).rows.len(), MOST_ROWS);
    }
}
