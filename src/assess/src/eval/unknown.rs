//! What is unknown, and every way in which it can turn out.

use chrono::{Datelike, NaiveDate};
use json::Decimal;
use rulebook::FutureDates;

use crate::engine::Term;
use crate::program::{Domain, Program, Value, insert};
use crate::subject::{Subject, TypedRecord};

/// Something unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
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

/// The first and the last day that can be entered.
pub(crate) fn all_days(latest: Option<NaiveDate>) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(NaiveDate::MIN);
    let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX);
    (first, latest.unwrap_or(last))
}

/// Tells how unknowns can turn out, as far as tests can tell it apart.
pub(crate) struct Values<'a> {
    pub(crate) program: &'a Program,
    pub(crate) term: Term,
    pub(crate) today: NaiveDate,
}

impl Values<'_> {
    /// What an unknown can be; all days are one span. Empty when it cannot be told, and for lists.
    pub(crate) fn of(&self, subject: &Subject, item: Unknown) -> Vec<Value> {
        match item {
            Unknown::Answer(question) => self.answer(question),
            Unknown::Field { list, record, slot } => self.field(subject, (list, record), slot),
            Unknown::More(_) => Vec::new(),
        }
    }

    fn answer(&self, question: usize) -> Vec<Value> {
        let Some(slot) = self.program.questions.get(question) else {
            return Vec::new();
        };
        let mut bounds = slot.bounds.clone();
        let year = self.term.year;
        let turns = slot
            .bars
            .iter()
            .map(|seasons| year.saturating_sub(*seasons));
        let turns = turns.chain([year]).filter(|_| !slot.bars.is_empty());
        bounds.extend(turns.filter_map(|year| Decimal::from_int(year.into())));
        self.values(&slot.domain, &bounds, slot.none)
    }

    fn field(&self, subject: &Subject, (list, record): (usize, usize), slot: usize) -> Vec<Value> {
        let (Some(shape), Some(typed)) = (self.program.lists.get(list), subject.lists.get(list))
        else {
            return Vec::new();
        };
        let Some(field) = shape.slots.get(slot) else {
            return Vec::new();
        };
        if matches!(field.domain, Domain::Text { .. }) {
            return keys(&typed.records, field.none);
        }
        let mut bounds = field.bounds.clone();
        let year = self.term.year;
        let years = year.saturating_sub(field.last_years)..year;
        bounds.extend(years.filter_map(|year| Decimal::from_int(year.into())));
        let mut values = self.values(&field.domain, &bounds, field.none);
        if shape.unique == Some(slot) {
            // Bounds stand for themselves alone; other numbers stand for all between two bounds.
            let taken = |value: &Value| {
                let single = matches!(value, Value::Number(number) if bounds.contains(number));
                let others = typed.records.iter().enumerate();
                let mut others = others.filter(|(place, _)| *place != record);
                single && others.any(|(_, other)| other.value(slot) == *value)
            };
            values.retain(|value| !taken(value));
        }
        values
    }

    fn values(&self, domain: &Domain, bounds: &[Decimal], none: bool) -> Vec<Value> {
        let none = none.then_some(Value::None);
        let values = match domain {
            Domain::Date(future) => {
                let refuse = *future == FutureDates::Refuse;
                let (first, last) = all_days(refuse.then_some(self.today));
                return none.into_iter().chain([Value::Days(first, last)]).collect();
            }
            // A year after this one is refused.
            Domain::Number {
                min, year: true, ..
            } => Domain::Number {
                min: *min,
                max: Decimal::from_int(self.today.year().into()).unwrap_or(Decimal::ZERO),
                whole: true,
                year: true,
            }
            .representatives(bounds),
            domain => domain.representatives(bounds),
        };
        let values = values.unwrap_or_default();
        let none = none.filter(|_| !values.is_empty());
        values.into_iter().chain(none).collect()
    }
}

/// A key can be one that stands in the list, or another one; none where that is an answer.
fn keys(records: &[TypedRecord], none: bool) -> Vec<Value> {
    let mut known: Vec<usize> = Vec::new();
    for value in records.iter().flat_map(|record| record.values().iter()) {
        if let Value::Text(place) = value {
            insert(&mut known, *place);
        }
    }
    let other = known.last().map_or(0, |last| last.saturating_add(1));
    known.push(other);
    let none = none.then_some(Value::None);
    known.into_iter().map(Value::Text).chain(none).collect()
}
