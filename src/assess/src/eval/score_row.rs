//! One row of the score table.

mod earned;
mod records_earn;

pub(super) use self::earned::Earned;
pub(super) use self::records_earn::{each_points, earn as earn_of_records};

use super::case::Case;
use super::records;
use super::split::Stock;
use crate::Verdict;
use crate::program::{CEarn, CRow, CScore, CTest, Value, each, first};
use crate::result::{Outcome, Span};

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
    /// It stands for a group of which another record may turn out to be the best.
    pub(crate) contested: bool,
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

/// Reckons a row; what becomes of its records is put behind what stands in `records`.
///
/// Gives the points before the cap and after it. Where records were put into a list to see how things may turn out, the
/// first are no more than it takes to reach the second, and `records` may lack those of the list.
pub(super) fn row(
    case: &Case<'_>,
    score: &CScore,
    row: &CRow,
    records: &mut Vec<RecordTally>,
) -> (Span, Span) {
    let cap = score
        .blocks
        .get(row.block)
        .map_or(i64::MAX, |block| block.cap);
    // A row without a cap gives no more than its block.
    let most = row.cap.unwrap_or(cap);
    let before_cap = earn(case, &row.earn, most, records);
    (before_cap, before_cap.cap(most))
}

/// `most` is what an open list can bring at the most.
fn earn(case: &Case<'_>, earn: &CEarn, most: i64, records: &mut Vec<RecordTally>) -> Span {
    match earn {
        CEarn::Records(earn) => {
            let all = if earn.best_only { earn.most } else { most };
            if Stock::earns(case, earn).is_some_and(|sure| sure >= all) {
                return Span::exactly(all);
            }
            records_earn::earn(case, earn, most, records)
        }
        CEarn::YearsSince { date, bands } => years_since(case, *date, bands),
        CEarn::Answer {
            question,
            options,
            points,
        } => answer(case, *question, options, points),
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
    let Some((least, most)) = case.full_years(day) else {
        return Span::default();
    };
    let points = |years: u32| {
        let band = bands.iter().find(|(at_least, _)| years >= *at_least);
        band.map_or(0, |(_, points)| *points)
    };
    // Between two bands nothing changes.
    let begun = bands.iter().map(|(at_least, _)| *at_least);
    let begun = begun.filter(|years| (least..=most).contains(years));
    let none = (day.exists() != Verdict::Met).then_some(0);
    around(begun.chain([least]).map(points).chain(none))
}

fn answer(case: &Case<'_>, question: usize, options: &[(CTest, i64)], points: &[i64]) -> Span {
    let set = case.subject.set(question);
    if set.is_power_of_two() {
        let earned = points.get(first(set)).copied();
        return Span::exactly(earned.unwrap_or(0));
    }
    if set != 0 {
        let left = each(set).filter_map(|class| points.get(class));
        return around(left.copied());
    }
    let value = case.subject.answer(question);
    if value == Value::Unknown {
        let high = options.iter().map(|(_, points)| *points).max().unwrap_or(0);
        return Span { low: 0, high };
    }
    let days = |id| case.day(id);
    let verdicts = options
        .iter()
        .map(|(test, points)| (records::passes(value, test, &days), *points));
    first_of(verdicts)
}

/// The points of the first step that is met, where some may be open.
fn first_of(steps: impl Iterator<Item = (Verdict, i64)>) -> Span {
    let mut span: Option<Span> = None;
    let mut join = |points: i64| {
        let one = Span::exactly(points);
        span = Some(span.map_or(one, |span| span.or(one)));
    };
    for (verdict, points) in steps {
        match verdict {
            Verdict::Met => {
                join(points);
                return span.unwrap_or_default();
            }
            Verdict::Open => join(points),
            Verdict::NotMet => {}
        }
    }
    join(0);
    span.unwrap_or_default()
}

/// The least and the most of some points.
fn around(points: impl Iterator<Item = i64>) -> Span {
    let spans = points.map(Span::exactly);
    spans.reduce(Span::or).unwrap_or_default()
}
