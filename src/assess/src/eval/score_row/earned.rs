//! What records earned: one after another the same kinds of records come, of this dossier in the next season and of others.

use std::cell::OnceCell;

use chrono::{Datelike as _, NaiveDate};

use crate::eval::case::Case;
use crate::eval::places::{Digest, Places};
use crate::program::{CRecordsEarn, EarnDays, Program, Value};
use crate::result::Span;
use crate::subject::TypedRecord;

/// So many are remembered: most that may still be missing in an open list earn something by several ways.
const PLACES: usize = 1_024;

/// Points by what they hang on.
#[derive(Default)]
pub(in crate::eval) struct Earned(Places<Place, PLACES>);

#[derive(Clone, Default)]
struct Place {
    /// The number of the row's part, from 1.
    part: u32,
    days: Days,
    /// What the record has in the slots on which points hang.
    key: u64,
    points: Option<Span>,
    /// The points with everything that is missing, one after another; none where that is too much.
    each: OnceCell<Option<Vec<Span>>>,
}

/// The derived days on which points hang.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Days {
    /// None.
    #[default]
    None,
    /// Those of the cut-off days of a season, or of the first of several and the last.
    CutOff(NaiveDate, NaiveDate),
    /// Those of the case with this number.
    Own(u32),
}

impl Days {
    /// Those of a part of a row; `turn` is the number of the case.
    pub(super) fn of(case: &Case<'_>, turn: u32, earn: &CRecordsEarn) -> Self {
        match earn.days {
            EarnDays::None => Self::None,
            EarnDays::CutOff => {
                let (first, last) = case.seasons();
                Self::CutOff(first.cut_off, last.cut_off)
            }
            EarnDays::Own => Self::Own(turn),
        }
    }

    /// With another number for most others.
    fn number(self) -> u32 {
        match self {
            Self::None => 0,
            Self::CutOff(first, last) => {
                let (first, last) = (first.num_days_from_ce(), last.num_days_from_ce());
                first.unsigned_abs() ^ last.unsigned_abs().rotate_left(16)
            }
            Self::Own(turn) => turn,
        }
    }
}

impl Earned {
    /// The points of a record, as `reckon` finds them where they are not remembered.
    pub(super) fn points(
        &mut self,
        (program, days): (&Program, Days),
        whose: (&CRecordsEarn, &TypedRecord),
        reckon: impl FnOnce() -> Span,
    ) -> Span {
        match self.place((program, days), whose) {
            Some(place) => *place.points.get_or_insert_with(reckon),
            None => reckon(),
        }
    }

    /// The same with everything that its missing answers could be, one after another.
    pub(super) fn each(
        &mut self,
        (program, days): (&Program, Days),
        whose: (&CRecordsEarn, &TypedRecord),
        reckon: impl FnOnce() -> Option<Vec<Span>>,
    ) -> Option<Vec<Span>> {
        match self.place((program, days), whose) {
            Some(place) => place.each.get_or_init(reckon).clone(),
            None => reckon(),
        }
    }

    /// The place of a record in a part of a row.
    fn place(
        &mut self,
        (program, days): (&Program, Days),
        (earn, record): (&CRecordsEarn, &TypedRecord),
    ) -> Option<&mut Place> {
        // INVARIANT: points hang on these values, and on the case only where a test looks at its days.
        let of = (earn.number, days, key(earn, record)?);
        let digest = Digest::default().and(earn.number).and(days.number());
        let place = self.0.at(&program.own, digest.and_both(of.2));
        let place = self.0.get_mut(place)?;
        if (place.part, place.days, place.key) != of {
            (place.points, place.each) = (None, OnceCell::new());
            (place.part, place.days, place.key) = of;
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

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::sync::Arc;

    use super::*;
    use crate::Engine;
    use crate::eval::drawn::Draw;
    use crate::program::CEarn;

    /// Some part of a row, on whose values of slots, each with so many bits, points hang.
    fn part(program: &Program, alike: usize, bits: u32) -> CRecordsEarn {
        let rows = &program.score.as_ref().unwrap().rows;
        let mut parts = rows.iter().filter_map(|row| match &row.earn {
            CEarn::Records(part) => Some(part),
            _ => None,
        });
        CRecordsEarn {
            alike: (0..alike).collect(),
            bits,
            ..parts.next().unwrap().clone()
        }
    }

    /// What a slot may have, which is of one kind.
    fn values(slot: usize) -> Vec<Value> {
        let number = |text: &str| Value::Number(text.parse().unwrap());
        let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
        let mut values = vec![Value::Unknown, Value::Absent, Value::None];
        values.extend(match slot % 5 {
            0 => [0, 1, 2, 3, 62].map(Value::Choice).to_vec(),
            1 => ["-1", "0", "0.5", "1", "2", "250", "251", "1048576"]
                .map(number)
                .to_vec(),
            2 => [false, true].map(Value::YesNo).to_vec(),
            3 => [1, 2, 3].map(|own| Value::Date(day(own))).to_vec(),
            _ => vec![
                Value::Text(0),
                Value::Text(1),
                Value::Days(day(1), day(2)),
                Value::Days(day(1), day(3)),
            ],
        });
        values
    }

    #[test]
    fn points_are_those_of_the_same_values_part_and_days() {
        let engine = Engine::shipped();
        let program = &engine.program;
        let mut parts = Vec::new();
        for (alike, bits) in [(1, 32), (3, 21), (5, 12), (8, 8)] {
            for number in 1..=3 {
                parts.push(CRecordsEarn {
                    number: number + 3 * u32::try_from(parts.len() / 3).unwrap(),
                    ..part(program, alike, bits)
                });
            }
        }
        let (mut earned, mut own, mut reckoned) = (Earned::default(), HashMap::new(), 0);
        let mut draw = Draw(1);
        let rounds = 100_000;
        for _ in 0..rounds {
            let part = &parts[draw.below(parts.len())];
            // Most have all slots but two in common.
            let (one, other) = (draw.below(8), draw.below(8));
            let of_slot = |slot: usize| {
                let values = values(slot);
                let place = if slot == one || slot == other {
                    draw.below(values.len())
                } else {
                    3
                };
                values[place]
            };
            let values = (0..8).map(of_slot).collect();
            let record = TypedRecord::new(&program.lists[0], Arc::default(), values);
            let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
            let days = match part.number % 3 {
                0 => Days::Own(u32::try_from(draw.below(3)).unwrap()),
                1 => Days::CutOff(day(1), [day(1), day(2), day(3)][draw.below(3)]),
                _ => Days::None,
            };
            let hangs_on = &record.values()[..part.alike.len()];
            let same = format!("{} {days:?} {hangs_on:?}", part.number);
            let next = i64::try_from(own.len()).unwrap();
            let points = Span::exactly(*own.entry(same).or_insert(next));
            let found = earned.points((program, days), (part, &record), || {
                reckoned += 1;
                points
            });
            assert_eq!(found, points, "{} {hangs_on:?}", part.number);
        }
        // Much is remembered, so that this says something.
        assert!(reckoned < rounds * 3 / 4, "{reckoned}");
    }
}
