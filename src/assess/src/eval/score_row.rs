//! One row of the score table.

use super::case::Case;
use super::dates::Day;
use super::records;
use crate::Verdict;
use crate::program::{
    CEarn, CFactor, CRecordsEarn, CRow, CScore, CTest, ListProgram, Slot, Value, times,
};
use crate::result::{Outcome, Span};
use crate::subject::TypedRecord;

/// More combinations of missing answers than this are not tried one by one: the record then
/// counts from nothing to the most that the row gives.
const MOST_COMBINATIONS: usize = 4_096;

/// A row before and after its cap.
pub(crate) struct RowTally {
    pub(crate) before_cap: Span,
    pub(crate) points: Span,
    pub(crate) records: Vec<RecordTally>,
}

/// A record in a row.
#[derive(Clone, Debug)]
pub(crate) struct RecordTally {
    /// Its place in the list.
    pub(crate) record: usize,
    /// The list.
    pub(crate) list: usize,
    pub(crate) points: Span,
    pub(crate) in_window: Verdict,
    pub(crate) fate: Fate,
}

/// What becomes of a record's points, by place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Counts,
    PartCap(i64),
    OutsideWindow,
    NotBest(usize),
    NotListed,
    Open,
}

impl RecordTally {
    /// The outcome as an assessment shows it.
    pub(crate) fn outcome(&self, name: impl Fn(usize) -> String) -> Outcome {
        match self.fate {
            Fate::Counts => Outcome::Counts,
            Fate::PartCap(cap) => Outcome::PartCap { cap },
            Fate::OutsideWindow => Outcome::OutsideWindow,
            Fate::NotBest(better) => Outcome::NotBest {
                better: name(better),
            },
            Fate::NotListed => Outcome::NotListed,
            Fate::Open => Outcome::Open {
                in_window: self.in_window,
            },
        }
    }
}

/// Reckons a row.
pub(super) fn row(case: &Case<'_>, score: &CScore, row: &CRow) -> RowTally {
    let mut records = Vec::new();
    let cap = score
        .blocks
        .get(row.block)
        .map_or(i64::MAX, |block| block.cap);
    let most = row.cap.unwrap_or(cap);
    let before_cap = earn(case, &row.earn, most, &mut records);
    RowTally {
        // A row without a cap gives no more than its block.
        points: before_cap.cap(most),
        before_cap,
        records,
    }
}

/// `most` is what an open list can bring at the most.
fn earn(case: &Case<'_>, earn: &CEarn, most: i64, records: &mut Vec<RecordTally>) -> Span {
    match earn {
        CEarn::Records(earn) => {
            let (span, tallies) = records_earn(case, earn, most);
            records.extend(tallies);
            span
        }
        CEarn::YearsSince { date, bands } => years_since(case, *date, bands),
        CEarn::Answer { question, options } => answer(case, *question, options),
        CEarn::Highest(earns) => {
            let spans = earns
                .iter()
                .map(|part| self::earn(case, part, most, records));
            spans.fold(Span::default(), Span::highest)
        }
    }
}

fn years_since(case: &Case<'_>, date: usize, bands: &[(u32, i64)]) -> Span {
    let day = case.day(date);
    let Some((least, most)) = day.full_years(case.season.cut_off) else {
        return Span::default();
    };
    let points = |years: u32| {
        let band = bands.iter().find(|(at_least, _)| years >= *at_least);
        band.map_or(0, |(_, points)| *points)
    };
    let sure = day.exists() == Verdict::Met;
    Span {
        low: if sure { points(least) } else { 0 },
        high: points(most),
    }
}

fn answer(case: &Case<'_>, question: usize, options: &[(CTest, i64)]) -> Span {
    let days = |id| case.day(id);
    let points = |value: Value| {
        let found = options
            .iter()
            .find(|(test, _)| records::passes(value, test, &days) == Verdict::Met);
        found.map_or(0, |(_, points)| *points)
    };
    let value = case.subject.answer(question);
    if value != Value::Unknown {
        return Span::exactly(points(value));
    }
    let tests = options.iter().flat_map(|(test, _)| &test.bounds);
    let bounds: Vec<_> = tests.flat_map(crate::program::Bound::numbers).collect();
    let slot = case.program.questions.get(question);
    let values = slot.and_then(|slot| slot.domain.representatives(&bounds));
    let none = slot.is_some_and(|slot| slot.none).then_some(Value::None);
    let Some(values) = values else {
        let high = options.iter().map(|(_, points)| *points).max().unwrap_or(0);
        return Span { low: 0, high };
    };
    let possible = values.into_iter().chain(none).map(points);
    around(possible)
}

/// The least and the most of some points.
fn around(points: impl Iterator<Item = i64> + Clone) -> Span {
    Span {
        low: points.clone().min().unwrap_or(0),
        high: points.max().unwrap_or(0),
    }
}

fn records_earn(case: &Case<'_>, earn: &CRecordsEarn, most: i64) -> (Span, Vec<RecordTally>) {
    let Some(list) = case.list(earn.list) else {
        return (Span::default(), Vec::new());
    };
    let mut tallies = Vec::new();
    for (index, record) in list.records.iter().enumerate() {
        if records::of_kind(case, earn.list, record, &earn.filter) != Verdict::NotMet {
            tallies.push(record_tally(case, earn, index, record));
        }
    }
    if earn.best_only {
        let all: Vec<usize> = (0..tallies.len()).collect();
        keep_best(&mut tallies, &all);
    }
    let merged = earn
        .best_per
        .map_or(0, |slot| best_per_key(&mut tallies, &list.records, slot));
    let mut span = sum(case, earn, &list.records, &mut tallies);
    span.low = span.low.saturating_sub(merged).max(0);
    if list.open {
        let more = if earn.best_only { earn.most } else { most };
        span.high = span.high.max(more);
    }
    (span, tallies)
}

fn record_tally(
    case: &Case<'_>,
    earn: &CRecordsEarn,
    index: usize,
    record: &TypedRecord,
) -> RecordTally {
    let in_window = records::window(case, earn.list, earn.window, record);
    let mut points = possible_points(case, earn, record);
    let fate = match in_window {
        Verdict::NotMet => Fate::OutsideWindow,
        _ if points.high == 0 => Fate::NotListed,
        Verdict::Open => Fate::Open,
        Verdict::Met if !points.is_exact() => Fate::Open,
        Verdict::Met => Fate::Counts,
    };
    match in_window {
        Verdict::Met => {}
        Verdict::Open => points.low = 0,
        Verdict::NotMet => points = Span::default(),
    }
    RecordTally {
        record: index,
        list: earn.list,
        points,
        in_window,
        fate,
    }
}

/// The points of a record over everything its missing answers could be.
///
/// Unknown days are not tried one by one: what they decide stays open in each combination.
fn possible_points(case: &Case<'_>, earn: &CRecordsEarn, record: &TypedRecord) -> Span {
    let Some(list) = case.program.lists.get(earn.list) else {
        return Span::default();
    };
    // Kinds stand first: they tell which slots a record has.
    let mut slots: Vec<usize> = list.kind.iter().map(|(slot, _)| *slot).collect();
    for slot in used_slots(earn) {
        if !slots.contains(&slot) {
            slots.push(slot);
        }
    }
    if slots
        .iter()
        .all(|slot| record.value(*slot) != Value::Unknown)
    {
        return points(case, earn, record);
    }
    let mut combinations = vec![record.clone()];
    for slot in slots {
        let Some(values) = list.slots.get(slot).and_then(Slot::values) else {
            continue;
        };
        combinations = combinations
            .into_iter()
            .flat_map(|record| alternatives(list, record, slot, &values))
            .collect();
        if combinations.len() > MOST_COMBINATIONS {
            let high = earn.most;
            return Span { low: 0, high };
        }
    }
    let possible = combinations.iter();
    let possible = possible.filter(|record| records::possible(list, record));
    let spans = possible.map(|record| points(case, earn, record));
    let joined = spans.reduce(|a, b| Span {
        low: a.low.min(b.low),
        high: a.high.max(b.high),
    });
    joined.unwrap_or(Span {
        low: 0,
        high: earn.most,
    })
}

/// The record with each value in a slot, if it is unknown.
fn alternatives(
    list: &ListProgram,
    record: TypedRecord,
    slot: usize,
    values: &[Value],
) -> Vec<TypedRecord> {
    if record.value(slot) != Value::Unknown {
        return vec![record];
    }
    let with = |value: &Value| {
        let mut record = record.clone();
        record.set(list, slot, *value);
        record
    };
    values.iter().map(with).collect()
}

fn used_slots(earn: &CRecordsEarn) -> impl Iterator<Item = usize> + '_ {
    let steps = earn.points.iter().flat_map(|step| &step.filter.0);
    let tests = earn.filter.0.iter().chain(steps);
    let factor = earn.factor.iter().map(|factor| factor.slot);
    tests.map(|(slot, _)| *slot).chain(factor)
}

/// The points of a record whose answers are known; days may still be open.
fn points(case: &Case<'_>, earn: &CRecordsEarn, record: &TypedRecord) -> Span {
    let days = |id| case.day(id);
    let about = records::filter(record, &earn.filter, &days);
    if about == Verdict::NotMet {
        return Span::default();
    }
    let mut possible = Vec::new();
    if about == Verdict::Open {
        possible.push(0);
    }
    let mut settled = false;
    for step in &earn.points {
        match records::filter(record, &step.filter, &days) {
            Verdict::Met => {
                possible.push(step.points);
                settled = true;
                break;
            }
            Verdict::Open => possible.push(step.points),
            Verdict::NotMet => {}
        }
    }
    if !settled {
        possible.push(0);
    }
    let mut factors = Vec::new();
    match &earn.factor {
        None => factors.push(100),
        Some(factor) => possible_factors(record.value(factor.slot), factor, &days, &mut factors),
    }
    let products = possible.iter();
    let products = products.flat_map(|points| factors.iter().map(|f| times(*points, *f)));
    around(products)
}

fn possible_factors(
    value: Value,
    factor: &CFactor,
    days: &dyn Fn(usize) -> Day,
    factors: &mut Vec<i64>,
) {
    for (test, factor) in &factor.steps {
        match records::passes(value, test, days) {
            Verdict::Met => return factors.push(*factor),
            Verdict::Open => factors.push(*factor),
            Verdict::NotMet => {}
        }
    }
    factors.push(0);
}

/// Of these only the best counts; the others keep nothing.
fn keep_best(tallies: &mut [RecordTally], group: &[usize]) {
    let span = |index: &usize| tallies.get(*index).map_or_else(Span::default, |t| t.points);
    let spans = group.iter().map(span);
    let joined = spans.fold(Span::default(), Span::highest);
    let best = group.iter().copied().max_by_key(|index| {
        let span = span(index);
        (span.low, span.high, std::cmp::Reverse(*index))
    });
    let Some(best) = best else { return };
    let better = tallies.get(best).map_or(0, |tally| tally.record);
    for index in group {
        let Some(tally) = tallies.get_mut(*index) else {
            continue;
        };
        if *index == best {
            tally.points = joined;
            if !joined.is_exact() && tally.fate == Fate::Counts {
                tally.fate = Fate::Open;
            }
            continue;
        }
        tally.points = Span::default();
        if matches!(tally.fate, Fate::Counts | Fate::Open) {
            tally.fate = Fate::NotBest(better);
        }
    }
}

/// Best only per key. Gives what the least may still lose when records with an unknown key turn
/// out to share one: all of them, with one another and with the best of the known groups.
fn best_per_key(tallies: &mut [RecordTally], records: &[TypedRecord], slot: usize) -> i64 {
    let mut groups: Vec<(Value, Vec<usize>)> = Vec::new();
    let mut unknown = Vec::new();
    for (index, tally) in tallies.iter().enumerate() {
        let key = records.get(tally.record).map(|record| record.value(slot));
        match key {
            Some(Value::Unknown) => unknown.push(index),
            Some(Value::None | Value::Absent) | None => {}
            Some(key) => match groups.iter_mut().find(|(other, _)| *other == key) {
                Some((_, group)) => group.push(index),
                None => groups.push((key, vec![index])),
            },
        }
    }
    for (_, group) in &groups {
        keep_best(tallies, group);
    }
    let low = |index: &usize| tallies.get(*index).map_or(0, |tally| tally.points.low);
    let of_group = |group: &Vec<usize>| group.iter().map(low).max().unwrap_or(0);
    let best_known = groups.iter().map(|(_, group)| of_group(group)).max();
    let best_known = best_known.unwrap_or(0);
    let all: i64 = unknown.iter().map(low).sum();
    let best_unknown = unknown.iter().map(low).max().unwrap_or(0);
    let together = best_known.max(best_unknown);
    all.saturating_add(best_known).saturating_sub(together)
}

/// Adds up, with part caps.
fn sum(
    case: &Case<'_>,
    earn: &CRecordsEarn,
    records: &[TypedRecord],
    tallies: &mut [RecordTally],
) -> Span {
    let days = |id| case.day(id);
    let mut total = Span::default();
    let mut parts = vec![Span::default(); earn.part_caps.len()];
    for tally in tallies {
        let Some(record) = records.get(tally.record) else {
            continue;
        };
        let caps = earn.part_caps.iter().enumerate();
        let memberships = caps.map(|(index, part)| {
            let member = records::filter(record, &part.filter, &days);
            (index, part.cap, member)
        });
        let held = memberships.filter(|(_, _, member)| *member != Verdict::NotMet);
        let held: Vec<_> = held.collect();
        match held.as_slice() {
            [] => total = total.plus(tally.points),
            [(index, cap, Verdict::Met)] => {
                if tally.fate == Fate::Counts {
                    tally.fate = Fate::PartCap(*cap);
                }
                add(&mut parts, *index, tally.points);
            }
            // It may fall under a cap or not: the least if it does, the most if it does not.
            [(index, ..)] => {
                let Span { low, high } = tally.points;
                add(&mut parts, *index, Span { low, high: 0 });
                total = total.plus(Span { low: 0, high });
            }
            _ => {
                let high = tally.points.high;
                total = total.plus(Span { low: 0, high });
            }
        }
    }
    let capped = parts.iter().zip(&earn.part_caps);
    capped.fold(total, |sum, (part, cap)| sum.plus(part.cap(cap.cap)))
}

fn add(parts: &mut [Span], index: usize, points: Span) {
    if let Some(part) = parts.get_mut(index) {
        *part = part.plus(points);
    }
}
