//! From an answer to what a field shows.

use dossier::Answer;
pub(crate) use wording::paste::answer_of;

/// What a text field shows of an answer.
pub(crate) fn shown_text(answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::Text(text)) => text.clone(),
        Some(Answer::Number(number)) => number.to_string(),
        Some(Answer::YesNo(_) | Answer::None) | None => String::new(),
    }
}
