//! The least values and records that pass what is asked for.

use chrono::NaiveDate;

use crate::Verdict;
use crate::eval::case::Case;
use crate::eval::dates::Day;
use crate::eval::records;
use crate::program::{Bound, CFilter, CTest, Domain, Slot, Value};
use crate::subject::TypedRecord;

/// The least value of a domain that passes tests; `day` where a day is asked.
pub(super) fn value(
    slot: (&Domain, bool, &[json::Decimal]),
    tests: &[&CTest],
    (day, days): (NaiveDate, &dyn Fn(usize) -> Day),
) -> Option<Value> {
    let (domain, none, bounds) = slot;
    let passes = |value: &Value| {
        let mut verdicts = tests.iter().map(|test| records::passes(*value, test, days));
        verdicts.all(|verdict| verdict == Verdict::Met)
    };
    let none = none.then_some(Value::None);
    let mut values: Vec<Value> = match domain {
        Domain::Date(_) => vec![Value::Date(day)],
        domain => domain.representatives(bounds).unwrap_or_default(),
    };
    // The highest choice of a scale stands first; a number that must not be high is least when
    // it is high.
    let high_is_least = match domain {
        Domain::Choice { ordered, .. } => *ordered,
        Domain::Number { .. } => !tests.iter().any(|test| asks_for_more(test)),
        _ => false,
    };
    if high_is_least {
        values.reverse();
    }
    none.into_iter().chain(values).find(|value| passes(value))
}

fn asks_for_more(test: &CTest) -> bool {
    let mut bounds = test.bounds.iter();
    bounds.any(|bound| matches!(bound, Bound::NotBelow(_)))
}

/// The least record that passes filters, its days as given; none when there is none.
pub(in crate::advise) fn record(
    case: &Case<'_>,
    list: usize,
    filters: &[&CFilter],
    day: NaiveDate,
) -> Option<TypedRecord> {
    let shape = case.program.lists.get(list)?;
    let tests = || filters.iter().flat_map(|filter| &filter.tests);
    let kind = shape.kind.as_ref().map(|(slot, _)| *slot);
    let mut slots: Vec<usize> = kind.into_iter().collect();
    for slot in tests().map(|(slot, _)| *slot).chain(shape.window_slot) {
        if !slots.contains(&slot) {
            slots.push(slot);
        }
    }
    let mut found = TypedRecord::unknown(shape);
    for slot in slots {
        let field: &Slot = shape.slots.get(slot)?;
        let own: Vec<&CTest> = tests()
            .filter(|(other, _)| *other == slot)
            .map(|(_, test)| test)
            .collect();
        if own.is_empty() && Some(slot) == kind {
            continue;
        }
        // A day of the record itself is judged against days that it may move.
        let days = |id| case.day(id);
        let value = match field.domain {
            Domain::Date(_) if own.iter().all(|test| !test.or_none) => Value::Date(day),
            _ => value(
                (&field.domain, field.none, &field.bounds),
                &own,
                (day, &days),
            )?,
        };
        found.set(shape, slot, value);
    }
    alone(case, list, &mut found);
    records::possible(shape, &found).then_some(found)
}

/// What nobody asks for is answered "none", where that is an answer: no key that another record
/// could share, no day on which it ends.
fn alone(case: &Case<'_>, list: usize, record: &mut TypedRecord) {
    let Some(shape) = case.program.lists.get(list) else {
        return;
    };
    record.change(shape, |values| {
        for (slot, value) in shape.slots.iter().zip(values) {
            if slot.none && *value == Value::Unknown {
                *value = Value::None;
            }
        }
    });
}
