//! Typed answers.

use std::sync::Arc;

use crate::eval::split::Stock;
use crate::program::{Kinds, ListProgram, Program, QuestionSlot, Value};

/// A dossier with typed answers, as a [`Reading`](crate::Reading) has it. What was refused is unknown here.
///
/// Equal ones of an engine are judged alike in a season on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// By question.
    answers: Vec<Value>,
    /// By question, the classes that the answer may be of; empty where it has none.
    sets: Vec<u64>,
    /// By list; shared where they are the same.
    pub(crate) lists: Vec<Arc<TypedList>>,
}

/// A list with typed records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TypedList {
    pub(crate) records: Vec<TypedRecord>,
    /// Whether it may still gain records.
    pub(crate) open: bool,
    /// What records that were put into it to see how things may turn out bring by themselves, if it has them all.
    pub(crate) stock: Option<Arc<Stock>>,
}

/// A record: a value for each slot of its list. Subjects share both until one is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TypedRecord {
    pub(crate) id: Arc<str>,
    values: Arc<[Value]>,
    /// The kinds that it may be of.
    kinds: Kinds,
}

impl TypedRecord {
    /// A record of a list with a value for each of its slots.
    pub(crate) fn new(list: &ListProgram, id: Arc<str>, values: Arc<[Value]>) -> Self {
        Self {
            id,
            kinds: list.kinds_of(&values),
            values,
        }
    }

    /// A record of which nothing is known.
    pub(crate) fn unknown(list: &ListProgram) -> Self {
        let values = std::iter::repeat_n(Value::Unknown, list.slots.len());
        Self::new(list, Arc::default(), values.collect())
    }

    /// The values, by slot.
    pub(crate) fn values(&self) -> &Arc<[Value]> {
        &self.values
    }

    /// Whether it is of none of these kinds.
    pub(crate) fn is_of_none(&self, kinds: Kinds) -> bool {
        self.kinds & kinds == 0
    }

    /// Puts other values into all slots.
    pub(crate) fn put(&mut self, list: &ListProgram, values: Arc<[Value]>) {
        self.kinds = list.kinds_of(&values);
        self.values = values;
    }

    /// Changes values.
    pub(crate) fn change(&mut self, list: &ListProgram, change: impl FnOnce(&mut [Value])) {
        change(Arc::make_mut(&mut self.values));
        self.kinds = list.kinds_of(&self.values);
    }

    /// The value in a slot.
    pub(crate) fn value(&self, slot: usize) -> Value {
        self.values.get(slot).copied().unwrap_or(Value::Unknown)
    }

    /// Takes over what another record has and this one does not say yet.
    pub(crate) fn serve(&mut self, list: &ListProgram, other: &Self) {
        self.change(list, |values| {
            for (own, value) in values.iter_mut().zip(&*other.values) {
                if *own == Value::Unknown {
                    *own = *value;
                }
            }
        });
    }

    /// Puts a value in a slot; a kind takes away the slots that its records do not have.
    pub(crate) fn set(&mut self, list: &ListProgram, slot: usize, value: Value) {
        self.change(list, |values| {
            if let Some(place) = values.get_mut(slot) {
                *place = value;
            }
            let is_kind = list.kind.as_ref().is_some_and(|(kind, _)| *kind == slot);
            if let (true, Value::Choice(kind)) = (is_kind, value) {
                for (shape, place) in list.slots.iter().zip(values) {
                    if !shape.serves(kind) {
                        *place = Value::Absent;
                    }
                }
            }
        });
    }
}

impl Subject {
    /// Of the answers to all questions, in their order, and of lists.
    pub(super) fn of(program: &Program, answers: Vec<Value>, lists: Vec<Arc<TypedList>>) -> Self {
        let slots = program.questions.iter().zip(&answers);
        let sets = slots.map(|(slot, value)| set_of(slot, *value));
        Self {
            sets: sets.collect(),
            answers,
            lists,
        }
    }

    /// Nothing is answered, and no list has a record or gains one.
    pub(crate) fn empty(program: &Program) -> Self {
        let lists = program.lists.iter();
        let lists = lists.map(|_| Arc::new(TypedList::new(Vec::new(), false)));
        let answers = vec![Value::Unknown; program.questions.len()];
        Self::of(program, answers, lists.collect())
    }

    /// Takes over another subject of the same program, in the room that this one has.
    pub(crate) fn copy(&mut self, other: &Self) {
        self.answers.clone_from(&other.answers);
        self.sets.clone_from(&other.sets);
        self.lists.truncate(other.lists.len());
        let known = self.lists.len();
        for (own, other) in self.lists.iter_mut().zip(&other.lists) {
            match Arc::get_mut(own) {
                Some(own) => own.copy(other),
                None => *own = Arc::clone(other),
            }
        }
        let more = other.lists.get(known..).unwrap_or_default();
        self.lists.extend_from_slice(more);
    }

    /// Closes a list.
    pub(crate) fn close(&mut self, list: usize) {
        if self.lists.get(list).is_some_and(|list| list.open)
            && let Some(list) = self.list_mut(list)
        {
            list.open = false;
        }
    }

    /// A list, to be changed in this subject alone.
    pub(crate) fn list_mut(&mut self, list: usize) -> Option<&mut TypedList> {
        let list = self.lists.get_mut(list).map(Arc::make_mut)?;
        list.stock = None;
        Some(list)
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

    /// The answers, by question.
    pub(crate) fn answers(&self) -> &[Value] {
        &self.answers
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
    /// A list with these records.
    pub(crate) const fn new(records: Vec<TypedRecord>, open: bool) -> Self {
        Self {
            records,
            open,
            stock: None,
        }
    }

    fn copy(&mut self, other: &Self) {
        self.open = other.open;
        self.records.clone_from(&other.records);
        self.stock.clone_from(&other.stock);
    }
}

/// The classes that an answer may be of.
fn set_of(slot: &QuestionSlot, value: Value) -> u64 {
    let classes = slot.classes.as_ref();
    classes.map_or(0, |classes| classes.set(value))
}
