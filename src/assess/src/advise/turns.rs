//! Days at which something turns, and unknown days between them.

use chrono::{Days, NaiveDate};

use crate::Engine;
use crate::engine::Term;
use crate::eval::case::Case;
use crate::eval::dates::{Day, reached};
use crate::eval::unknown::all_days;
use crate::program::{CDateRule, CStage, Value, insert};
use crate::subject::Subject;

/// The days at which something turns as the answers stand, in order.
pub(super) fn turns(engine: &Engine, subject: &Subject, term: Term) -> Vec<NaiveDate> {
    let mut turns = Vec::new();
    let mut note = |day: NaiveDate| {
        for day in [Some(day), day.succ_opt()].into_iter().flatten() {
            insert(&mut turns, day);
        }
    };
    let case = Case::new(&engine.program, subject, term);
    for date in 0..engine.program.dates.len() {
        if let Day::Between { from, to, .. } = case.day(date) {
            note(from);
            note(to);
        }
    }
    for years in &engine.program.asked_years {
        note(dossier::years_before(term.cut_off, *years));
    }
    let records = subject.lists.iter().flat_map(|list| &list.records);
    for value in records.flat_map(|record| record.values().iter()) {
        if let Value::Date(day) = value {
            note(*day);
        }
    }
    let plain = turns.clone();
    for date in &engine.program.dates {
        let CDateRule::StagedAge { stages, .. } = &date.rule else {
            continue;
        };
        for stage in stages.iter().flatten() {
            for day in &plain {
                insert(&mut turns, born(*day, stage));
            }
        }
    }
    turns
}

/// The first birth date with which an age is reached on a day or later.
fn born(day: NaiveDate, stage: &CStage) -> NaiveDate {
    let (mut low, mut high) = all_days(None);
    while low < high {
        let days = high.signed_duration_since(low).num_days();
        let half = u64::try_from(days / 2).unwrap_or(0);
        let middle = low.checked_add_days(Days::new(half)).unwrap_or(high);
        if reached(middle, stage) >= day {
            high = middle;
        } else {
            low = middle.succ_opt().unwrap_or(high);
        }
    }
    low
}

/// A span of days in two, at a turn if there is one in it; else its ends.
pub(super) fn halves(turns: &[NaiveDate], (first, last): (NaiveDate, NaiveDate)) -> [Value; 2] {
    let from = turns.partition_point(|turn| *turn <= first);
    let to = turns.partition_point(|turn| *turn <= last);
    let inside = turns.get(from..to).unwrap_or_default();
    let Some(begin) = inside.get(inside.len() / 2).copied() else {
        return [Value::Date(first), Value::Date(last)];
    };
    let end = begin.pred_opt().unwrap_or(first);
    [days(first, end), days(begin, last)]
}

fn days(first: NaiveDate, last: NaiveDate) -> Value {
    if first == last {
        Value::Date(first)
    } else {
        Value::Days(first, last)
    }
}
