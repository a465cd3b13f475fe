//! Points for records.

use super::earned::Days;
use super::{Fate, RecordTally, first_of};
use crate::Verdict;
use crate::eval::case::Case;
use crate::eval::records;
use crate::program::{CRecordsEarn, ListProgram, Slot, Value, times};
use crate::result::Span;
use crate::subject::TypedRecord;

/// More combinations of missing answers than this are not tried one by one: the record then
/// counts from nothing to the most that the row gives.
const MOST_COMBINATIONS: usize = 4_096;

/// What records earn; `most` is what an open list can bring at the most.
pub(in crate::eval) fn earn(
    case: &Case<'_>,
    earn: &CRecordsEarn,
    most: i64,
    room: &mut Vec<RecordTally>,
) -> Span {
    let Some(list) = case.list(earn.list) else {
        return Span::default();
    };
    let before = room.len();
    let (kept, turn) = case.earned();
    let days = Days::of(case, turn, earn);
    let mut earned = kept.take();
    for (index, record) in list.records.iter().enumerate() {
        if records::of_kind(record, &earn.filter) == Verdict::NotMet {
            continue;
        }
        let in_window = records::window(case, earn.list, earn.window, record);
        let points = if in_window == Verdict::NotMet {
            Span::default()
        } else {
            earned.points((case.program, days), (earn, record), || {
                possible_points(case, earn, record)
            })
        };
        room.push(record_tally((earn.list, index), in_window, points));
    }
    kept.set(earned);
    let tallies = room.get_mut(before..).unwrap_or_default();
    if earn.best_only {
        keep_best(tallies, |_| true);
    }
    let merged = earn
        .best_per
        .map_or(0, |slot| best_per_key(tallies, &list.records, slot));
    let mut span = sum(case, earn, &list.records, tallies);
    span.low = span.low.saturating_sub(merged).max(0);
    if list.open {
        let more = if earn.best_only { earn.most } else { most };
        span.high = span.high.max(more);
    }
    span
}

fn record_tally(
    (list, record): (usize, usize),
    in_window: Verdict,
    mut points: Span,
) -> RecordTally {
    let fate = match in_window {
        Verdict::NotMet => Fate::OutsideWindow,
        _ if points.high == 0 => Fate::NotListed,
        Verdict::Open => Fate::Open,
        Verdict::Met if !points.is_exact() => Fate::Open,
        Verdict::Met => Fate::Counts,
    };
    if in_window == Verdict::Open {
        points.low = 0;
    }
    RecordTally {
        record,
        list,
        points,
        in_window,
        fate,
        contested: false,
    }
}

/// The points of a record over everything its missing answers could be.
///
/// Unknown days are not tried one by one: what they decide stays open in each combination.
fn possible_points(case: &Case<'_>, earn: &CRecordsEarn, record: &TypedRecord) -> Span {
    let mut slots = earn.slots.iter();
    if slots.all(|slot| record.value(*slot) != Value::Unknown) {
        return points(case, earn, record);
    }
    let Some(list) = case.program.lists.get(earn.list) else {
        return Span::default();
    };
    let Some(combinations) = combinations(list, earn, record) else {
        let high = earn.most;
        return Span { low: 0, high };
    };
    let possible = combinations.iter();
    let possible = possible.filter(|record| records::possible(list, record));
    let spans = possible.map(|record| points(case, earn, record));
    let joined = spans.reduce(Span::or);
    joined.unwrap_or(Span {
        low: 0,
        high: earn.most,
    })
}

/// The points of a record over everything its missing answers could be, one after another; none where that is too much.
pub(in crate::eval) fn each_points(
    case: &Case<'_>,
    earn: &CRecordsEarn,
    record: &TypedRecord,
) -> Option<Vec<Span>> {
    let (kept, turn) = case.earned();
    let days = Days::of(case, turn, earn);
    let mut earned = kept.take();
    let each = earned.each((case.program, days), (earn, record), || {
        let list = case.program.lists.get(earn.list)?;
        let combinations = combinations(list, earn, record)?;
        let spans = combinations.iter().map(|record| points(case, earn, record));
        Some(spans.collect())
    });
    kept.set(earned);
    each
}

/// A record with everything that its missing answers could be, as far as points hang on them and days aside; none where
/// that is too much.
fn combinations(
    list: &ListProgram,
    earn: &CRecordsEarn,
    record: &TypedRecord,
) -> Option<Vec<TypedRecord>> {
    let mut combinations = vec![record.clone()];
    let missing = earn.slots.iter().copied();
    let missing = missing.filter(|slot| record.value(*slot) == Value::Unknown);
    for slot in missing {
        let Some(values) = list.slots.get(slot).and_then(Slot::values) else {
            continue;
        };
        combinations = combinations
            .into_iter()
            .flat_map(|record| alternatives(list, record, slot, &values))
            .collect();
        if combinations.len() > MOST_COMBINATIONS {
            return None;
        }
    }
    Some(combinations)
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

/// The points of a record whose answers are known; days may still be open.
fn points(case: &Case<'_>, earn: &CRecordsEarn, record: &TypedRecord) -> Span {
    let days = |id| case.day(id);
    let about = records::filter(record, &earn.filter, &days);
    if about == Verdict::NotMet {
        return Span::default();
    }
    let steps = earn.points.iter();
    let mut points = first_of(steps.map(|step| {
        let passes = records::filter(record, &step.filter, &days);
        (passes, step.points)
    }));
    if let Some(factor) = &earn.factor {
        let value = record.value(factor.slot);
        let steps = factor.steps.iter();
        let factor = first_of(steps.map(|(test, by)| (records::passes(value, test, &days), *by)));
        points = Span {
            low: times(points.low, factor.low),
            high: times(points.high, factor.high),
        };
    }
    if about == Verdict::Open {
        points.low = 0;
    }
    points
}

/// Of the records of a group only the best counts; the others keep nothing.
fn keep_best(tallies: &mut [RecordTally], of_group: impl Fn(&RecordTally) -> bool) {
    let mut joined = Span::default();
    let mut best: Option<RecordTally> = None;
    for tally in tallies.iter().filter(|tally| of_group(tally)) {
        joined = joined.highest(tally.points);
        let rank = |tally: &RecordTally| (tally.points.low, tally.points.high);
        if best.as_ref().is_none_or(|best| rank(tally) > rank(best)) {
            best = Some(tally.clone());
        }
    }
    let Some(best) = best else { return };
    let both_known = |tally: &RecordTally| tally.points.is_exact() && best.points.is_exact();
    let contested = tallies.iter().filter(|tally| of_group(tally)).any(|tally| {
        let other = tally.record != best.record;
        other && tally.points.high >= best.points.low && !both_known(tally)
    });
    for tally in tallies.iter_mut().filter(|tally| of_group(tally)) {
        if tally.record == best.record {
            tally.points = joined;
            tally.contested = contested;
            if !joined.is_exact() && tally.fate == Fate::Counts {
                tally.fate = Fate::Open;
            }
            continue;
        }
        tally.points = Span::default();
        if matches!(tally.fate, Fate::Counts | Fate::Open) {
            tally.fate = Fate::NotBest(best.record);
        }
    }
}

/// Best only per key. Gives what the least may still lose when records with an unknown key turn
/// out to share one: all of them, with one another and with the best of the known groups.
fn best_per_key(tallies: &mut [RecordTally], records: &[TypedRecord], slot: usize) -> i64 {
    let key = |tally: &RecordTally| {
        let record = records.get(tally.record);
        record.map_or(Value::None, |record| record.value(slot))
    };
    let mut best_known = 0;
    for place in 0..tallies.len() {
        let (earlier, rest) = tallies.split_at_mut_checked(place).unwrap_or_default();
        let Some(own) = rest.first().map(key) else {
            continue;
        };
        let alone = matches!(own, Value::Unknown | Value::None | Value::Absent);
        if alone || earlier.iter().any(|other| key(other) == own) {
            continue;
        }
        keep_best(rest, |tally| key(tally) == own);
        let kept = rest.iter().filter(|tally| key(tally) == own);
        let kept = kept.map(|tally| tally.points.low).max();
        best_known = best_known.max(kept.unwrap_or(0));
    }
    let unknown = tallies.iter().filter(|tally| key(tally) == Value::Unknown);
    let (mut all, mut best_unknown) = (0_i64, 0);
    for low in unknown.map(|tally| tally.points.low) {
        all = all.saturating_add(low);
        best_unknown = best_unknown.max(low);
    }
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
    if earn.part_caps.is_empty() {
        let points = tallies.iter().map(|tally| tally.points);
        return points.fold(Span::default(), Span::plus);
    }
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
        let mut held = memberships.filter(|(_, _, member)| *member != Verdict::NotMet);
        if tally.contested {
            // Whether what counts falls under a cap is another record's matter too.
            let high = tally.points.high;
            total = total.plus(Span { low: 0, high });
            continue;
        }
        match (held.next(), held.next()) {
            (None, _) => total = total.plus(tally.points),
            (Some((index, cap, Verdict::Met)), None) => {
                if tally.fate == Fate::Counts {
                    tally.fate = Fate::PartCap(cap);
                }
                add(&mut parts, index, tally.points);
            }
            // It may fall under a cap or not: the least if it does, the most if it does not.
            (Some((index, ..)), None) => {
                let Span { low, high } = tally.points;
                add(&mut parts, index, Span { low, high: 0 });
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
