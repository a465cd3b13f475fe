//! A dossier typed against a compiled book.

use dossier::{Answer, Dossier, Record};

use super::{Place, Problem, Severity};
use crate::program::{Domain, ListProgram, Program, QuestionSlot, Slot, Value, insert};

/// A dossier with typed answers. What was refused is unknown here.
///
/// Equal ones of an engine are judged alike in a season on a day. The order has no meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// By question.
    answers: Vec<Value>,
    /// By question, the classes that the answer may be of; empty where it has none.
    sets: Vec<u64>,
    /// By list.
    pub(crate) lists: Vec<TypedList>,
}

/// A list with typed records.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TypedList {
    pub(crate) records: Vec<TypedRecord>,
    /// Whether it may still gain records.
    pub(crate) open: bool,
}

/// A record: a value for each slot of its list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

    /// Takes over what another record has and this one does not say yet.
    pub(crate) fn serve(&mut self, other: &Self) {
        for (own, value) in self.values.iter_mut().zip(&other.values) {
            if *own == Value::Unknown {
                *own = *value;
            }
        }
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
            if holds(&refused, || Place::Question(slot.id.clone())) {
                return Value::Unknown;
            }
            typed(&slot.domain, slot.none, dossier.answer(&slot.id))
        });
        let answers: Vec<Value> = answers.collect();
        let sets = program.questions.iter().zip(&answers);
        let sets = sets.map(|(slot, value)| set_of(slot, *value));
        let lists = program.lists.iter();
        let lists = lists.map(|list| typed_list(list, dossier, &refused));
        Self {
            sets: sets.collect(),
            answers,
            lists: lists.collect(),
        }
    }

    /// Takes over another subject of the same program, in the room that this one has.
    pub(crate) fn copy(&mut self, other: &Self) {
        self.answers.clone_from(&other.answers);
        self.sets.clone_from(&other.sets);
        self.lists.truncate(other.lists.len());
        let known = self.lists.len();
        for (own, other) in self.lists.iter_mut().zip(&other.lists) {
            own.copy(other);
        }
        let more = other.lists.get(known..).unwrap_or_default();
        self.lists.extend_from_slice(more);
    }

    /// The classes that the answer to a question may be of; empty when it has no classes.
    pub(crate) fn set(&self, question: usize) -> u64 {
        self.sets.get(question).copied().unwrap_or(0)
    }

    /// Puts an answer in place.
    pub(crate) fn put(&mut self, program: &Program, question: usize, value: Value) {
        let slot = program.questions.get(question);
        let set = slot.map_or(0, |slot| set_of(slot, value));
        self.restore(question, (value, set));
    }

    /// Leaves only some classes of the answer to a question.
    pub(crate) fn narrow(&mut self, program: &Program, question: usize, set: u64) {
        let slot = program.questions.get(question);
        let classes = slot.and_then(|slot| slot.classes.as_ref());
        let value = classes.map_or(Value::Unknown, |classes| classes.value(set));
        self.restore(question, (value, set));
    }

    /// An answer with its classes, as [`Self::restore`] takes it.
    pub(crate) fn kept(&self, question: usize) -> (Value, u64) {
        (self.answer(question), self.set(question))
    }

    /// Puts back what was kept.
    pub(crate) fn restore(&mut self, question: usize, (value, set): (Value, u64)) {
        if let Some(place) = self.answers.get_mut(question) {
            *place = value;
        }
        if let Some(place) = self.sets.get_mut(question) {
            *place = set;
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

impl TypedList {
    fn copy(&mut self, other: &Self) {
        self.open = other.open;
        self.records.truncate(other.records.len());
        let known = self.records.len();
        for (own, other) in self.records.iter_mut().zip(&other.records) {
            own.id.clone_from(&other.id);
            own.values.clone_from(&other.values);
        }
        let more = other.records.get(known..).unwrap_or_default();
        self.records.extend_from_slice(more);
    }
}

/// The classes that an answer may be of.
fn set_of(slot: &QuestionSlot, value: Value) -> u64 {
    let classes = slot.classes.as_ref();
    classes.map_or(0, |classes| classes.set(value))
}

/// Whether a place is among places in order. It is only made where there are any: most dossiers have none.
fn holds(places: &[&Place], place: impl FnOnce() -> Place) -> bool {
    !places.is_empty() && places.binary_search(&&place()).is_ok()
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
    let whole = || Place::Record {
        list: list.id.clone(),
        record: record.id.clone(),
    };
    let kind = kind_of(list, record, refused);
    let refused_whole = holds(refused, whole);
    let values = list.slots.iter().map(|slot| {
        if kind.is_some_and(|kind| !slot.serves(kind)) {
            return Value::Absent;
        }
        let is_kind = list.kind.as_ref().is_some_and(|(at, _)| {
            list.slots
                .get(*at)
                .is_some_and(|other| std::ptr::eq(other, slot))
        });
        // A record that is refused as a whole keeps its kind: it could be any record of that kind.
        if holds(refused, || field_place(list, record, slot)) || (refused_whole && !is_kind) {
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
    if holds(refused, || field_place(list, record, slot)) {
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
