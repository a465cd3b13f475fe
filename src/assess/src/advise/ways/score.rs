//! Plans for the points that are missing.

use std::sync::Arc;

use super::merge::{Part, Plan};
use super::planner::Planner;
use super::samples;
use crate::eval::case::Case;
use crate::program::{CEarn, CFilter, CRecordsEarn, Value};
use crate::subject::{Subject, TypedRecord};

/// Records or answers in one plan at the most.
const MOST_PARTS: usize = 16;

/// A thing that may bring points, and the row it is of.
pub(super) struct Source {
    pub(super) row: usize,
    pub(super) part: Part,
}

/// Plans that reach the line: by points for what they cost, and by the fewest things.
pub(super) fn plans(planner: &Planner<'_>) -> Vec<Plan> {
    let sources = sources(planner);
    let by_cost = fill(planner, &sources, |gain, cost| {
        gain.saturating_mul(1_000)
            .checked_div(i64::from(cost))
            .unwrap_or(gain)
    });
    let fewest = fill(planner, &sources, |gain, _| gain);
    by_cost.into_iter().chain(fewest).collect()
}

/// Adds what is worth most, again and again, until the line is reached.
fn fill(
    planner: &Planner<'_>,
    sources: &[Source],
    worth: impl Fn(i64, u32) -> i64,
) -> Option<Plan> {
    let line = planner.program().score.as_ref()?.line;
    let mut subject = planner.case.subject.clone();
    let mut low = least(planner, &subject);
    let mut plan = Plan::new();
    while low < line && plan.len() < MOST_PARTS {
        let mut best: Option<(i64, i64, &Source, Subject)> = None;
        for source in sources {
            let more = with(planner, &subject, &source.part);
            let gain = least(planner, &more).min(line).saturating_sub(low);
            let own = worth(gain, source.part.cost(planner.program()));
            if gain > 0 && best.as_ref().is_none_or(|(most, ..)| own > *most) {
                best = Some((own, gain, source, more));
            }
        }
        let (_, gain, source, more) = best?;
        plan.push(source.part.clone());
        subject = more;
        low = low.saturating_add(gain);
    }
    (low >= line).then_some(plan)
}

/// The least that the score can be.
pub(super) fn least(planner: &Planner<'_>, subject: &Subject) -> i64 {
    let case = Case::new(planner.program(), subject, planner.case.season);
    case.tally().map_or(0, |tally| tally.total.low)
}

/// The answers with one thing more.
pub(super) fn with(planner: &Planner<'_>, subject: &Subject, part: &Part) -> Subject {
    let mut next = subject.clone();
    match part {
        Part::Answer(question, value) => {
            next.put(planner.program(), *question, *value);
        }
        Part::Field {
            list,
            record,
            slot,
            value,
        } => {
            let shape = planner.program().lists.get(*list);
            let typed = next.list_mut(*list);
            let typed = typed.and_then(|list| list.records.get_mut(*record));
            if let (Some(shape), Some(typed)) = (shape, typed) {
                typed.set(shape, *slot, *value);
            }
        }
        Part::Close(list) => next.close(*list),
        Part::Add { list, values, .. } => {
            let shape = planner.program().lists.get(*list);
            if let (Some(shape), Some(list)) = (shape, next.list_mut(*list)) {
                let record = TypedRecord::new(shape, Arc::default(), Arc::clone(values));
                list.records.push(record);
            }
        }
    }
    next
}

/// Everything that may bring points.
pub(super) fn sources(planner: &Planner<'_>) -> Vec<Source> {
    let mut found = Vec::new();
    let score = planner.program().score.as_ref();
    let rows = score.into_iter().flat_map(|score| &score.rows);
    for (row, compiled) in rows.enumerate() {
        let mut parts = Vec::new();
        earn(planner, &compiled.earn, &mut parts);
        found.extend(parts.into_iter().map(|part| Source { row, part }));
    }
    found
}

fn earn(planner: &Planner<'_>, earn: &CEarn, parts: &mut Vec<Part>) {
    match earn {
        CEarn::Records(earn) => records(planner, earn, parts),
        CEarn::Answer { question, .. } => {
            let answers = planner.answers(*question).into_iter();
            parts.extend(answers.map(|value| Part::Answer(*question, value)));
        }
        CEarn::Highest(earns) => {
            for earn in earns {
                self::earn(planner, earn, parts);
            }
        }
        CEarn::YearsSince { .. } => {}
    }
}

/// For each step of a row a new record with the best coefficient.
fn records(planner: &Planner<'_>, earn: &CRecordsEarn, parts: &mut Vec<Part>) {
    let factor = earn.factor.iter().filter_map(|factor| {
        let steps = factor.steps.iter();
        // The first among equals: the coefficient of the highest rank.
        let best = steps.min_by_key(|(_, factor)| std::cmp::Reverse(*factor));
        best.map(|(test, _)| CFilter::new(vec![(factor.slot, test.clone())], None))
    });
    let factor: Option<CFilter> = factor.into_iter().next();
    let latest = planner.case.season.cut_off;
    for step in &earn.points {
        let mut filters = vec![&earn.filter, &step.filter];
        filters.extend(&factor);
        let new = planner.new_record(earn.list, &filters, latest);
        parts.extend(new.filter(|part| !parts.contains(part)));
    }
    missing_fields(planner, earn, parts);
}

/// Fields of records that are there and not answered.
fn missing_fields(planner: &Planner<'_>, earn: &CRecordsEarn, parts: &mut Vec<Part>) {
    let (Some(shape), Some(typed)) = (
        planner.program().lists.get(earn.list),
        planner.case.list(earn.list),
    ) else {
        return;
    };
    let steps = earn.points.iter().flat_map(|step| &step.filter.tests);
    let tested = earn.filter.tests.iter().chain(steps).map(|(slot, _)| *slot);
    let factor = earn.factor.iter().map(|factor| factor.slot);
    let slots: Vec<usize> = tested.chain(factor).chain(earn.best_per).collect();
    let day = planner.today.min(planner.case.season.cut_off);
    for (place, record) in typed.records.iter().enumerate() {
        for slot in slots.iter().chain(&shape.window_slot) {
            let Some(field) = shape.slots.get(*slot) else {
                continue;
            };
            if record.value(*slot) != Value::Unknown {
                continue;
            }
            let days = |id| planner.case.day(id);
            let values = match field.values() {
                Some(values) => values,
                None => samples::value((&field.domain, field.none, &[]), &[], (day, &days))
                    .into_iter()
                    .collect(),
            };
            for value in values {
                let part = Part::Field {
                    list: earn.list,
                    record: place,
                    slot: *slot,
                    value,
                };
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
        }
    }
}
