//! Seasons and calendars.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use json::{Decimal, Json, to_json};

use super::faults::Faults;
use super::names::usable;
use super::questions::YEARS;
use super::spot::Spot;
use super::{Fault, FaultKind, blank};
use crate::{Calendar, Season};

/// The most spans or days of a calendar.
const MOST_DAYS: usize = 366;

/// All faults of a season.
pub fn check_season(season: &Season) -> Vec<Fault> {
    let mut faults = Faults::default();
    let top = Spot::Top;
    blank::check(&to_json(season).unwrap_or(Json::Null), &mut faults);
    format(&season.format, Season::FORMAT, &mut faults);
    usable(&season.book, &top, &mut faults);
    year(season.year, &mut faults);
    // A notice may count until the end of the year before, or of its own year.
    let cut_off = season
        .cut_off
        .filter(|day| !(0..=1).contains(&(season.year - day.year())));
    if let Some(day) = cut_off {
        not_in_year(day, season.year, &top.key("cut_off"), &mut faults);
    }
    if let (Some(opens), Some(closes)) = (season.opens, season.closes) {
        faults.need(opens <= closes, &top.key("closes"), || {
            FaultKind::Disordered {
                first: format!("the last day {closes}"),
                then: format!("the first day {opens}"),
            }
        });
    }
    faults.into_list(|_| None)
}

/// All faults of a calendar.
pub fn check_calendar(calendar: &Calendar) -> Vec<Fault> {
    let mut faults = Faults::default();
    let top = Spot::Top;
    blank::check(&to_json(calendar).unwrap_or(Json::Null), &mut faults);
    format(&calendar.format, Calendar::FORMAT, &mut faults);
    year(calendar.year, &mut faults);
    let (spans, work) = (top.key("off"), top.key("work"));
    let mut off = BTreeSet::new();
    for (index, (first, last)) in calendar.off.iter().take(MOST_DAYS).enumerate() {
        let at = spans.index(index);
        not_in_year(*first, calendar.year, &at.index(0), &mut faults);
        not_in_year(*last, calendar.year, &at.index(1), &mut faults);
        faults.need(first <= last, &at, || FaultKind::Disordered {
            first: format!("the last day {last}"),
            then: format!("the first day {first}"),
        });
        let span = first
            .iter_days()
            .take_while(|day| day <= last)
            .take(MOST_DAYS);
        off.extend(span);
    }
    let mut worked = BTreeSet::new();
    for (index, day) in calendar.work.iter().take(MOST_DAYS).enumerate() {
        let at = work.index(index);
        not_in_year(*day, calendar.year, &at, &mut faults);
        let sound = is_weekend(*day) && !off.contains(day) && worked.insert(*day);
        faults.need(sound, &at, || FaultKind::NoMakeUpDay {
            day: day.to_string(),
        });
    }
    faults.into_list(|_| None)
}

/// Whether a day is a Saturday or Sunday.
pub(crate) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn format(found: &str, expected: &'static str, faults: &mut Faults) {
    faults.need(found == expected, &Spot::Top.key("format"), || {
        FaultKind::Format {
            found: found.chars().take(64).collect(),
            expected,
        }
    });
}

fn year(year: i32, faults: &mut Faults) {
    let sound = u32::try_from(year).is_ok_and(|year| (YEARS.0..=YEARS.1).contains(&year));
    faults.need(sound, &Spot::Top.key("year"), || FaultKind::OutOfRange {
        found: Decimal::from(year),
        least: Decimal::from(YEARS.0),
        most: Decimal::from(YEARS.1),
    });
}

fn not_in_year(day: NaiveDate, year: i32, at: &Spot<'_>, faults: &mut Faults) {
    faults.need(day.year() == year, at, || FaultKind::NotInYear {
        day: day.to_string(),
        year,
    });
}
