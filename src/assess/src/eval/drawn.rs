//! Records for tests, drawn from few values, so that many are alike.

use chrono::NaiveDate;
use dossier::Dossier;

use crate::engine::Term;
use crate::program::{Domain, ListProgram, Program, Value};
use crate::subject::{Subject, TypedRecord, typed};

/// Numbers in no order.
pub(super) struct Draw(pub(super) u64);

impl Draw {
    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % count
    }
}

pub(super) fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap()
}

pub(super) fn season(year: i32) -> Term {
    Term {
        year,
        cut_off: day(year),
        assumed_from: 2026,
    }
}

/// A record that lacks much; what it has, others have too.
pub(super) fn record(shape: &ListProgram, draw: &mut Draw) -> TypedRecord {
    let mut record = TypedRecord::unknown(shape);
    for (slot, field) in shape.slots.iter().enumerate() {
        let is_kind = shape.kind.as_ref().is_some_and(|(kind, _)| *kind == slot);
        let is_day = matches!(field.domain, Domain::Date(_));
        let lacks = draw.below(if is_day { 2 } else { 4 }) == 0;
        if record.value(slot) != Value::Unknown || lacks && !is_kind {
            continue;
        }
        let value = match &field.domain {
            Domain::Date(_) => Value::Date(day(2017 + i32::try_from(draw.below(14)).unwrap())),
            Domain::Text { .. } => Value::Text(draw.below(3)),
            _ => {
                let values = field.values().unwrap_or_default();
                let few = if is_kind { values.len() } else { 2 };
                let place = draw.below(values.len().clamp(1, few));
                values.get(place).copied().unwrap_or(Value::Unknown)
            }
        };
        record.set(shape, slot, value);
    }
    record
}

/// Someone who says little but some records; of eight lists so many are open.
pub(super) fn person(program: &Program, draw: &mut Draw, open: usize) -> Subject {
    let mut subject = typed(program, &Dossier::default(), &[]);
    for (place, shape) in program.lists.iter().enumerate() {
        let list = subject.list_mut(place).unwrap();
        list.open = draw.below(8) < open;
        let count = draw.below(5);
        list.records.extend((0..count).map(|_| record(shape, draw)));
    }
    subject
}
