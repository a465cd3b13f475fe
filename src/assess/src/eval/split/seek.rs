//! Which unknown keeps a goal open: the first that the walk meets.

use super::spans::Part;
use crate::Verdict;
use crate::eval::case::Case;
use crate::eval::dates::Day;
use crate::eval::records;
use crate::eval::unknown::Unknown;
use crate::program::{Bound, CDateRule, CEarn, CFilter, CRecordsEarn, CRule, CTest, FNode, Value};
use crate::subject::TypedRecord;

/// What keeps a rule open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeps {
    /// Something unknown that can be split.
    Unknown(Unknown),
    /// What is not published: it can turn out either way.
    Unpublished,
}

/// The walk through what is open.
pub(super) struct Seek<'c> {
    pub(super) case: &'c Case<'c>,
    /// By node.
    pub(super) verdicts: &'c [Verdict],
    pub(super) measures: &'c mut [i64],
}

/// The first unknown, else what is not published.
fn first(keeps: impl Iterator<Item = Option<Keeps>>) -> Option<Keeps> {
    let mut unpublished = None;
    for keep in keeps.flatten() {
        match keep {
            Keeps::Unknown(_) => return Some(keep),
            Keeps::Unpublished => unpublished = Some(keep),
        }
    }
    unpublished
}

const fn unsettled(value: Value) -> bool {
    matches!(value, Value::Unknown | Value::Days(..))
}

impl<'c> Seek<'c> {
    /// A walk through the score alone.
    pub(super) const fn of_score(case: &'c Case<'c>) -> Self {
        Self {
            case,
            verdicts: &[],
            measures: &mut [],
        }
    }
}

impl Seek<'_> {
    pub(super) fn verdict(&self, node: usize) -> Verdict {
        self.verdicts.get(node).copied().unwrap_or(Verdict::NotMet)
    }

    /// What keeps a node open.
    pub(super) fn node(&self, at: usize) -> Option<Keeps> {
        if !self.verdict(at).is_open() {
            return None;
        }
        let flat = &self.case.program.flat;
        let unknown = |unknown: Option<Unknown>| unknown.map(Keeps::Unknown);
        match flat.nodes.get(at).copied()? {
            node @ (FNode::All(_) | FNode::Any(_) | FNode::AtLeast(..)) => {
                first(flat.below(node).iter().map(|part| self.node(*part)))
            }
            FNode::Not(part) => self.node(part),
            FNode::Choose { question, parts } => match self.case.subject.answer(question) {
                Value::Choice(choice) => self.node(*flat.parts(parts).get(choice)?),
                _ => unknown(self.answer(question)),
            },
            FNode::Answer { question, .. } => unknown(self.answer(question)),
            FNode::Always(_) => Some(Keeps::Unpublished),
            FNode::Leaf(leaf) => self.leaf(flat.leaves.get(leaf)?),
        }
    }

    fn leaf(&self, rule: &CRule) -> Option<Keeps> {
        let unknown = match rule {
            CRule::Answer { question, test } => self.answer(*question).or_else(|| self.test(test)),
            CRule::Records {
                list,
                filter,
                window,
                ..
            } => self.records(*list, filter, *window),
            CRule::EachYear {
                list, year, filter, ..
            } => self.years(*list, *year, filter),
            CRule::Years { since: date, .. } | CRule::Dated(date) => self.day(*date),
            CRule::Day { date, after } => self.day(*date).or_else(|| self.day(*after)),
            CRule::Barred { question, .. } => self.answer(*question),
            CRule::ScoreReachesLine => self.score(),
            // What is not published; the others are no leaves.
            _ => return Some(Keeps::Unpublished),
        };
        unknown.map(Keeps::Unknown)
    }

    fn answer(&self, question: usize) -> Option<Unknown> {
        let open = unsettled(self.case.subject.answer(question));
        open.then_some(Unknown::Answer(question))
    }

    /// The days that a test asks for.
    fn test(&self, test: &CTest) -> Option<Unknown> {
        test.bounds.iter().find_map(|bound| match bound {
            Bound::OnOrAfter(date) | Bound::OnOrBefore(date) => self.day(*date),
            _ => None,
        })
    }

    fn open_list(&self, list: usize) -> Option<Unknown> {
        let open = self.case.list(list).is_some_and(|list| list.open);
        open.then_some(Unknown::More(list))
    }

    fn records(&self, list: usize, filter: &CFilter, window: Option<usize>) -> Option<Unknown> {
        let typed = self.case.list(list)?;
        let mut records = typed.records.iter().enumerate();
        let found = records.find_map(|(place, record)| {
            let passes = records::filter(record, filter, &|id| self.case.day(id));
            let inside = records::window(self.case, list, window, record);
            if !passes.and(inside).is_open() {
                return None;
            }
            let window = inside.is_open().then_some(window).flatten();
            self.record((list, place, record), filter, window)
        });
        found.or_else(|| self.open_list(list))
    }

    /// What keeps it open whether a record passes.
    fn record(
        &self,
        (list, place, record): (usize, usize, &TypedRecord),
        filter: &CFilter,
        window: Option<usize>,
    ) -> Option<Unknown> {
        let field = |slot: usize| {
            let open = unsettled(record.value(slot));
            open.then_some(Unknown::Field {
                list,
                record: place,
                slot,
            })
        };
        let tests = || {
            filter.tests.iter().filter(|(slot, test)| {
                let value = record.value(*slot);
                records::passes(value, test, &|id| self.case.day(id)).is_open()
            })
        };
        let kind = self.case.program.lists.get(list)?.kind.as_ref();
        let kind = kind.and_then(|(slot, _)| {
            let asked = tests().next().is_some();
            field(*slot).filter(|_| asked)
        });
        let window = window.and_then(|id| self.case.program.windows.get(id));
        kind.or_else(|| tests().find_map(|(slot, _)| field(*slot)))
            .or_else(|| {
                window?;
                field(self.case.program.lists.get(list)?.window_slot?)
            })
            .or_else(|| tests().find_map(|(_, test)| self.test(test)))
            .or_else(|| {
                let window = window?;
                let mut from = window.from.iter();
                from.find_map(|date| self.day(*date))
                    .or_else(|| self.day(window.to))
            })
    }

    fn years(&self, list: usize, year: usize, filter: &CFilter) -> Option<Unknown> {
        let typed = self.case.list(list)?;
        let mut records = typed.records.iter().enumerate();
        let found = records.find_map(|(place, record)| {
            let passes = records::filter(record, filter, &|id| self.case.day(id));
            let year = (record.value(year) == Value::Unknown).then_some(Unknown::Field {
                list,
                record: place,
                slot: year,
            });
            match passes {
                // In a list with one record a year it takes the place of another.
                Verdict::NotMet | Verdict::Met => year,
                Verdict::Open => year.or_else(|| self.record((list, place, record), filter, None)),
            }
        });
        found.or_else(|| self.open_list(list))
    }

    fn day(&self, date: usize) -> Option<Unknown> {
        if self.case.day(date) == Day::Nothing {
            return None;
        }
        match &self.case.program.dates.get(date)?.rule {
            CDateRule::CutOff | CDateRule::YearsBeforeCutOff(_) => None,
            CDateRule::Answer(question) => self.answer(*question),
            CDateRule::StagedAge { birth, by, .. } => {
                let by = self.case.subject.answer(*by) == Value::Unknown;
                let birth = self.answer(*birth);
                let CDateRule::StagedAge { by: question, .. } =
                    &self.case.program.dates.get(date)?.rule
                else {
                    return birth;
                };
                by.then_some(Unknown::Answer(*question)).or(birth)
            }
            CDateRule::Earliest(anchors) => {
                let open = anchors.iter().find_map(|anchor| {
                    let typed = self.case.list(anchor.list)?;
                    let mut records = typed.records.iter().enumerate();
                    records.find_map(|(place, record)| {
                        let passes =
                            records::filter(record, &anchor.filter, &|id| self.case.day(id));
                        if passes == Verdict::NotMet {
                            return None;
                        }
                        let own = self.record((anchor.list, place, record), &anchor.filter, None);
                        let dated = unsettled(record.value(anchor.field));
                        own.or_else(|| {
                            dated.then_some(Unknown::Field {
                                list: anchor.list,
                                record: place,
                                slot: anchor.field,
                            })
                        })
                    })
                });
                open.or_else(|| {
                    anchors
                        .iter()
                        .find_map(|anchor| self.open_list(anchor.list))
                })
            }
        }
    }

    /// What keeps the score from being exact.
    fn score(&self) -> Option<Unknown> {
        self.part(Part::Total)
    }

    /// What keeps a part of the score from being exact.
    pub(super) fn part(&self, part: Part) -> Option<Unknown> {
        let score = self.case.program.score.as_ref()?;
        let tally = self.case.tally()?;
        let rows = score.rows.iter().zip(&tally.rows).enumerate();
        let mut open = rows.filter(|(at, (row, found))| {
            let asked = match part {
                Part::Total => {
                    let block = tally.blocks.get(row.block);
                    block.is_none_or(|block| !block.points.is_exact())
                }
                Part::Block(block) => row.block == block,
                Part::Row(own) => *at == own,
            };
            asked && !found.points.is_exact()
        });
        open.find_map(|(_, (row, _))| self.earn(&row.earn))
    }

    fn earn(&self, earn: &CEarn) -> Option<Unknown> {
        match earn {
            CEarn::Records(earn) => self.records_earn(earn),
            CEarn::YearsSince { date, .. } => self.day(*date),
            CEarn::Answer { question, .. } => self.answer(*question),
            CEarn::Highest(earns) => earns.iter().find_map(|earn| self.earn(earn)),
        }
    }

    fn records_earn(&self, earn: &CRecordsEarn) -> Option<Unknown> {
        let typed = self.case.list(earn.list)?;
        let mut records = typed.records.iter().enumerate();
        let found = records.find_map(|(place, record)| {
            let passes = records::filter(record, &earn.filter, &|id| self.case.day(id));
            let inside = records::window(self.case, earn.list, earn.window, record);
            if passes.and(inside) == Verdict::NotMet {
                return None;
            }
            let own = self.record((earn.list, place, record), &earn.filter, earn.window);
            own.or_else(|| self.earning((place, record), earn))
        });
        found.or_else(|| self.open_list(earn.list))
    }

    /// What keeps the points of a record open that the row is about.
    fn earning(
        &self,
        (place, record): (usize, &TypedRecord),
        earn: &CRecordsEarn,
    ) -> Option<Unknown> {
        let list = earn.list;
        let steps = earn.points.iter().map(|step| &step.filter);
        let mut filters = steps.chain(earn.part_caps.iter().map(|part| &part.filter));
        let found = filters.find_map(|filter| {
            let passes = records::filter(record, filter, &|id| self.case.day(id));
            passes
                .is_open()
                .then(|| self.record((list, place, record), filter, None))?
        });
        let factor = earn.factor.iter().map(|factor| factor.slot);
        let mut slots = factor.chain(earn.best_per);
        found.or_else(|| {
            let slot = slots.find(|slot| unsettled(record.value(*slot)))?;
            Some(Unknown::Field {
                list,
                record: place,
                slot,
            })
        })
    }
}
