//! What the records that are put into open lists bring by themselves, whatever else stands there: most of them are put in
//! because they are enough.

use chrono::NaiveDate;

use crate::Verdict;
use crate::engine::Term;
use crate::eval::case::Case;
use crate::eval::dates::in_window;
use crate::eval::records;
use crate::eval::score_row::earn_of_records;
use crate::program::{CEarn, CRecordsEarn, CRule, EarnDays, Program, Value};
use crate::subject::{Subject, TypedRecord};

/// What the records of a season bring.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Stock {
    /// The day of those that are looked at here, where a window binds.
    day: NaiveDate,
    /// By leaf, whether they are as many as it asks for.
    enough: Vec<bool>,
    /// By the number of a part of the score table, the least that they earn there.
    earned: Vec<i64>,
}

impl Stock {
    /// Of records, each with the place of its list.
    pub(super) fn of<'r>(
        program: &Program,
        season: Term,
        all: impl Iterator<Item = (usize, &'r TypedRecord)>,
    ) -> Self {
        let day = season.cut_off;
        let mut subject = Subject::empty(program);
        for (place, record) in all {
            let window = program.lists.get(place).and_then(|list| list.window_slot);
            if window.is_none_or(|slot| record.value(slot) == Value::Date(day))
                && let Some(list) = subject.list_mut(place)
            {
                list.records.push(record.clone());
            }
        }
        let case = Case::new(program, &subject, season);
        let enough = program.flat.leaves.iter().map(|rule| match rule {
            CRule::Records {
                list,
                filter,
                at_least,
                window,
            } if !filter.has_days() => {
                case.enough((*list, filter, *window), *at_least) == Verdict::Met
            }
            _ => false,
        });
        let mut stock = Self {
            day,
            enough: enough.collect(),
            earned: Vec::new(),
        };
        for row in program.score.iter().flat_map(|score| &score.rows) {
            stock.earn(&case, &row.earn);
        }
        stock
    }

    fn earn(&mut self, case: &Case<'_>, earn: &CEarn) {
        match earn {
            // In the order of their numbers.
            CEarn::Records(earn) => self.earned.push(least(case, earn)),
            CEarn::Highest(earns) => {
                for earn in earns {
                    self.earn(case, earn);
                }
            }
            CEarn::YearsSince { .. } | CEarn::Answer { .. } => {}
        }
    }

    /// Whether a leaf is met by what stands in its list besides what was entered.
    pub(in crate::eval) fn is_enough(case: &Case<'_>, (leaf, rule): (usize, &CRule)) -> bool {
        let CRule::Records { list, window, .. } = rule else {
            return false;
        };
        Self::inside(case, *list, *window)
            .is_some_and(|stock| stock.enough.get(leaf).is_some_and(|enough| *enough))
    }

    /// The least that records earn in a part of the score table, besides those that were entered; none where there are none.
    pub(in crate::eval) fn earns(case: &Case<'_>, earn: &CRecordsEarn) -> Option<i64> {
        let stock = Self::inside(case, earn.list, earn.window)?;
        let place = usize::try_from(earn.number).ok()?.checked_sub(1)?;
        stock.earned.get(place).copied()
    }

    /// What stands in a list besides what was entered, where it lies in a window.
    fn inside<'c>(case: &'c Case<'_>, list: usize, window: Option<usize>) -> Option<&'c Self> {
        let stock = case.list(list)?.stock.as_deref()?;
        let outside = records::bound(case, list, window)
            .is_some_and(|(window, _)| in_window(case, window, stock.day) != Verdict::Met);
        (!outside).then_some(stock)
    }
}

/// What is earned at the least, whatever else stands in the list; no more than is easily told.
fn least(case: &Case<'_>, earn: &CRecordsEarn) -> i64 {
    // Days are others in other seasons; where only the best counts, another record may take its place and fall under a cap.
    let best = earn.best_only || earn.best_per.is_some();
    let mut parts = earn.part_caps.iter().map(|part| &part.filter);
    if earn.days != EarnDays::None || parts.any(|part| best || part.has_days()) {
        return 0;
    }
    earn_of_records(case, earn, 0, &mut Vec::new()).low
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Engine;
    use crate::eval::drawn::{Draw, person, season};
    use crate::eval::split::menu::enrich;
    use crate::program::{Bound, CDateRule, CFilter, CPartCap, CTest};

    /// A book that asks of many records for days that other seasons move, and caps parts of rows.
    fn with_days() -> Program {
        let mut program = Engine::shipped().program;
        let date = |is: fn(&CDateRule) -> bool| {
            let mut dates = program.dates.iter();
            dates.position(|date| is(&date.rule)).unwrap()
        };
        let cut_off = date(|rule| matches!(rule, CDateRule::CutOff));
        let before = date(|rule| matches!(rule, CDateRule::YearsBeforeCutOff(_)));
        let after = CTest::new(vec![Bound::OnOrAfter(cut_off)], false);
        let long_before = CTest::new(vec![Bound::OnOrBefore(before)], false);
        let slots = program.lists.iter().map(|list| list.window_slot);
        let slots: Vec<Option<usize>> = slots.collect();
        let bind = |list: usize, filter: &mut CFilter, test: &CTest| {
            let bound = slots[list].map(|slot| filter.tests.push((slot, test.clone())));
            bound.is_some()
        };
        for leaf in program.flat.leaves.iter_mut().step_by(2) {
            if let CRule::Records { list, filter, .. } = leaf {
                bind(*list, filter, &after);
            }
        }
        let rows = program.score.iter_mut().flat_map(|score| &mut score.rows);
        for (at, row) in rows.enumerate() {
            let CEarn::Records(earn) = &mut row.earn else {
                continue;
            };
            let mut filter = earn.filter.clone();
            match at % 4 {
                _ if earn.best_only => {
                    let cap = 100_000;
                    earn.part_caps.push(CPartCap { filter, cap });
                }
                0 if bind(earn.list, &mut earn.filter, &after) => earn.days = EarnDays::CutOff,
                1 if bind(earn.list, &mut filter, &long_before) => {
                    earn.part_caps.push(CPartCap { filter, cap: 1 });
                }
                _ => {}
            }
        }
        program
    }

    #[test]
    fn what_it_brings_is_what_its_records_bring() {
        let all = |program: &Program| {
            let nodes = 0..program.flat.nodes.len();
            let mut draw = Draw(1);
            let (mut enough, mut earned) = (0, 0);
            for _ in 0..1_000 {
                let mut rich = person(program, &mut draw, 6);
                enrich(program, season(2026), &mut rich);
                let mut plain = rich.clone();
                for list in 0..plain.lists.len() {
                    plain.list_mut(list);
                }
                let first = season(2026 + i32::try_from(draw.below(10)).unwrap());
                let last = (draw.below(3) == 0).then(|| season(2036));
                let case = |subject| {
                    let case = Case::new(program, subject, first);
                    match last {
                        Some(last) => case.in_seasons(first, last),
                        None => case,
                    }
                };
                let (rich, plain) = (case(&rich), case(&plain));
                for node in nodes.clone() {
                    assert_eq!(rich.verdict(node), plain.verdict(node), "{node}");
                }
                let rows = rich.tally().unwrap().rows.iter();
                for (at, (own, other)) in rows.zip(&plain.tally().unwrap().rows).enumerate() {
                    assert_eq!(own.points, other.points, "{at}");
                    earned += usize::from(own.records.len() < other.records.len());
                }
                let leaves = program.flat.leaves.iter().enumerate();
                enough += leaves.filter(|leaf| Stock::is_enough(&rich, *leaf)).count();
            }
            (enough, earned)
        };
        // Much is there, so that this says something.
        let (enough, earned) = all(&Engine::shipped().program);
        assert!(enough > 10_000 && earned > 2_000, "{enough} {earned}");
        let (enough, earned) = all(&with_days());
        assert!(enough > 1_000 && earned > 500, "{enough} {earned}");
    }

    #[test]
    fn a_row_that_can_give_nothing_has_its_records_where_none_were_put_in() {
        let plain = Engine::shipped().program;
        let mut capped = plain.clone();
        for row in capped.score.iter_mut().flat_map(|score| &mut score.rows) {
            row.cap = Some(0);
        }
        let mut draw = Draw(1);
        let mut all = 0;
        for _ in 0..50 {
            let subject = person(&plain, &mut draw, 1);
            let records = |program: &Program| -> Vec<usize> {
                let case = Case::new(program, &subject, season(2026));
                let rows = case.tally().unwrap().rows.iter();
                rows.map(|row| row.records.len()).collect()
            };
            assert_eq!(records(&capped), records(&plain));
            all += records(&capped).iter().sum::<usize>();
        }
        assert!(all > 100, "{all}");
    }
}
