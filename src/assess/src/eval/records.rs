//! Tests on the values of a record.

use super::case::Case;
use super::dates::{Day, in_window, not_after, not_before, span_in_window};
use crate::Verdict;
use crate::program::{Bound, CFilter, CTest, CWindow, ListProgram, Value};
use crate::subject::TypedRecord;

/// Whether a record passes a filter.
pub(crate) fn filter(
    record: &TypedRecord,
    filter: &CFilter,
    days: &dyn Fn(usize) -> Day,
) -> Verdict {
    match of_kind(record, filter) {
        Verdict::NotMet => Verdict::NotMet,
        of_kind => beside_kind(record, (filter, of_kind), days),
    }
}

/// Whether a record passes the test of a filter on its kind, if there is one: most are of another kind.
#[inline]
pub(super) fn of_kind(record: &TypedRecord, filter: &CFilter) -> Verdict {
    if record.is_of_none(filter.kinds) {
        return Verdict::NotMet;
    }
    match filter.kind() {
        Some((slot, test)) => match record.value(*slot) {
            Value::Choice(kind) => test.choice(kind),
            value => passes(value, test, &|_| Day::UNKNOWN),
        },
        None => Verdict::Met,
    }
}

/// Whether a record passes a filter of which it is known whether it is of its kind.
pub(super) fn beside_kind(
    record: &TypedRecord,
    (filter, of_kind): (&CFilter, Verdict),
    days: &dyn Fn(usize) -> Day,
) -> Verdict {
    let mut verdict = of_kind;
    for (place, (slot, test)) in filter.tests.iter().enumerate() {
        if Some(place) != filter.kind {
            verdict = verdict.and(passes(record.value(*slot), test, days));
        }
        if verdict == Verdict::NotMet {
            break;
        }
    }
    verdict
}

/// Whether a value passes a test.
pub(crate) fn passes(value: Value, test: &CTest, days: &dyn Fn(usize) -> Day) -> Verdict {
    match value {
        Value::Unknown => Verdict::Open,
        Value::Absent => Verdict::NotMet,
        Value::None => Verdict::of(test.or_none),
        Value::Choice(choice) => test.choice(choice),
        _ => {
            let bounds = test.bounds.iter();
            let verdicts = bounds.map(|bound| match (bound, value) {
                (Bound::OnOrAfter(id), Value::Date(day)) => not_after(days(*id), day),
                (Bound::OnOrBefore(id), Value::Date(day)) => not_before(days(*id), day),
                // These turn once at the most from one end to the other.
                (Bound::OnOrAfter(id), Value::Days(first, last)) => {
                    Verdict::agree([not_after(days(*id), first), not_after(days(*id), last)])
                }
                (Bound::OnOrBefore(id), Value::Days(first, last)) => {
                    Verdict::agree([not_before(days(*id), first), not_before(days(*id), last)])
                }
                _ => bound.plain(value),
            });
            verdicts.fold(Verdict::Met, Verdict::and)
        }
    }
}

/// Whether a record lies in a window; met where none binds.
pub(crate) fn window(
    case: &Case<'_>,
    list: usize,
    window: Option<usize>,
    record: &TypedRecord,
) -> Verdict {
    let Some((window, slot)) = bound(case, list, window) else {
        return Verdict::Met;
    };
    match record.value(slot) {
        Value::Date(day) => in_window(case, window, day),
        Value::Days(first, last) => span_in_window(case, window, (first, last)),
        Value::Unknown => Verdict::Open,
        _ => Verdict::NotMet,
    }
}

/// The window that binds the records of a list, and the slot of the day that lies in it; none where none binds.
pub(super) fn bound<'c>(
    case: &Case<'c>,
    list: usize,
    window: Option<usize>,
) -> Option<(&'c CWindow, usize)> {
    let window = case.program.windows.get(window?)?;
    Some((window, case.program.lists.get(list)?.window_slot?))
}

/// Whether the checks of the book let a record stand, as far as its answers tell.
pub(crate) fn possible(list: &ListProgram, record: &TypedRecord) -> bool {
    let days = |_| Day::UNKNOWN;
    let mut impossible = list.impossible.iter();
    let mut ordered = list.ordered.iter();
    !impossible.any(|(_, f)| filter(record, f, &days) == Verdict::Met)
        && !ordered.any(|(first, then)| after(record.value(*first), record.value(*then)))
}

/// Whether the first lies after the second for sure.
pub(crate) fn after(first: Value, second: Value) -> bool {
    match (first, second) {
        (Value::Number(first), Value::Number(second)) => first > second,
        (
            Value::Date(first) | Value::Days(first, _),
            Value::Date(second) | Value::Days(_, second),
        ) => first > second,
        _ => false,
    }
}
