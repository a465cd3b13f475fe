//! A dossier typed against a compiled book.

use dossier::{Answer, Dossier, Record};

use super::{Place, Problem, Severity};
use crate::program::{Domain, ListProgram, Program, Slot, Value, insert};

/// A dossier with typed answers. What was refused is unknown here.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    /// By question.
    pub(crate) answers: Vec<Value>,
    /// By list.
    pub(crate) lists: Vec<TypedList>,
}

/// A list with typed records.
#[derive(Clone, Debug)]
pub(crate) struct TypedList {
    pub(crate) records: Vec<TypedRecord>,
    /// Whether it may still gain records.
    pub(crate) open: bool,
}

/// A record: a value for each slot of its list.
#[derive(Clone, Debug)]
pub(crate) struct TypedRecord {
    pub(crate) id: String,
    pub(crate) values: Vec<Value>,
}

impl TypedRecord {
    /// A record of which nothing is known.
    pub(crate) fn unknown(slots: usize) -> Self {
        Self {
            id: String::new(),
            values: vec![Value::Unknown; slots],
        }
    }

    /// The value in a slot.
    pub(crate) fn value(&self, slot: usize) -> Value {
        self.values.get(slot).copied().unwrap_or(Value::Unknown)
    }

    /// Puts a value in a slot; a kind takes away the slots that its records do not have.
    pub(crate) fn set(&mut self, list: &ListProgram, slot: usize, value: Value) {
        if let Some(place) = self.values.get_mut(slot) {
            *place = value;
        }
        let is_kind = list.kind.as_ref().is_some_and(|(kind, _)| *kind == slot);
        if let (true, Value::Choice(kind)) = (is_kind, value) {
            for (shape, place) in list.slots.iter().zip(&mut self.values) {
                if !shape.serves(kind) {
                    *place = Value::Absent;
                }
            }
        }
    }
}

impl Subject {
    /// Types a dossier; answers that a problem refuses are left unknown.
    pub(crate) fn of(program: &Program, dossier: &Dossier, problems: &[Problem]) -> Self {
        let mut refused: Vec<&Place> = Vec::new();
        for problem in problems {
            if problem.severity() == Severity::Refused {
                insert(&mut refused, &problem.place);
            }
        }
        let answers = program.questions.iter().map(|slot| {
            let place = Place::Question(slot.id.clone());
            if holds(&refused, &place) {
                return Value::Unknown;
            }
            typed(&slot.domain, slot.none, dossier.answer(&slot.id))
        });
        let lists = program.lists.iter();
        let lists = lists.map(|list| typed_list(list, dossier, &refused));
        Self {
            answers: answers.collect(),
            lists: lists.collect(),
        }
    }

    /// The answer to a question.
    pub(crate) fn answer(&self, question: usize) -> Value {
        self.answers
            .get(question)
            .copied()
            .unwrap_or(Value::Unknown)
    }
}

/// Whether a place is among places in order.
fn holds(places: &[&Place], place: &Place) -> bool {
    places.binary_search(&place).is_ok()
}

/// The value of an answer that nobody refused.
fn typed(domain: &Domain, none: bool, answer: Option<&Answer>) -> Value {
    match answer {
        None => Value::Unknown,
        Some(Answer::None) if none => Value::None,
        Some(answer) => domain.typed(answer).unwrap_or(Value::Unknown),
    }
}

fn typed_list(list: &ListProgram, dossier: &Dossier, refused: &[&Place]) -> TypedList {
    let mut texts: Vec<String> = Vec::new();
    let records = dossier.records(&list.id).iter();
    let records = records.map(|record| typed_record(list, record, refused, &mut texts));
    TypedList {
        records: records.collect(),
        open: !dossier.is_complete(&list.id),
    }
}

fn typed_record(
    list: &ListProgram,
    record: &Record,
    refused: &[&Place],
    texts: &mut Vec<String>,
) -> TypedRecord {
    let whole = Place::Record {
        list: list.id.clone(),
        record: record.id.clone(),
    };
    let kind = kind_of(list, record, refused);
    let values = list.slots.iter().map(|slot| {
        if kind.is_some_and(|kind| !slot.serves(kind)) {
            return Value::Absent;
        }
        let place = field_place(list, record, slot);
        let is_kind = list.kind.as_ref().is_some_and(|(at, _)| {
            list.slots
                .get(*at)
                .is_some_and(|other| std::ptr::eq(other, slot))
        });
        // A record that is refused as a whole keeps its kind: it could be any record of that kind.
        if holds(refused, &place) || (holds(refused, &whole) && !is_kind) {
            return Value::Unknown;
        }
        let answer = record.answer(&slot.field);
        match (&slot.domain, answer) {
            (Domain::Text { .. }, Some(Answer::Text(text))) => Value::Text(place_of(texts, text)),
            _ => typed(&slot.domain, slot.none, answer),
        }
    });
    TypedRecord {
        values: values.collect(),
        id: record.id.clone(),
    }
}

fn field_place(list: &ListProgram, record: &Record, slot: &Slot) -> Place {
    Place::Field {
        list: list.id.clone(),
        record: record.id.clone(),
        field: slot.field.clone(),
    }
}

/// The kind of a record, when the list has kinds and the record's is known.
pub(super) fn kind_of(list: &ListProgram, record: &Record, refused: &[&Place]) -> Option<usize> {
    let (slot, kinds) = list.kind.as_ref()?;
    let slot = list.slots.get(*slot)?;
    if holds(refused, &field_place(list, record, slot)) {
        return None;
    }
    let id = record.answer(&slot.field)?.text()?;
    kinds.iter().position(|kind| kind == id)
}

/// Texts that are equal get equal places; white space around them does not make them differ.
fn place_of(texts: &mut Vec<String>, text: &str) -> usize {
    let text = text.trim();
    if let Some(place) = texts.iter().position(|other| other == text) {
        return place;
    }
    texts.push(text.to_owned());
    texts.len().saturating_sub(1)
}
