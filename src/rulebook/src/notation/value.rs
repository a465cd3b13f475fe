//! Values of the notation, read by what the book says an answer may be.

use dossier::{Answer, parse_day, parse_number};
use json::Decimal;

use super::ChangeErrorKind;
use super::words::Word;
use crate::{AnswerKind, Book, Choice, Field, Kind, RecordList};

/// The word for the answer "none".
const NONE: &str = "空";

/// What is asked, as far as the notation needs it.
pub(super) enum Asked<'a> {
    /// An answer of a kind, and whether `空` is one.
    Answer {
        /// The kind.
        kind: &'a AnswerKind,
        /// What `空` says in words, where it may be said.
        none: Option<&'a str>,
    },
    /// The kind of a record.
    RecordKind(&'a [Kind]),
}

/// What a question asks.
pub(super) fn question<'a>(book: &'a Book, name: &str) -> Result<Asked<'a>, ChangeErrorKind> {
    let question = book.question.iter().find(|question| question.id == name);
    let question = question.ok_or_else(|| ChangeErrorKind::UnknownName {
        found: name.to_owned(),
        known: book
            .question
            .iter()
            .map(|question| question.id.clone())
            .collect(),
    })?;
    Ok(Asked::Answer {
        kind: &question.kind,
        none: question.none.as_deref(),
    })
}

/// The fields that a record of a list can have.
pub(super) struct Fields<'a> {
    list: &'a RecordList,
    kind: Option<&'a Kind>,
}

impl<'a> Fields<'a> {
    /// The fields of a record with these answers, among them perhaps its kind.
    pub(super) fn of(list: &'a RecordList, words: &[Word<'_>]) -> Self {
        let kind = list.kind_field.as_deref().and_then(|kind_field| {
            let mut sides = words.iter().filter_map(|word| word.sides);
            let (_, id) = sides.find(|(name, _)| *name == kind_field)?;
            list.kind.iter().find(|kind| kind.id == id)
        });
        Self { list, kind }
    }

    /// What a field asks.
    pub(super) fn find(&self, name: &str) -> Result<Asked<'a>, ChangeErrorKind> {
        if self.list.kind_field.as_deref() == Some(name) {
            return Ok(Asked::RecordKind(&self.list.kind));
        }
        let field = self.all().find(|field| field.id == name);
        let field = field.ok_or_else(|| ChangeErrorKind::UnknownName {
            found: name.to_owned(),
            known: self.names(),
        })?;
        Ok(Asked::Answer {
            kind: &field.kind,
            none: field.none.as_deref(),
        })
    }

    fn all(&self) -> impl Iterator<Item = &'a Field> + use<'a> {
        let own = self.kind.into_iter().flat_map(|kind| &kind.field);
        self.list.field.iter().chain(own)
    }

    fn names(&self) -> Vec<String> {
        let kind_field = self.list.kind_field.clone();
        let fields = self.all().map(|field| field.id.clone());
        kind_field.into_iter().chain(fields).collect()
    }
}

/// Reads a value.
pub(super) fn read_answer(
    asked: &Asked<'_>,
    text: &str,
    book: &Book,
) -> Result<Answer, ChangeErrorKind> {
    match asked {
        Asked::RecordKind(kinds) => {
            let kinds = kinds
                .iter()
                .map(|kind| (kind.id.as_str(), kind.label.as_str()));
            choose(kinds, text)
        }
        Asked::Answer {
            none: Some(none), ..
        } if text == NONE || text == *none => Ok(Answer::None),
        Asked::Answer { none: None, .. } if text == NONE => Err(ChangeErrorKind::NoneRefused),
        Asked::Answer { kind, .. } => read_of_kind(kind, text, book),
    }
}

fn read_of_kind(kind: &AnswerKind, text: &str, book: &Book) -> Result<Answer, ChangeErrorKind> {
    let found = || text.to_owned();
    match kind {
        AnswerKind::YesNo => match text {
            "是" => Ok(Answer::YesNo(true)),
            "否" => Ok(Answer::YesNo(false)),
            _ => Err(ChangeErrorKind::NotYesNo { found: found() }),
        },
        AnswerKind::Choice(choices) => choose(pairs(choices), text),
        AnswerKind::Scale { scale, only } => {
            let scale = book.scale.iter().find(|entry| entry.id == *scale);
            let choices = pairs(scale.map_or(&[], |scale| scale.choice.as_slice()));
            choose(
                choices.filter(|(id, _)| only.is_empty() || only.iter().any(|one| one == id)),
                text,
            )
        }
        AnswerKind::Integer { .. } | AnswerKind::Year { .. } => {
            let number = parse_number(text).filter(|number| number.to_integer().is_some());
            to_number(number, text)
        }
        AnswerKind::Decimal { .. } => to_number(parse_number(text), text),
        AnswerKind::Date { .. } => match parse_day(text) {
            Some(_) => Ok(Answer::from_text(text)),
            None => Err(ChangeErrorKind::NotADay { found: found() }),
        },
        AnswerKind::Text { .. } | AnswerKind::ResidentId { .. } => Ok(Answer::from_text(text)),
    }
}

fn to_number(number: Option<Decimal>, text: &str) -> Result<Answer, ChangeErrorKind> {
    number
        .map(Answer::Number)
        .ok_or_else(|| ChangeErrorKind::NotANumber {
            found: text.to_owned(),
        })
}

fn pairs(choices: &[Choice]) -> impl Iterator<Item = (&str, &str)> + Clone {
    choices
        .iter()
        .map(|choice| (choice.id.as_str(), choice.label.as_str()))
}

/// The choice with this id or name.
fn choose<'a>(
    choices: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    text: &str,
) -> Result<Answer, ChangeErrorKind> {
    let mut found = choices.clone();
    let found = found.find(|(id, label)| text == *id || text == *label);
    let found = found.map(|(id, _)| Answer::from_text(id));
    found.ok_or_else(|| ChangeErrorKind::UnknownChoice {
        found: text.to_owned(),
        known: choices.map(|(id, _)| id.to_owned()).collect(),
    })
}
