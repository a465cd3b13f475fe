//! From what is typed to an answer, and from an answer to what a field shows.

use dossier::{Answer, parse_date, parse_number, to_half_width};
use rulebook::AnswerKind;

/// The answer that a typed text gives; none, unknown, when it is blank.
///
/// What cannot be read is kept word for word: nothing typed is lost.
pub(crate) fn answer_of(kind: &AnswerKind, typed: &str) -> Option<Answer> {
    let text = typed.trim();
    if text.is_empty() {
        return None;
    }
    let read = match kind {
        AnswerKind::Date { .. } => parse_date(text).map(|day| Answer::Text(day.to_string())),
        AnswerKind::Integer { .. } | AnswerKind::Decimal { .. } | AnswerKind::Year { .. } => {
            parse_number(text).map(Answer::Number)
        }
        AnswerKind::ResidentId { .. } => Some(Answer::Text(id_number(text))),
        AnswerKind::YesNo
        | AnswerKind::Choice(_)
        | AnswerKind::Scale { .. }
        | AnswerKind::Text { .. } => None,
    };
    Some(read.unwrap_or_else(|| Answer::from_text(text)))
}

/// What a text field shows of an answer.
pub(crate) fn shown_text(answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::Text(text)) => text.clone(),
        Some(Answer::Number(number)) => number.to_string(),
        Some(Answer::YesNo(_) | Answer::None) | None => String::new(),
    }
}

/// Identity numbers in usual characters, without the spaces that people put in.
fn id_number(text: &str) -> String {
    let text = to_half_width(text).to_ascii_uppercase();
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
