//! Alternatives for one unknown, that together leave nothing out.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::MOST_MORE;
use super::search::Search;
use crate::eval::case::Case;
use crate::eval::dates::Day;
use crate::eval::unknown::{Unknown, Values, all_days};
use crate::program::{Domain, Program, Value, bit, each, insert};
use crate::subject::{Subject, TypedRecord};

/// One alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Answer(usize, Value),
    /// The answer is of one of these classes.
    Classes(usize, u64),
    Field {
        list: usize,
        record: usize,
        slot: usize,
        value: Value,
    },
    /// The list gains no record.
    Close(usize),
    /// The list gains a record and stays open.
    Add(usize),
}

/// The last day, or the first, that the answer to a question can be; none when it is known or no
/// day.
pub(super) fn end_of_days(
    (program, today): (&Program, NaiveDate),
    (subject, question): (&Subject, usize),
    last: bool,
) -> Option<Value> {
    let (first_day, last_day) = match subject.answer(question) {
        Value::Days(first, last) => (first, last),
        Value::Unknown => match &program.questions.get(question)?.domain {
            Domain::Date(future) => {
                let refuse = *future == rulebook::FutureDates::Refuse;
                all_days(refuse.then_some(today))
            }
            _ => return None,
        },
        _ => return None,
    };
    Some(Value::Date(if last { last_day } else { first_day }))
}

impl Search<'_> {
    /// The alternatives; none when they cannot be told.
    pub(super) fn changes(&self, unknown: Unknown) -> Vec<Change> {
        match unknown {
            Unknown::Answer(question) if self.scratch.subject.set(question) != 0 => {
                let classes = each(self.scratch.subject.set(question));
                let change = |class| Change::Classes(question, bit(class));
                classes.map(change).collect()
            }
            Unknown::Answer(question) => {
                let values = self.values(unknown);
                let change = |value| Change::Answer(question, value);
                values.into_iter().map(change).collect()
            }
            Unknown::Field { list, record, slot } => {
                let values = self.values(unknown);
                let change = |value| Change::Field {
                    list,
                    record,
                    slot,
                    value,
                };
                values.into_iter().map(change).collect()
            }
            Unknown::More(list) => {
                let added = self.scratch.added.get(list).copied().unwrap_or(MOST_MORE);
                if added >= MOST_MORE {
                    return Vec::new();
                }
                vec![Change::Close(list), Change::Add(list)]
            }
        }
    }

    /// What an unknown can be; a span of days is cut in two.
    fn values(&self, unknown: Unknown) -> Vec<Value> {
        let subject = &self.scratch.subject;
        let now = match unknown {
            Unknown::Answer(question) => subject.answer(question),
            Unknown::Field { list, record, slot } => {
                let records = subject.lists.get(list).map(|list| &list.records);
                let record = records.and_then(|records| records.get(record));
                record.map_or(Value::Unknown, |record| record.value(slot))
            }
            Unknown::More(_) => Value::Unknown,
        };
        if let Value::Days(first, last) = now {
            return self.halves(first, last).into();
        }
        let values = Values {
            program: self.program,
            term: self.season,
            today: self.today,
        };
        values.of(subject, unknown)
    }

    /// A span of days in two, at a day where something turns if there is one.
    fn halves(&self, first: NaiveDate, last: NaiveDate) -> [Value; 2] {
        let mut turns = Vec::new();
        for day in self.turns() {
            if day > first && day <= last {
                insert(&mut turns, day);
            }
        }
        let middle = turns.len() / 2;
        let begin = turns.get(middle).copied().unwrap_or_else(|| {
            let days = last.signed_duration_since(first).num_days();
            let half = u64::try_from(days / 2).unwrap_or(0).saturating_add(1);
            first.checked_add_days(Days::new(half)).unwrap_or(last)
        });
        let end = begin.pred_opt().unwrap_or(first);
        [days(first, end), days(begin, last)]
    }

    /// Days at which something turns, as far as they are easily told. Only where spans are cut
    /// hangs on it, never a verdict.
    fn turns(&self) -> Vec<NaiveDate> {
        let case = Case::new(self.program, &self.scratch.subject, self.season);
        let mut turns = Vec::new();
        for date in 0..self.program.dates.len() {
            if let Day::Between { from, to, .. } = case.day(date) {
                turns.extend([Some(from), from.succ_opt(), Some(to), to.succ_opt()]);
            }
        }
        for years in &self.program.asked_years {
            let day = dossier::years_before(self.season.cut_off, *years);
            turns.extend([Some(day), day.succ_opt()]);
        }
        for record in self
            .scratch
            .subject
            .lists
            .iter()
            .flat_map(|list| &list.records)
        {
            for value in record.values().iter() {
                if let Value::Date(day) = value {
                    turns.extend([Some(*day), day.succ_opt()]);
                }
            }
        }
        turns.into_iter().flatten().collect()
    }

    /// Makes a change and gives what undoes it; none, and nothing done, when no reader would
    /// accept the record.
    pub(super) fn apply(&mut self, change: Change) -> Option<Undo> {
        let subject = &mut self.scratch.subject;
        match change {
            Change::Answer(question, value) => {
                let kept = subject.kept(question);
                subject.put(self.program, question, value);
                Some(Undo::Answer(question, kept))
            }
            Change::Classes(question, set) => {
                let kept = subject.kept(question);
                subject.narrow(self.program, question, set);
                Some(Undo::Answer(question, kept))
            }
            Change::Field {
                list,
                record,
                slot,
                value,
            } => {
                let shape = self.program.lists.get(list)?;
                let place = subject.list_mut(list)?.records.get_mut(record)?;
                let before = Arc::clone(place.values());
                place.set(shape, slot, value);
                if crate::eval::records::possible(shape, place) {
                    return Some(Undo::Record(list, record, before));
                }
                place.put(shape, before);
                None
            }
            Change::Close(list) => {
                subject.list_mut(list)?.open = false;
                Some(Undo::Open(list))
            }
            Change::Add(list) => {
                let shape = self.program.lists.get(list)?;
                let added = self.scratch.added.get_mut(list)?;
                *added = added.saturating_add(1);
                let record = TypedRecord::unknown(shape);
                subject.list_mut(list)?.records.push(record);
                Some(Undo::Remove(list))
            }
        }
    }

    /// Undoes a change.
    pub(super) fn undo(&mut self, undo: Undo) {
        match undo {
            Undo::Answer(question, kept) => self.scratch.subject.restore(question, kept),
            Undo::Record(list, record, values) => {
                let shape = self.program.lists.get(list);
                let list = self.scratch.subject.list_mut(list);
                let place = list.and_then(|list| list.records.get_mut(record));
                if let (Some(place), Some(shape)) = (place, shape) {
                    place.put(shape, values);
                }
            }
            Undo::Open(list) => {
                if let Some(list) = self.scratch.subject.list_mut(list) {
                    list.open = true;
                }
            }
            Undo::Remove(list) => {
                if let Some(added) = self.scratch.added.get_mut(list) {
                    *added = added.saturating_sub(1);
                }
                if let Some(list) = self.scratch.subject.list_mut(list) {
                    list.records.pop();
                }
            }
        }
    }
}

/// What undoes a change.
pub(super) enum Undo {
    Answer(usize, (Value, u64)),
    Record(usize, usize, Arc<[Value]>),
    Open(usize),
    Remove(usize),
}

fn days(first: NaiveDate, last: NaiveDate) -> Value {
    if first == last {
        Value::Date(first)
    } else {
        Value::Days(first, last)
    }
}
