//! Values of the notation, read by what the book says an answer may be.

use dossier::{Answer, parse_day, parse_number};
use json::Decimal;

use super::ChangeErrorKind;
use super::words::Word;
use crate::{AnswerKind, Book, Choice, Field, FieldPlace, Kind, RecordList, Stated};

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
    /// The kind, with its place.
    pub(super) kind: Option<(usize, &'a Kind)>,
    /// The place behind the field that was found last: mostly they stand in the order of the book.
    next: usize,
}

impl<'a> Fields<'a> {
    /// The fields of a record with these answers, among them perhaps its kind.
    pub(super) fn of(list: &'a RecordList, words: &[Word<'_>]) -> Self {
        let kind = list.kind_field.as_deref().and_then(|kind_field| {
            let mut sides = words.iter().filter_map(|word| word.sides);
            let (_, id) = sides.find(|(name, _)| *name == kind_field)?;
            let mut kinds = list.kind.iter().enumerate();
            kinds.find(|(_, kind)| kind.id == id)
        });
        Self {
            list,
            kind,
            next: 0,
        }
    }

    /// Where a field stands, and what it asks.
    pub(super) fn find(&mut self, name: &str) -> Result<(FieldPlace, Asked<'a>), ChangeErrorKind> {
        if self.list.kind_field.as_deref() == Some(name) {
            return Ok((FieldPlace::Kind, Asked::RecordKind(&self.list.kind)));
        }
        let next = self.field(self.next).filter(|field| field.id == name);
        let next = next.map(|field| (self.next, field));
        let mut all = self.all().enumerate();
        let found = next.or_else(|| all.find(|(_, field)| field.id == name));
        let (place, field) = found.ok_or_else(|| ChangeErrorKind::UnknownName {
            found: name.to_owned(),
            known: self.names(),
        })?;
        self.next = place.saturating_add(1);
        let place = match place.checked_sub(self.list.field.len()) {
            None => FieldPlace::Common(place),
            Some(place) => FieldPlace::OfKind(place),
        };
        let asked = Asked::Answer {
            kind: &field.kind,
            none: field.none.as_deref(),
        };
        Ok((place, asked))
    }

    /// The field at a place.
    fn field(&self, place: usize) -> Option<&'a Field> {
        match place.checked_sub(self.list.field.len()) {
            None => self.list.field.get(place),
            Some(place) => self.kind?.1.field.get(place),
        }
    }

    fn all(&self) -> impl Iterator<Item = &'a Field> + use<'a> {
        let own = self.kind.into_iter().flat_map(|(_, kind)| &kind.field);
        self.list.field.iter().chain(own)
    }

    fn names(&self) -> Vec<String> {
        let kind_field = self.list.kind_field.clone();
        let fields = self.all().map(|field| field.id.clone());
        kind_field.into_iter().chain(fields).collect()
    }
}

/// Reads a value.
pub(super) fn read<'a>(
    asked: &Asked<'a>,
    text: &'a str,
    book: &'a Book,
) -> Result<Stated<'a>, ChangeErrorKind> {
    match asked {
        Asked::RecordKind(kinds) => {
            let kinds = kinds
                .iter()
                .map(|kind| (kind.id.as_str(), kind.label.as_str()));
            choose(kinds.enumerate(), text)
        }
        Asked::Answer {
            none: Some(none), ..
        } if text == NONE || text == *none => Ok(Stated::None),
        Asked::Answer { none: None, .. } if text == NONE => Err(ChangeErrorKind::NoneRefused),
        Asked::Answer { kind, .. } => read_of_kind(kind, text, book),
    }
}

fn read_of_kind<'a>(
    kind: &'a AnswerKind,
    text: &'a str,
    book: &'a Book,
) -> Result<Stated<'a>, ChangeErrorKind> {
    let found = || text.to_owned();
    match kind {
        AnswerKind::YesNo => match text {
            "是" => Ok(Stated::YesNo(true)),
            "否" => Ok(Stated::YesNo(false)),
            _ => Err(ChangeErrorKind::NotYesNo { found: found() }),
        },
        AnswerKind::Choice(choices) => choose(pairs(choices).enumerate(), text),
        AnswerKind::Scale { scale, only } => {
            let scale = book.scale.iter().find(|entry| entry.id == *scale);
            let choices = pairs(scale.map_or(&[], |scale| scale.choice.as_slice()));
            let is_offered = |id: &str| only.is_empty() || only.iter().any(|one| one == id);
            let choices = choices.enumerate();
            choose(choices.filter(|(_, (id, _))| is_offered(id)), text)
        }
        AnswerKind::Integer { .. } | AnswerKind::Year { .. } => {
            let number = parse_number(text).filter(|number| number.to_integer().is_some());
            to_number(number, text)
        }
        AnswerKind::Decimal { .. } => to_number(parse_number(text), text),
        AnswerKind::Date { .. } => match parse_day(text) {
            Some(day) => Ok(Stated::Day(day, text)),
            None => Err(ChangeErrorKind::NotADay { found: found() }),
        },
        AnswerKind::Text { .. } | AnswerKind::ResidentId { .. } => Ok(Stated::Text(text)),
    }
}

fn to_number<'a>(number: Option<Decimal>, text: &str) -> Result<Stated<'a>, ChangeErrorKind> {
    number
        .map(Stated::Number)
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
    choices: impl Iterator<Item = (usize, (&'a str, &'a str))> + Clone,
    text: &str,
) -> Result<Stated<'a>, ChangeErrorKind> {
    let mut found = choices.clone();
    let found = found.find(|(_, (id, label))| text == *id || text == *label);
    let found = found.map(|(place, (id, _))| Stated::Choice(place, id));
    found.ok_or_else(|| ChangeErrorKind::UnknownChoice {
        found: text.to_owned(),
        known: choices.map(|(_, (id, _))| id.to_owned()).collect(),
    })
}

/// The answer as a dossier has it.
pub(super) fn answer(stated: Stated<'_>) -> Answer {
    match stated {
        Stated::None => Answer::None,
        Stated::YesNo(yes) => Answer::YesNo(yes),
        Stated::Number(number) => Answer::Number(number),
        Stated::Choice(_, text) | Stated::Day(_, text) | Stated::Text(text) => {
            Answer::from_text(text)
        }
    }
}
