//! Days at which something turns, and unknown days between them.

use chrono::{Days, NaiveDate};
use rulebook::{Earn, Rule};

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
    for years in asked_years(engine) {
        note(dossier::years_before(term.cut_off, years));
    }
    let records = subject.lists.iter().flat_map(|list| &list.records);
    for value in records.flat_map(|record| record.values.iter()) {
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

/// Every number of years that a rule or a row asks for.
fn asked_years(engine: &Engine) -> Vec<u32> {
    let mut years = Vec::new();
    let forms = engine.book.clause.iter().flat_map(|clause| &clause.form);
    for form in forms {
        rule_years(&form.rule, &mut years);
    }
    for row in engine.book.score.iter().flat_map(|score| &score.row) {
        earn_years(&row.earn, &mut years);
    }
    years
}

fn rule_years(rule: &Rule, years: &mut Vec<u32>) {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => {
            for rule in rules {
                rule_years(rule, years);
            }
        }
        Rule::AtLeast(test) => {
            for rule in &test.of {
                rule_years(rule, years);
            }
        }
        Rule::Not(rule) => rule_years(rule, years),
        Rule::Choose { cases, .. } => {
            for rule in cases.values() {
                rule_years(rule, years);
            }
        }
        Rule::Years(test) => insert(years, test.at_least),
        _ => {}
    }
}

fn earn_years(earn: &Earn, years: &mut Vec<u32>) {
    match earn {
        Earn::YearsSince { band, .. } => {
            for band in band {
                insert(years, band.at_least);
            }
        }
        Earn::Highest(earns) => {
            for earn in earns {
                earn_years(earn, years);
            }
        }
        _ => {}
    }
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
