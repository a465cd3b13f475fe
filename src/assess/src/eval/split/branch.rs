//! Alternatives for one unknown, that together leave nothing out.

use chrono::{Days, NaiveDate};
use json::Decimal;

use super::MOST_MORE;
use super::search::Search;
use crate::eval::case::Case;
use crate::eval::dates::Day;
use crate::program::{Domain, Program, Value, bit, each, insert};
use crate::subject::{Subject, TypedRecord};

/// Something unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unknown {
    /// The answer to a question.
    Answer(usize),
    /// A field of a record.
    Field {
        list: usize,
        record: usize,
        slot: usize,
    },
    /// Whether an open list gains a record.
    More(usize),
}

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

/// The first and the last day that can be entered.
fn all_days(latest: Option<NaiveDate>) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(NaiveDate::MIN);
    let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX);
    (first, latest.unwrap_or(last))
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
                let values = self.answer_values(question);
                let change = |value| Change::Answer(question, value);
                values.into_iter().map(change).collect()
            }
            Unknown::Field { list, record, slot } => {
                let values = self.field_values(list, record, slot);
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

    fn answer_values(&self, question: usize) -> Vec<Value> {
        let Some(slot) = self.program.questions.get(question) else {
            return Vec::new();
        };
        let value = self.scratch.subject.answer(question);
        let mut bounds = slot.bounds.clone();
        let year = self.season.year;
        let turns = slot
            .bars
            .iter()
            .map(|seasons| year.saturating_sub(*seasons));
        let turns = turns.chain([year]).filter(|_| !slot.bars.is_empty());
        bounds.extend(turns.filter_map(|year| Decimal::from_int(year.into())));
        self.values(&slot.domain, &bounds, (value, slot.none))
    }

    fn field_values(&self, list: usize, record: usize, slot: usize) -> Vec<Value> {
        let (Some(shape), Some(typed)) = (
            self.program.lists.get(list),
            self.scratch.subject.lists.get(list),
        ) else {
            return Vec::new();
        };
        let (Some(field), Some(own)) = (shape.slots.get(slot), typed.records.get(record)) else {
            return Vec::new();
        };
        if matches!(field.domain, Domain::Text { .. }) {
            return keys(&typed.records, field.none);
        }
        let mut bounds = field.bounds.clone();
        let year = self.season.year;
        let years = year.saturating_sub(field.last_years)..year;
        bounds.extend(years.filter_map(|year| Decimal::from_int(year.into())));
        let mut values = self.values(&field.domain, &bounds, (own.value(slot), field.none));
        if shape.unique == Some(slot) {
            // Bounds stand for themselves alone; other numbers stand for all between two bounds.
            let taken = |value: &Value| {
                let single = matches!(value, Value::Number(number) if bounds.contains(number));
                single
                    && typed
                        .records
                        .iter()
                        .any(|other| other.value(slot) == *value)
            };
            values.retain(|value| !taken(value));
        }
        values
    }

    fn values(
        &self,
        domain: &Domain,
        bounds: &[Decimal],
        (value, none): (Value, bool),
    ) -> Vec<Value> {
        if let (Domain::Date(future), Value::Unknown) = (domain, value) {
            let refuse = *future == rulebook::FutureDates::Refuse;
            let (first, last) = all_days(refuse.then_some(self.today));
            let none = none.then_some(Value::None);
            return none.into_iter().chain([Value::Days(first, last)]).collect();
        }
        if let Value::Days(first, last) = value {
            return self.halves(first, last).into();
        }
        let this_year = chrono::Datelike::year(&self.today);
        let this_year = Decimal::from_int(this_year.into()).unwrap_or(Decimal::ZERO);
        let mut values = match domain {
            // A year after this one is refused.
            Domain::Number {
                min, year: true, ..
            } => Domain::Number {
                min: *min,
                max: this_year,
                whole: true,
                year: true,
            }
            .representatives(bounds),
            domain => domain.representatives(bounds),
        }
        .unwrap_or_default();
        if !values.is_empty() && none {
            values.push(Value::None);
        }
        values
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
        let case = Case::new(
            self.program,
            &self.scratch.subject,
            self.season,
            self.season.year,
        );
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
            for value in &record.values {
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
                let place = subject.lists.get_mut(list)?.records.get_mut(record)?;
                let before = place.values.clone();
                place.set(shape, slot, value);
                if crate::eval::records::possible(shape, place) {
                    return Some(Undo::Record(list, record, before));
                }
                place.values = before;
                None
            }
            Change::Close(list) => {
                subject.lists.get_mut(list)?.open = false;
                Some(Undo::Open(list))
            }
            Change::Add(list) => {
                let slots = self.program.lists.get(list)?.slots.len();
                let added = self.scratch.added.get_mut(list)?;
                *added = added.saturating_add(1);
                let record = TypedRecord::unknown(slots);
                subject.lists.get_mut(list)?.records.push(record);
                Some(Undo::Remove(list))
            }
        }
    }

    /// Undoes a change.
    pub(super) fn undo(&mut self, undo: Undo) {
        match undo {
            Undo::Answer(question, kept) => self.scratch.subject.restore(question, kept),
            Undo::Record(list, record, values) => {
                let list = self.scratch.subject.lists.get_mut(list);
                if let Some(place) = list.and_then(|list| list.records.get_mut(record)) {
                    place.values = values;
                }
            }
            Undo::Open(list) => {
                if let Some(list) = self.scratch.subject.lists.get_mut(list) {
                    list.open = true;
                }
            }
            Undo::Remove(list) => {
                if let Some(added) = self.scratch.added.get_mut(list) {
                    *added = added.saturating_sub(1);
                }
                if let Some(list) = self.scratch.subject.lists.get_mut(list) {
                    list.records.pop();
                }
            }
        }
    }
}

/// What undoes a change.
pub(super) enum Undo {
    Answer(usize, (Value, u64)),
    Record(usize, usize, Vec<Value>),
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

/// A key can be one that stands in the list, or another one; none where that is an answer.
fn keys(records: &[TypedRecord], none: bool) -> Vec<Value> {
    let values = records.iter().flat_map(|record| &record.values);
    let mut known: Vec<usize> = Vec::new();
    for value in values {
        if let Value::Text(place) = value {
            insert(&mut known, *place);
        }
    }
    let other = known.last().map_or(0, |last| last.saturating_add(1));
    known.push(other);
    let none = none.then_some(Value::None);
    known.into_iter().map(Value::Text).chain(none).collect()
}
