//! Missing fields of records that take the value which is best for what is looked for.
//!
//! A value is best where for everything that is asked of the record it is at least as good as every other value the field
//! can have, whatever else turns out: a record that passes where it passed, and earns no less. Where none is best, the
//! field stays missing. Fields that a check of the book ties together are filled together.

use std::sync::Arc;

use super::filled::{Setting, Which};
use super::search::Search;
use crate::Verdict;
use crate::eval::case::Case;
use crate::eval::dates::Day;
use crate::eval::records;
use crate::eval::score_row::each_points;
use crate::eval::unknown::{Unknown, Values, all_days};
use crate::program::{
    Ask, CDateRule, CFilter, CRecordsEarn, Domain, FGoal, ListProgram, Sign, Slot, Value,
};
use crate::result::Span;
use crate::subject::{TypedList, TypedRecord};

/// More ways to fill fields together than this are not compared.
const MOST_WAYS: usize = 128;

impl Search<'_> {
    /// Gives missing fields their best values for what a goal asks, or their worst; or for what the score asks.
    pub(super) fn fill_fields(&mut self, (goal, asks): (Option<&FGoal>, &[Ask]), high: bool) {
        if !self.scratch.subject.lists.iter().any(|list| lacking(list)) {
            return;
        }
        let mut kept = std::mem::take(&mut self.scratch.filled);
        kept.begin(&self.program.own);
        let room = std::mem::take(&mut self.scratch.room);
        let mut subject = std::mem::take(&mut self.scratch.subject);
        let case = Case::within(self.program, &subject, self.season, room);
        let values = Values {
            program: self.program,
            term: self.season,
            today: self.today,
        };
        let lists = self.program.lists.iter().zip(&subject.lists).enumerate();
        let mut filled: Vec<(usize, usize, Arc<[Value]>)> = Vec::new();
        let mut settings: [Option<usize>; 3] = [None; 3];
        for (at, (shape, typed)) in lists {
            if !lacking(typed) {
                continue;
            }
            let asks: Vec<&Ask> = asks.iter().filter(|ask| ask.list == at).collect();
            if asks.is_empty() {
                continue;
            }
            let fields = Fields {
                case: &case,
                values: &values,
                at,
                shape,
                asks,
                high,
            };
            let records = typed.records.iter().enumerate();
            for (place, record) in records.filter(|(_, record)| lacks(record)) {
                let mut fill = |which: Which, record: &TypedRecord| {
                    let [all, no_days, days] = &mut settings;
                    let setting = match which {
                        Which::All => all,
                        Which::NoDays => no_days,
                        Which::Days => days,
                    };
                    let setting = *setting.get_or_insert_with(|| {
                        let days = match which {
                            Which::All => case.days().collect(),
                            Which::NoDays => Vec::new(),
                            Which::Days => self.days_of_windows(&case),
                        };
                        let setting = Setting {
                            which,
                            goal: goal.map(|goal| goal.node),
                            high,
                            season: self.season,
                            today: self.today,
                            days,
                        };
                        kept.place(setting)
                    });
                    let own = (at, shape, record);
                    kept.values(setting, own, || fields.filled(record, which))
                };
                let own = if shape.by_days || lacks_day(shape, record, |slot| slot.looked_at) {
                    fill(Which::All, record)
                } else {
                    // What hangs on no day is the same for many, whatever their windows are.
                    let rest = fill(Which::NoDays, record);
                    let days = lacks_day(shape, record, |_| true).then(|| {
                        let mut own = record.clone();
                        if let Some(values) = &rest {
                            own.put(shape, Arc::clone(values));
                        }
                        fill(Which::Days, &own)
                    });
                    days.flatten().or(rest)
                };
                filled.extend(own.map(|own| (at, place, own)));
            }
        }
        self.scratch.room = case.leave();
        for (list, place, values) in filled {
            let shape = self.program.lists.get(list);
            let list = subject.list_mut(list);
            let own = list.and_then(|list| list.records.get_mut(place));
            if let (Some(own), Some(shape)) = (own, shape) {
                own.put(shape, values);
            }
        }
        self.scratch.subject = subject;
        self.scratch.filled = kept;
    }

    /// The days of windows as far as those that are tried for missing days tell them apart.
    fn days_of_windows(&self, case: &Case<'_>) -> Vec<Day> {
        let (first, last) = all_days(None);
        let mut tried = [first, self.season.cut_off, self.today, last];
        tried.sort_unstable();
        let mut days = Vec::new();
        for window in &self.program.windows {
            for date in window.from.iter().chain([&window.to]) {
                days.push(case.day(*date).among(&tried));
            }
        }
        days
    }
}

/// Whether any record of a list lacks an answer.
fn lacking(list: &TypedList) -> bool {
    list.records.iter().any(lacks)
}

/// Whether a record lacks an answer.
fn lacks(record: &TypedRecord) -> bool {
    record.values().iter().any(is_missing)
}

/// Whether nothing is known of a value.
const fn is_missing(value: &Value) -> bool {
    matches!(value, Value::Unknown)
}

/// Whether a record lacks a day of some kind.
fn lacks_day(shape: &ListProgram, record: &TypedRecord, of: impl Fn(&Slot) -> bool) -> bool {
    let mut slots = shape.slots.iter().zip(record.values().iter());
    slots.any(|(slot, value)| is_missing(value) && is_day(slot) && of(slot))
}

fn is_day(slot: &Slot) -> bool {
    matches!(slot.domain, Domain::Date(_))
}

impl Which {
    fn has(self, slot: &Slot) -> bool {
        match self {
            Self::All => true,
            Self::NoDays => !is_day(slot),
            Self::Days => is_day(slot),
        }
    }
}

/// What is asked of the records of a list.
struct Fields<'c> {
    case: &'c Case<'c>,
    values: &'c Values<'c>,
    /// The list's place.
    at: usize,
    shape: &'c ListProgram,
    asks: Vec<&'c Ask>,
    high: bool,
}

/// What a record is worth to something that is asked, with values in some fields.
enum Worth {
    /// Whether it passes; by filter, whether it passes the tests on these fields.
    Passes(Verdict, Vec<Verdict>),
    /// What it earns with everything else that is missing, where that was tried; by filter, whether it passes the tests on
    /// these fields; and the same of the filters that tell the caps it falls under.
    Earns(Option<Vec<Span>>, Vec<Verdict>, Vec<Verdict>),
}

impl Fields<'_> {
    /// What a record has once its missing fields have their best values; none where it stays as it is.
    fn filled(&self, record: &TypedRecord, which: Which) -> Option<Arc<[Value]>> {
        if let Some((kind, _)) = &self.shape.kind
            && record.value(*kind) == Value::Unknown
        {
            return None;
        }
        let mut own = record.clone();
        for (slot, field) in self.shape.slots.iter().enumerate() {
            if which.has(field)
                && own.value(slot) == Value::Unknown
                && let Some(best) = self.best(&own, slot)
            {
                own = best;
            }
        }
        (own.values() != record.values()).then(|| Arc::clone(own.values()))
    }

    /// The record with the best value in a field that is missing, if there is one.
    fn best(&self, record: &TypedRecord, slot: usize) -> Option<TypedRecord> {
        let tied = self.tied(record, slot)?;
        let asks: Vec<&Ask> = self.about(record, &tied).collect();
        if asks.is_empty() {
            return None;
        }
        match (&self.shape.slots.get(slot)?.domain, tied.as_slice()) {
            (Domain::Date(_), [_]) => self.best_day(&asks, record, slot),
            (Domain::Text { .. }, [_]) => self.best_key(&asks, record, slot),
            _ => self.best_of_all(&asks, record, &tied),
        }
    }

    /// A missing field and those that are missing too and tied to it by a check of the book; none where one of them is more
    /// than what tests tell of it.
    fn tied(&self, record: &TypedRecord, slot: usize) -> Option<Vec<usize>> {
        let mut tied = vec![slot];
        let mut next = 0;
        while let Some(own) = tied.get(next).copied() {
            next = next.saturating_add(1);
            if !self.is_told_apart(own) {
                return None;
            }
            let checks = self.shape.impossible.iter().map(|(_, filter)| filter);
            let checks = checks.filter(|filter| tests(filter, own));
            let checked = checks.flat_map(|filter| filter.tests.iter().map(|(other, _)| *other));
            let ordered = self
                .shape
                .ordered
                .iter()
                .map(|(first, then)| [*first, *then]);
            let ordered = ordered.filter(|pair| pair.contains(&own)).flatten();
            for other in checked.chain(ordered) {
                let open = matches!(record.value(other), Value::Unknown | Value::Days(..));
                if open && !tied.contains(&other) {
                    tied.push(other);
                }
            }
        }
        Some(tied)
    }

    /// Whether nothing but tests, windows and keys looks at a field.
    fn is_told_apart(&self, slot: usize) -> bool {
        let field = self.shape.slots.get(slot);
        let own = field.is_some_and(|field| match &field.domain {
            Domain::YesNo | Domain::Choice { .. } | Domain::Text { .. } => true,
            Domain::Number { year, .. } => !year,
            Domain::Date(_) => !self.counts_from(slot),
            Domain::ResidentId { .. } => false,
        });
        own && self.shape.unique != Some(slot)
    }

    /// Whether a day is derived from a field.
    fn counts_from(&self, slot: usize) -> bool {
        let mut rules = self.case.program.dates.iter().map(|date| &date.rule);
        rules.any(|rule| {
            matches!(rule, CDateRule::Earliest(anchors)
                if anchors.iter().any(|anchor| (anchor.list, anchor.field) == (self.at, slot)))
        })
    }

    /// A day on which the record passes everything it should as far as days go, and nothing it should not.
    fn best_day(&self, asks: &[&Ask], record: &TypedRecord, slot: usize) -> Option<TypedRecord> {
        let case = self.case;
        let values = self.values_of(slot).into_iter();
        let mut span = values.filter_map(|value| match value {
            Value::Days(first, last) => Some([first, last]),
            _ => None,
        });
        let [first, last] = span.next_back()?;
        let days = [case.season.cut_off.min(last), first, last].map(Value::Date);
        let days = days.map(|day| self.with(record, slot, day));
        let fits = |record: &TypedRecord| {
            asks.iter().all(|ask| {
                let window = case.program.asked_window(&ask.asked);
                let inside = records::window(case, self.at, window, record);
                let good = match self.sign(ask) {
                    Sign::Apart => return true,
                    Sign::Up => Verdict::Met,
                    Sign::Down => Verdict::NotMet,
                    Sign::Mixed => return false,
                };
                let own = self.tests(ask, record, &[slot]);
                match case.program.asked_earn(&ask.asked) {
                    None => own.iter().all(|test| test.and(inside) == good),
                    // Steps, caps and keys that hang on days are more than a window.
                    Some(earn) => {
                        let mut more = earned(earn).skip(1).chain(parts(earn));
                        let is_key = earn.best_per == Some(slot);
                        let plain = !is_key && !more.any(|filter| tests(filter, slot));
                        plain && own.first().map(|test| test.and(inside)) == Some(good)
                    }
                }
            })
        };
        let mut days = days.into_iter();
        days.find(|record| records::possible(self.shape, record) && fits(record))
    }

    /// A key that no other record has, where records that share one can only lose by it.
    fn best_key(&self, asks: &[&Ask], record: &TypedRecord, slot: usize) -> Option<TypedRecord> {
        let field = self.shape.slots.get(slot)?;
        let gains = asks.iter().all(|ask| self.sign(ask) == Sign::Up);
        (gains && field.none).then(|| self.with(record, slot, Value::None))
    }

    /// The way to fill fields that is at least as good as every other.
    fn best_of_all(
        &self,
        asks: &[&Ask],
        record: &TypedRecord,
        slots: &[usize],
    ) -> Option<TypedRecord> {
        let mut ways = vec![record.clone()];
        for slot in slots {
            let values = self.values_of(*slot);
            let told = |value: &Value| !matches!(value, Value::Days(..) | Value::Text(_));
            if !values.iter().all(told) || ways.len().saturating_mul(values.len()) > MOST_WAYS {
                return None;
            }
            let with = |way: &TypedRecord| {
                let values = values.iter().map(|value| self.with(way, *slot, *value));
                values.collect::<Vec<_>>()
            };
            ways = ways.iter().flat_map(with).collect();
        }
        ways.retain(|way| records::possible(self.shape, way));
        let worths = ways.iter().map(|way| {
            let worths = asks.iter().map(|ask| self.worth(ask, way, slots));
            worths.collect::<Vec<Worth>>()
        });
        let worths: Vec<Vec<Worth>> = worths.collect();
        let no_worse = |one: &[Worth], other: &[Worth]| {
            let mut pairs = asks.iter().zip(one.iter().zip(other));
            pairs.all(|(ask, (one, other))| self.is_no_worse(ask, one, other))
        };
        let mut pairs = ways.into_iter().zip(&worths);
        let first = pairs.next()?;
        let (best, worth) = pairs.fold(first, |best, other| {
            if no_worse(best.1, other.1) {
                best
            } else {
                other
            }
        });
        worths
            .iter()
            .all(|other| no_worse(worth, other))
            .then_some(best)
    }

    /// What a field can be.
    fn values_of(&self, slot: usize) -> Vec<Value> {
        let unknown = Unknown::Field {
            list: self.at,
            record: usize::MAX,
            slot,
        };
        self.values.of(self.case.subject, unknown)
    }

    fn with(&self, record: &TypedRecord, slot: usize, value: Value) -> TypedRecord {
        let mut record = record.clone();
        record.set(self.shape, slot, value);
        record
    }

    /// What is asked of a record that looks at any of some fields; to what is of other kinds all values are the same.
    fn about(&self, record: &TypedRecord, slots: &[usize]) -> impl Iterator<Item = &Ask> {
        let program = self.case.program;
        let is_about = |filter: &CFilter| records::of_kind(record, filter) != Verdict::NotMet;
        let looks = move |filter: &CFilter| slots.iter().any(|slot| tests(filter, *slot));
        let dated = self
            .shape
            .window_slot
            .is_some_and(|slot| slots.contains(&slot));
        self.asks.iter().copied().filter(move |ask| {
            let bound = dated && program.asked_window(&ask.asked).is_some();
            let mut filters = program.asked_filters(&ask.asked);
            filters.any(|filter| is_about(filter) && (bound || looks(filter)))
                || program.asked_earn(&ask.asked).is_some_and(|earn| {
                    let factor = earn.factor.iter().map(|factor| factor.slot);
                    let mut apart = factor.chain(earn.best_per);
                    let mut all = earned(earn).chain(parts(earn));
                    is_about(&earn.filter)
                        && (bound || all.any(looks) || apart.any(|slot| slots.contains(&slot)))
                })
        })
    }

    fn worth(&self, ask: &Ask, record: &TypedRecord, slots: &[usize]) -> Worth {
        let program = self.case.program;
        let days = |id| self.case.day(id);
        let tests = self.tests(ask, record, slots);
        let Some(earn) = program.asked_earn(&ask.asked) else {
            let filters = program.asked_filters(&ask.asked);
            let verdicts = filters.map(|filter| records::filter(record, filter, &days));
            return Worth::Passes(verdicts.fold(Verdict::NotMet, Verdict::or), tests);
        };
        let parts = parts(earn).map(|filter| self.test(filter, record, slots));
        Worth::Earns(each_points(self.case, earn, record), tests, parts.collect())
    }

    /// Whether a record passes the tests of what is asked on some fields: by filter; of points behind these by step of the
    /// factor.
    fn tests(&self, ask: &Ask, record: &TypedRecord, slots: &[usize]) -> Vec<Verdict> {
        let program = self.case.program;
        let days = |id| self.case.day(id);
        let test = |filter: &CFilter| self.test(filter, record, slots);
        let Some(earn) = program.asked_earn(&ask.asked) else {
            return program.asked_filters(&ask.asked).map(test).collect();
        };
        let mut verdicts: Vec<Verdict> = earned(earn).map(test).collect();
        for factor in earn
            .factor
            .iter()
            .filter(|factor| slots.contains(&factor.slot))
        {
            let value = record.value(factor.slot);
            let steps = factor.steps.iter();
            verdicts.extend(steps.map(|(test, _)| records::passes(value, test, &days)));
        }
        verdicts
    }

    /// Whether a record passes the tests of a filter on some fields.
    fn test(&self, filter: &CFilter, record: &TypedRecord, slots: &[usize]) -> Verdict {
        let days = |id| self.case.day(id);
        let own = filter.tests.iter().filter(|(own, _)| slots.contains(own));
        let verdicts = own.map(|(slot, test)| records::passes(record.value(*slot), test, &days));
        verdicts.fold(Verdict::Met, Verdict::and)
    }

    /// How what is looked for depends on what is asked.
    fn sign(&self, ask: &Ask) -> Sign {
        if self.high { ask.sign } else { ask.sign.flip() }
    }

    /// Whether one is at least as good as the other for what is asked.
    fn is_no_worse(&self, ask: &Ask, one: &Worth, other: &Worth) -> bool {
        match self.sign(ask) {
            Sign::Apart => true,
            Sign::Up => one.is_no_less(other),
            Sign::Down => other.is_no_less(one),
            Sign::Mixed => one.is_no_less(other) && other.is_no_less(one),
        }
    }
}

impl Worth {
    /// Whether a record of this worth passes wherever one of the other does, and earns no less.
    fn is_no_less(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Passes(own, tests), Self::Passes(verdict, others)) => {
                let single = tests.len() == 1;
                let mut pairs = tests.iter().zip(others);
                *own == Verdict::Met
                    || *verdict == Verdict::NotMet
                    || tests == others
                    || single && pairs.all(|(own, other)| own.and(*other) == *other)
            }
            (Self::Earns(own, tests, parts), Self::Earns(points, others, other_parts)) => {
                let more = own.as_ref().zip(points.as_ref());
                let more = more.is_some_and(|(own, points)| {
                    let mut pairs = own.iter().zip(points);
                    own.len() == points.len() && pairs.all(|(own, other)| own.low >= other.high)
                });
                parts == other_parts && (tests == others || more)
            }
            _ => false,
        }
    }
}

/// Whether a filter has a test on a field.
fn tests(filter: &CFilter, slot: usize) -> bool {
    filter.tests.iter().any(|(own, _)| *own == slot)
}

/// The filters that tell what a record earns.
fn earned(earn: &CRecordsEarn) -> impl Iterator<Item = &CFilter> {
    let steps = earn.points.iter().map(|step| &step.filter);
    std::iter::once(&earn.filter).chain(steps)
}

/// The filters that tell under which caps it falls.
fn parts(earn: &CRecordsEarn) -> impl Iterator<Item = &CFilter> {
    earn.part_caps.iter().map(|part| &part.filter)
}

#[cfg(test)]
mod tests;
