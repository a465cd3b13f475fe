//! Answers as a person reads them.

use dossier::{Answer, parse_day};
use json::Decimal;
use rulebook::{AnswerKind, Book};

use crate::plain::shown;
use crate::{Labels, number};

/// Where an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot<'a> {
    /// The answer to a question.
    Question(&'a str),
    /// A field of a record.
    Field {
        /// The list.
        list: &'a str,
        /// The record's kind, when it is known.
        kind: Option<&'a str>,
        /// The field.
        field: &'a str,
    },
}

/// What is said where there is no answer.
pub const UNKNOWN: &str = "未填";

/// An answer as a person reads it: labels of choices, units, days written out.
///
/// What cannot be read is shown as it was typed.
pub fn answer(book: &Book, spot: Spot<'_>, answer: &Answer) -> String {
    let labels = Labels::new(book);
    let (kind, none) = kind_of(labels, spot);
    match answer {
        Answer::None => none.unwrap_or("无").to_owned(),
        Answer::YesNo(true) => "是".to_owned(),
        Answer::YesNo(false) => "否".to_owned(),
        Answer::Number(value) => number_words(kind, *value),
        Answer::Text(text) => match kind {
            Some(kind @ (AnswerKind::Choice(_) | AnswerKind::Scale { .. })) => {
                labels.choice(kind, text)
            }
            Some(AnswerKind::Date { .. }) => {
                parse_day(text).map_or_else(|| shown(text), number::date)
            }
            _ => shown(text),
        },
    }
}

/// An answer, or 未填 while there is none.
pub fn answer_or_unknown(book: &Book, spot: Spot<'_>, found: Option<&Answer>) -> String {
    found.map_or_else(|| UNKNOWN.to_owned(), |found| answer(book, spot, found))
}

/// The unit of places in an order.
pub(crate) const ORDINAL: &str = "位";

/// A number with its unit.
pub(crate) fn number_words(kind: Option<&AnswerKind>, value: Decimal) -> String {
    match kind.and_then(unit) {
        // A place in an order, not a count.
        Some(ORDINAL) => format!("第 {value} {ORDINAL}"),
        Some(unit) => format!("{value} {unit}"),
        None => value.to_string(),
    }
}

/// The unit shown behind a number.
pub(crate) fn unit(kind: &AnswerKind) -> Option<&str> {
    match kind {
        AnswerKind::Integer { unit, .. } | AnswerKind::Decimal { unit, .. } => unit.as_deref(),
        AnswerKind::Year { .. } => Some("年"),
        _ => None,
    }
}

/// What an answer may be at a spot, and what `null` says there.
fn kind_of<'a>(labels: Labels<'a>, spot: Spot<'_>) -> (Option<&'a AnswerKind>, Option<&'a str>) {
    match spot {
        Spot::Question(id) => {
            let def = labels.question_def(id);
            (
                def.map(|question| &question.kind),
                def.and_then(|question| question.none.as_deref()),
            )
        }
        Spot::Field { list, kind, field } => {
            let def = labels.field_def(list, kind, field);
            (
                def.map(|field| &field.kind),
                def.and_then(|field| field.none.as_deref()),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn answers_read_as_a_person_would_say_them() {
        let book = sample::book();
        let said = |question, found: Answer| answer(&book, Spot::Question(question), &found);
        let text = |text: &str| Answer::from_text(text);
        assert_eq!(said("civil_servant", Answer::YesNo(true)), "是");
        assert_eq!(said("misconduct_year", Answer::None), "没有");
        assert_eq!(said("name", Answer::None), "无");
        assert_eq!(said("sex", text("female")), "女");
        assert_eq!(said("sex", text("unheard_of")), "unheard_of");
        assert_eq!(said("birth_date", text("1987-02-28")), "1987年2月28日");
        assert_eq!(said("birth_date", text("去年")), "去年");
        let number = Answer::Number(Decimal::from_int(3).unwrap_or_default());
        assert_eq!(said("post_years", number), "3 年");
        let spot = Spot::Field {
            list: "achievements",
            kind: Some("award"),
            field: "project_key",
        };
        assert_eq!(answer(&book, spot, &Answer::None), "独立");
        assert_eq!(answer_or_unknown(&book, spot, None), "未填");
    }
}
