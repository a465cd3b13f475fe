//! What records earned: one after another the same kinds of records come, of this dossier in the next season and of others.

use std::cell::OnceCell;

use chrono::Datelike as _;

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
    key: u64,
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
        let key = key(earn, record)?;
        let digest = Digest::default().and(of.0).and(of.1);
        let place = self.0.at(&program.own, digest.and_both(key));
        let place = self.0.get_mut(place)?;
        if (place.of, place.key) != (of, key) {
            (place.points, place.each) = (None, OnceCell::new());
            (place.of, place.key) = (of, key);
        }
        Some(place)
    }
}

/// The values on which points hang, side by side in one number; none where one needs too many bits.
fn key(earn: &CRecordsEarn, record: &TypedRecord) -> Option<u64> {
    let mut slots = earn.alike.iter();
    slots.try_fold(0, |key: u64, slot| {
        let code = code(record.value(*slot))?;
        (code >> earn.bits == 0).then_some((key << earn.bits) | code)
    })
}

/// A number for each value that a slot can have; none for those of which there are too many.
fn code(value: Value) -> Option<u64> {
    let behind = |number: u64| number.checked_add(5);
    match value {
        Value::Unknown => Some(0),
        Value::Absent => Some(1),
        Value::None => Some(2),
        Value::YesNo(is) => Some(u64::from(is) + 3),
        Value::Choice(place) | Value::Text(place) => behind(u64::try_from(place).ok()?),
        Value::Number(number) => behind(u64::try_from(number.to_integer()?).ok()?),
        Value::Date(day) => behind(u64::try_from(day.num_days_from_ce()).ok()?),
        Value::Days(..) => None,
    }
}
