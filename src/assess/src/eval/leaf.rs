//! Rules that combine no others: one verdict each, shared by the quick walk and the explaining one.

use json::Decimal;

use super::case::Case;
use super::dates::Day;
use super::records;
use crate::Verdict;
use crate::program::{CFilter, CTest, Value, each};

/// How a count of records stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Count {
    /// Records that pass for sure.
    pub(crate) sure: usize,
    /// Records that may pass.
    pub(crate) possible: usize,
    /// Whether the list may gain records.
    pub(crate) open: bool,
}

impl Count {
    /// Whether it reaches what is needed.
    pub(super) fn reaches(self, need: usize) -> Verdict {
        let possible = if self.open { usize::MAX } else { self.possible };
        Verdict::reached(self.sure, possible, need)
    }
}

impl Case<'_> {
    /// An answer passes a test.
    pub(super) fn answer_passes(&self, question: usize, test: &CTest) -> Verdict {
        let value = self.subject.answer(question);
        if value != Value::Unknown {
            return records::passes(value, test, &|id| self.day(id));
        }
        let slot = self.program.questions.get(question);
        let Some(classes) = slot.and_then(|slot| slot.classes.as_ref()) else {
            return Verdict::Open;
        };
        let left = each(self.subject.set(question)).filter_map(|class| classes.values.get(class));
        Verdict::agree(left.map(|value| test.plain(*value)))
    }

    /// Whether enough records of a list pass a filter in a window.
    pub(super) fn enough(&self, records: (usize, &CFilter, Option<usize>), need: usize) -> Verdict {
        self.count_to(records, need).reaches(need)
    }

    /// Records of a list that pass a filter in a window.
    pub(crate) fn count(&self, list: usize, filter: &CFilter, window: Option<usize>) -> Count {
        self.count_to((list, filter, window), usize::MAX)
    }

    /// The same until so many pass for sure.
    fn count_to(
        &self,
        (list, filter, window): (usize, &CFilter, Option<usize>),
        most: usize,
    ) -> Count {
        let mut count = Count {
            sure: 0,
            possible: 0,
            open: false,
        };
        let Some(typed) = self.list(list) else {
            return count;
        };
        count.open = typed.open;
        for record in &typed.records {
            if count.sure >= most {
                break;
            }
            let of_kind = records::of_kind(record, filter);
            if of_kind == Verdict::NotMet {
                continue;
            }
            let passes = records::beside_kind(record, (filter, of_kind), &|id| self.day(id));
            if passes == Verdict::NotMet {
                continue;
            }
            match passes.and(records::window(self, list, window, record)) {
                Verdict::Met => {
                    count.sure = count.sure.saturating_add(1);
                    count.possible = count.possible.saturating_add(1);
                }
                Verdict::Open => count.possible = count.possible.saturating_add(1),
                Verdict::NotMet => {}
            }
        }
        count
    }

    /// Whether a calendar year has a record that passes.
    pub(crate) fn year_passes(
        &self,
        list: usize,
        slot: usize,
        (filter, unique): (&CFilter, bool),
        year: i32,
    ) -> Verdict {
        if year >= self.season.assumed_from {
            return Verdict::Met;
        }
        let Some(typed) = self.list(list) else {
            return Verdict::NotMet;
        };
        let mut verdict = if typed.open {
            Verdict::Open
        } else {
            Verdict::NotMet
        };
        let year = Decimal::from(year);
        for record in &typed.records {
            let this_year = match record.value(slot) {
                Value::Number(number) => Verdict::of(number == year),
                Value::Unknown => Verdict::Open,
                _ => Verdict::NotMet,
            };
            if this_year == Verdict::NotMet {
                continue;
            }
            let passes = records::filter(record, filter, &|id| self.day(id));
            // A year occurs once: this record alone decides it.
            if unique && this_year == Verdict::Met {
                return passes;
            }
            verdict = verdict.or(this_year.and(passes));
        }
        verdict
    }

    /// Full years since a day are enough; not met when there is no such day.
    pub(super) fn years_reach(&self, since: usize, need: u32) -> Verdict {
        let day = self.day(since);
        let years = self.full_years(day);
        years.map_or(Verdict::NotMet, |(low, high)| {
            Verdict::reached(low, high, need).and(day.exists())
        })
    }

    /// Full years since a day on the cut-off day, at the least and at the most; none when there is no such day.
    pub(super) fn full_years(&self, since: Day) -> Option<(u32, u32)> {
        let (first, last) = self.seasons();
        since.full_years_from((first.cut_off, last.cut_off))
    }

    /// A ban is in force in the season's year.
    pub(super) fn barred(&self, question: usize, seasons: i32) -> Verdict {
        match self.subject.answer(question) {
            Value::Unknown => Verdict::Open,
            Value::Number(year) => {
                let year = year.to_integer().and_then(|year| i32::try_from(year).ok());
                let barred = year.map(|year| year..=year.saturating_add(seasons));
                let (first, last) = self.seasons();
                let mut years = first.year..=last.year;
                let is_barred = |year: i32| {
                    Verdict::of(barred.as_ref().is_some_and(|barred| barred.contains(&year)))
                };
                let begun = is_barred(first.year);
                if years.all(|year| is_barred(year) == begun) {
                    begun
                } else {
                    Verdict::Open
                }
            }
            _ => Verdict::NotMet,
        }
    }
}
