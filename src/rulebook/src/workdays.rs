//! Working days by the State Council's yearly calendars, make-up workdays included.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::Calendar;
use crate::check::is_weekend;

/// The longest period that is reckoned, in working days. A longer one is taken as this long.
const LONGEST: u32 = 1_000;

/// The calendars of several years.
///
/// For a year without one, Mondays to Fridays are working days, and whatever was reckoned with
/// such a year is provisional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendars(BTreeMap<i32, Days>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Days {
    /// In order.
    off: Vec<NaiveDate>,
    /// In order.
    work: Vec<NaiveDate>,
}

/// A day that was reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoned {
    /// The day.
    pub day: NaiveDate,
    /// Whether a year without a published calendar was reckoned with.
    pub provisional: bool,
}

/// Puts a day in its place among days in order, unless it is there.
fn insert(days: &mut Vec<NaiveDate>, day: NaiveDate) {
    if let Err(place) = days.binary_search(&day) {
        days.insert(place, day);
    }
}

impl Calendars {
    /// The calendars of several years; of two of one year the later counts.
    pub fn new<'a>(calendars: impl IntoIterator<Item = &'a Calendar>) -> Self {
        let days = |calendar: &Calendar| {
            let year = calendar.year;
            let span = |(first, last): &(NaiveDate, NaiveDate)| {
                let last = *last;
                let days = first.iter_days().take_while(move |day| *day <= last);
                days.filter(move |day| day.year() == year).take(366)
            };
            let (mut off, mut work) = (Vec::new(), Vec::new());
            for day in calendar.off.iter().flat_map(span) {
                insert(&mut off, day);
            }
            for day in &calendar.work {
                insert(&mut work, *day);
            }
            (year, Days { off, work })
        };
        let mut years = BTreeMap::new();
        years.extend(calendars.into_iter().map(days));
        Self(years)
    }

    /// Whether a day is a working day, and whether that is provisional.
    pub fn is_working_day(&self, day: NaiveDate) -> (bool, bool) {
        match self.0.get(&day.year()) {
            None => (!is_weekend(day), true),
            Some(days) if days.work.binary_search(&day).is_ok() => (true, false),
            Some(days) => (
                !is_weekend(day) && days.off.binary_search(&day).is_err(),
                false,
            ),
        }
    }

    /// The last day of a display of `days` working days.
    ///
    /// The period starts on the day after `opened` (Civil Code art. 201) and includes the whole
    /// last day.
    pub fn display_period(&self, opened: NaiveDate, days: u32) -> Reckoned {
        self.reckon(opened, days, NaiveDate::succ_opt)
    }

    /// The first day on which the step after a display may start: the day after its last day.
    pub fn after_display(&self, opened: NaiveDate, days: u32) -> Reckoned {
        let last = self.display_period(opened, days);
        let day = last.day.succ_opt().unwrap_or(last.day);
        Reckoned { day, ..last }
    }

    /// The day that lies `days` working days ahead of another: of the working days before it the
    /// last but `days` - 1.
    pub fn ahead(&self, days: u32, before: NaiveDate) -> Reckoned {
        self.reckon(before, days, NaiveDate::pred_opt)
    }

    /// Goes from a day on, that day not counted, until so many working days are counted. Ends
    /// where dates end.
    fn reckon(
        &self,
        from: NaiveDate,
        days: u32,
        next: impl Fn(&NaiveDate) -> Option<NaiveDate>,
    ) -> Reckoned {
        let mut left = days.min(LONGEST);
        let mut reckoned = Reckoned {
            day: from,
            provisional: false,
        };
        while left > 0 {
            let Some(day) = next(&reckoned.day) else {
                break;
            };
            let (working, provisional) = self.is_working_day(day);
            reckoned.day = day;
            reckoned.provisional |= provisional;
            left -= u32::from(working);
        }
        reckoned
    }
}
