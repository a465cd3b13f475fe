//! Records whose missing fields were given their best values before: from one branch, season or key to the next most stay as
//! they are.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::engine::Term;
use crate::eval::dates::Day;
use crate::eval::places::{Digest, Owner};
use crate::program::{ListProgram, Slot, Value};
use crate::subject::TypedRecord;

/// So many settings are remembered, and those of a last filling.
const SETTINGS: usize = 256;
/// So many records are remembered of a setting.
const RECORDS: usize = 256;

/// Filled records by what they hang on.
#[derive(Default)]
pub(super) struct Filled {
    owner: Owner,
    places: Vec<Place>,
    /// By place, the digest of its setting.
    digests: Vec<Digest>,
}

/// What the best values of a record's missing fields hang on, beside the record and the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    pub(super) which: Which,
    /// The node of the goal; none for the score.
    pub(super) goal: Option<usize>,
    pub(super) high: bool,
    pub(super) season: Term,
    pub(super) today: NaiveDate,
    /// All derived days; of those of windows what tells how missing days are filled; none where no days are.
    pub(super) days: Vec<Day>,
}

/// Which missing fields are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// All.
    All,
    /// All but days: what is best for them hangs on no derived day then.
    NoDays,
    /// Days, once the others are filled.
    Days,
}

/// The filled records of a setting.
struct Place {
    setting: Setting,
    records: Vec<Record>,
}

/// What a record has once it is filled; none where it stays as it is.
struct Record {
    list: usize,
    /// What is seen of it.
    seen: Vec<Value>,
    filled: Option<Arc<[Value]>>,
}

impl Filled {
    /// Begins to fill the records of a dossier; `program` is what tells the program apart.
    pub(super) fn begin(&mut self, program: &Arc<()>) {
        if self.owner.changes_to(program) || self.places.len() >= SETTINGS {
            self.places.clear();
            self.digests.clear();
        }
    }

    /// Where the records of a setting are remembered until it is begun anew; nowhere where the digest is that of another.
    pub(super) fn place(&mut self, setting: Setting) -> usize {
        let digest = setting.digest();
        let known = self.digests.iter().position(|other| *other == digest);
        let place = known.unwrap_or(self.places.len());
        if known.is_none() {
            self.digests.push(digest);
            self.places.push(Place {
                setting,
                records: Vec::new(),
            });
            return place;
        }
        let same = self.places.get(place);
        if same.is_some_and(|known| known.setting == setting) {
            place
        } else {
            usize::MAX
        }
    }

    /// What a record has once it is filled, as `fill` finds it where that is not remembered.
    pub(super) fn values(
        &mut self,
        place: usize,
        (list, shape, record): (usize, &ListProgram, &TypedRecord),
        fill: impl FnOnce() -> Option<Arc<[Value]>>,
    ) -> Option<Arc<[Value]>> {
        let Some(Place { records, .. }) = self.places.get_mut(place) else {
            return fill();
        };
        let same = |other: &&Record| {
            let seen = other.seen.iter().copied();
            other.list == list && seen.eq(self::seen(shape, record))
        };
        if let Some(known) = records.iter().find(same) {
            let filled = known.filled.as_deref()?;
            return Some(with(shape, record, filled));
        }
        if records.len() >= RECORDS {
            records.clear();
        }
        let filled = fill();
        records.push(Record {
            list,
            seen: seen(shape, record).collect(),
            filled: filled.clone(),
        });
        filled
    }
}

/// Of the values of a record those on which it hangs how it is filled: which are missing, and what is looked at.
fn seen(shape: &ListProgram, record: &TypedRecord) -> impl Iterator<Item = Value> {
    let pairs = record.values().iter().zip(&shape.slots);
    pairs.map(|(value, slot)| {
        let seen = is_seen(slot, *value);
        if seen { *value } else { Value::None }
    })
}

/// The values of a record with what is filled in one that looks the same.
fn with(shape: &ListProgram, record: &TypedRecord, filled: &[Value]) -> Arc<[Value]> {
    let values = record.values().iter().zip(filled).zip(&shape.slots);
    let values = values.map(|((own, filled), slot)| {
        let seen = is_seen(slot, *own);
        if seen { *filled } else { *own }
    });
    values.collect()
}

fn is_seen(slot: &Slot, value: Value) -> bool {
    slot.looked_at || value == Value::Unknown
}

impl Setting {
    /// A number that tells most settings apart.
    fn digest(&self) -> Digest {
        let node = self.goal.and_then(|node| u32::try_from(node).ok());
        let digest = Digest::default().and(node.unwrap_or(u32::MAX));
        let digest = digest.and(u32::from(self.high)).and(self.which as u32);
        let number = |day: &NaiveDate| day.num_days_from_ce().unsigned_abs();
        let digest = digest.and(number(&self.season.cut_off));
        let digest = digest.and(number(&self.today));
        self.days.iter().fold(digest, |digest, day| match day {
            Day::Nothing => digest.and(0),
            Day::Between { from, to, .. } => digest.and(number(from)).and(number(to)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Engine;

    /// Of so many fields, of which these are looked at.
    fn shape(looked_at: &[bool]) -> ListProgram {
        let mut lists = Engine::shipped().program.lists.into_iter();
        let mut shape = lists.next().unwrap();
        let slot = shape.slots.pop().unwrap();
        let slots = looked_at.iter().map(|looked_at| Slot {
            looked_at: *looked_at,
            ..slot.clone()
        });
        shape.slots = slots.collect();
        shape
    }

    fn setting() -> Setting {
        let day = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        Setting {
            which: Which::All,
            goal: Some(3),
            high: true,
            season: Term {
                year: 2026,
                cut_off: day,
                assumed_from: 2026,
            },
            today: day,
            days: vec![Day::Nothing, Day::known(day)],
        }
    }

    fn record(values: &[Value]) -> TypedRecord {
        TypedRecord::new(&shape(&[]), Arc::default(), values.into())
    }

    /// Whether it was remembered what becomes of a record.
    fn is_known(filled: &mut Filled, place: usize, (list, record): (usize, &TypedRecord)) -> bool {
        let mut known = true;
        let shape = shape(&[true; 2]);
        let values = filled.values(place, (list, &shape, record), || {
            known = false;
            Some(Arc::clone(record.values()))
        });
        assert_eq!(values.as_ref(), Some(record.values()));
        known
    }

    #[test]
    fn a_record_is_filled_once_in_each_setting() {
        let own = Arc::new(());
        let mut filled = Filled::default();
        let some = record(&[Value::Unknown, Value::YesNo(true)]);
        let other = record(&[Value::Unknown, Value::YesNo(false)]);
        filled.begin(&own);
        let place = filled.place(setting());
        for asked in [(0, &some), (0, &other), (1, &some)] {
            assert!(!is_known(&mut filled, place, asked));
            assert!(is_known(&mut filled, place, asked));
        }
        filled.begin(&own);
        let place = filled.place(setting());
        assert!(is_known(&mut filled, place, (0, &some)));
        let later = NaiveDate::from_ymd_opt(2027, 12, 31).unwrap();
        let next = Term {
            year: 2027,
            ..setting().season
        };
        let changes: [fn(&mut Setting, NaiveDate, Term); 6] = [
            |setting, _, _| setting.which = Which::Days,
            |setting, _, _| setting.goal = None,
            |setting, _, _| setting.high = false,
            |setting, later, next| {
                setting.season = Term {
                    cut_off: later,
                    ..next
                };
            },
            |setting, later, _| setting.today = later,
            |setting, later, _| setting.days = vec![Day::Nothing, Day::known(later)],
        ];
        for change in changes {
            let mut setting = setting();
            change(&mut setting, later, next);
            let place = filled.place(setting.clone());
            assert!(!is_known(&mut filled, place, (0, &some)), "{setting:?}");
        }
        filled.begin(&Arc::new(()));
        let place = filled.place(setting());
        assert!(!is_known(&mut filled, place, (0, &some)));
    }

    #[test]
    fn what_nothing_looks_at_tells_no_records_apart_and_stays_as_it_is() {
        let mut filled = Filled::default();
        let place = filled.place(setting());
        let shape = shape(&[true, false, false]);
        let (no, yes, open) = (Value::YesNo(false), Value::YesNo(true), Value::Unknown);
        let mut asked = 0;
        let mut fill = |values: [Value; 3], best: Option<[Value; 3]>| {
            let record = record(&values);
            let own = filled.values(place, (0, &shape, &record), || {
                asked += 1;
                best.map(Into::into)
            });
            (own.map(|own| own.to_vec()), asked)
        };
        let best = Some([no, yes, yes]);
        assert_eq!(fill([no, open, yes], best), (Some(vec![no, yes, yes]), 1));
        assert_eq!(fill([no, open, no], None), (Some(vec![no, yes, no]), 1));
        // What is looked at, and what is missing, do.
        assert_eq!(fill([yes, open, no], None), (None, 2));
        assert_eq!(fill([yes, open, yes], best), (None, 2));
        assert_eq!(fill([no, no, open], None), (None, 3));
        assert_eq!(fill([no, yes, no], None), (None, 4));
    }

    #[test]
    fn no_more_is_remembered_than_there_is_room_for() {
        let mut filled = Filled::default();
        let own = Arc::new(());
        filled.begin(&own);
        let place = filled.place(setting());
        for number in 0..10 * RECORDS {
            let record = record(&[Value::Text(number)]);
            assert!(!is_known(&mut filled, place, (0, &record)));
            let kept = filled.places.get_mut(place).unwrap();
            assert!(kept.records.len() <= RECORDS);
        }
        let mut places = Vec::new();
        for goal in 0..10 * SETTINGS {
            filled.begin(&own);
            let setting = Setting {
                goal: Some(goal),
                ..setting()
            };
            places.push(filled.place(setting.clone()));
            // It is there until the next is begun.
            assert_eq!(filled.place(setting), places[goal]);
            assert!(filled.places.len() <= SETTINGS);
        }
        assert!(places.iter().all(|place| *place < SETTINGS));
    }
}
