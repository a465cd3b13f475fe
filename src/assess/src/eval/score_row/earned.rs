//! What records earned: one after another the same kinds of records come, of this dossier in the next season and of others.

use std::cell::OnceCell;

use crate::eval::places::{Digest, Places};
use crate::program::{CRecordsEarn, Program, Value};
use crate::result::Span;
use crate::subject::TypedRecord;

/// So many are remembered: most that may still be missing in an open list earn something by several ways.
const PLACES: usize = 1_024;

/// Points by what they hang on.
#[derive(Default)]
pub(in crate::eval) struct Earned(Places<Place, PLACES>);

#[derive(Clone, Default)]
struct Place {
    /// The number of the row's part, from 1, and that of the case where days are looked at.
    of: (u32, u32),
    /// What the record has in the slots on which points hang.
    values: Vec<Value>,
    points: Option<Span>,
    /// The points with everything that is missing, one after another; none where that is too much.
    each: OnceCell<Option<Vec<Span>>>,
}

impl Earned {
    /// The points of a record, as `reckon` finds them where they are not remembered; `turn` is the number of the case.
    pub(super) fn points(
        &mut self,
        (program, turn): (&Program, u32),
        whose: (&CRecordsEarn, &TypedRecord),
        reckon: impl FnOnce() -> Span,
    ) -> Span {
        match self.place((program, turn), whose) {
            Some(place) => *place.points.get_or_insert_with(reckon),
            None => reckon(),
        }
    }

    /// The same with everything that its missing answers could be, one after another.
    pub(super) fn each(
        &mut self,
        (program, turn): (&Program, u32),
        whose: (&CRecordsEarn, &TypedRecord),
        reckon: impl FnOnce() -> Option<Vec<Span>>,
    ) -> Option<Vec<Span>> {
        match self.place((program, turn), whose) {
            Some(place) => place.each.get_or_init(reckon).clone(),
            None => reckon(),
        }
    }

    /// The place of a record in a part of a row.
    fn place(
        &mut self,
        (program, turn): (&Program, u32),
        (earn, record): (&CRecordsEarn, &TypedRecord),
    ) -> Option<&mut Place> {
        // INVARIANT: points hang on these values, and on the case only where a test looks at its days.
        let of = (earn.number, if earn.by_days { turn } else { 0 });
        let values = || earn.alike.iter().map(|slot| record.value(*slot));
        let digest = Digest::default().and(of.0).and(of.1);
        let digest = values().fold(digest, |digest, value| digest.and(digit(value)));
        let place = self.0.at(&program.own, digest);
        let place = self.0.get_mut(place)?;
        if place.of != of || !values().eq(place.values.iter().copied()) {
            (place.points, place.each) = (None, OnceCell::new());
            place.of = of;
            place.values.clear();
            place.values.extend(values());
        }
        Some(place)
    }
}

/// A number that tells most values apart.
fn digit(value: Value) -> u32 {
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    match value {
        Value::Unknown => 0,
        Value::Absent => 1,
        Value::None => 2,
        Value::Date(_) | Value::Days(..) => 3,
        Value::YesNo(is) => u32::from(is).saturating_add(4),
        Value::Choice(place) | Value::Text(place) => small(place).saturating_add(6),
        Value::Number(number) => {
            let number = number
                .to_integer()
                .and_then(|number| u32::try_from(number).ok());
            number.unwrap_or(0).saturating_add(12)
        }
    }
}
