//! Compiling the score table.

use json::Decimal;
use rulebook::{Block, DateRule, Earn, RecordsEarn, Row, Score, Take};

use super::compile::{Compiler, unresolved};
use super::{
    CBlock, CEarn, CFactor, CPartCap, CPointStep, CRecordsEarn, CRow, CScore, CTest, CompileError,
    EarnDays, Entry, EntryKind, QuestionSlot, Value, insert,
};
use crate::Verdict;

impl Compiler<'_> {
    /// Compiles the score table, if the book has one.
    pub(crate) fn score(&mut self) -> Result<Option<CScore>, CompileError> {
        let book = self.book;
        book.score
            .as_ref()
            .map(|score| self.score_table(score))
            .transpose()
    }

    fn score_table(&mut self, score: &Score) -> Result<CScore, CompileError> {
        let entry = self.entry(Entry {
            kind: EntryKind::Line,
            id: "line".to_owned(),
            label: score.line.to_string(),
            authority: score.authority,
            locator: score.locator.clone(),
        });
        let window = score.window.as_ref();
        let window = window.map(|id| self.window(id)).transpose()?;
        let blocks: Result<Vec<_>, _> = score.block.iter().map(|block| self.block(block)).collect();
        let rows = score.row.iter();
        let rows: Result<Vec<_>, _> = rows.map(|row| self.row(score, row, window)).collect();
        Ok(CScore {
            entry,
            line: points(score.line)?,
            window,
            blocks: blocks?,
            rows: rows?,
        })
    }

    fn block(&mut self, block: &Block) -> Result<CBlock, CompileError> {
        let entry = self.entry(Entry {
            kind: EntryKind::Block,
            id: block.id.clone(),
            label: block.label.clone(),
            authority: block.authority,
            locator: block.locator.clone(),
        });
        let cap = points(block.cap)?;
        Ok(CBlock { entry, cap })
    }

    fn row(
        &mut self,
        score: &Score,
        row: &Row,
        window: Option<usize>,
    ) -> Result<CRow, CompileError> {
        let entry = self.entry(Entry {
            kind: EntryKind::Row,
            id: row.id.clone(),
            label: row.label.clone(),
            authority: row.authority,
            locator: row.locator.clone(),
        });
        let block = score.block.iter().position(|block| block.id == row.block);
        Ok(CRow {
            entry,
            block: block.ok_or_else(|| unresolved("block", &row.block))?,
            cap: row.cap.map(points).transpose()?,
            earn: self.earn(score, &row.earn, window)?,
        })
    }

    fn earn(
        &mut self,
        score: &Score,
        earn: &Earn,
        window: Option<usize>,
    ) -> Result<CEarn, CompileError> {
        Ok(match earn {
            Earn::Records(earn) => CEarn::Records(self.records_earn(score, earn, window)?),
            Earn::YearsSince { date, band } => {
                let bands = band
                    .iter()
                    .map(|band| Ok((band.at_least, points(band.points)?)));
                CEarn::YearsSince {
                    date: self.date(date)?,
                    bands: bands.collect::<Result<_, CompileError>>()?,
                }
            }
            Earn::Answer { question, option } => {
                let options = option.iter().map(|option| {
                    let (_, test) = self.question_test(question, &option.test)?;
                    Ok((test, points(option.points)?))
                });
                CEarn::Answer {
                    options: options.collect::<Result<_, CompileError>>()?,
                    question: self.question(question)?,
                    points: Vec::new(),
                }
            }
            Earn::Highest(earns) => {
                let earns = earns.iter().map(|earn| self.earn(score, earn, window));
                CEarn::Highest(earns.collect::<Result<_, _>>()?)
            }
        })
    }

    fn records_earn(
        &mut self,
        score: &Score,
        earn: &RecordsEarn,
        window: Option<usize>,
    ) -> Result<CRecordsEarn, CompileError> {
        let list = self.list(&earn.list)?;
        let window = self.window_of(list, window);
        let factor = earn.factor.as_ref();
        let factor = factor.map(|id| self.factor(score, earn, id)).transpose()?;
        let dates = self.dates.clone();
        let program = self.list_mut(&earn.list)?;
        let kinds = program.kinds(&earn.r#where);
        let kinds = kinds.as_deref();
        let filter = program.filter(&earn.r#where, None, &dates)?;
        let steps = earn.points.iter().map(|step| {
            Ok(CPointStep {
                filter: program.filter(&step.r#where, kinds, &dates)?,
                points: points(step.points)?,
            })
        });
        let steps: Vec<CPointStep> = steps.collect::<Result<_, CompileError>>()?;
        let part_caps = earn.part_cap.iter().map(|part| {
            Ok(CPartCap {
                filter: program.filter(&part.r#where, kinds, &dates)?,
                cap: points(part.cap)?,
            })
        });
        let part_caps = part_caps.collect::<Result<_, CompileError>>()?;
        let best_per = earn.best_per.as_ref().map(|field| {
            let slot = program.slot(field, kinds);
            slot.ok_or_else(|| unresolved("field", field))
        });
        let best_per = best_per.transpose()?;
        let most = steps.iter().map(|step| step.points).max().unwrap_or(0);
        let most_factor = factor.as_ref().map_or(100, |factor: &CFactor| {
            factor.steps.iter().map(|step| step.1).max().unwrap_or(0)
        });
        let kind = program.kind.iter().map(|(slot, _)| *slot);
        let filters = steps.iter().map(|step| &step.filter);
        let filters = std::iter::once(&filter).chain(filters);
        let tested = filters.flat_map(|filter| filter.tests.iter().map(|(slot, _)| *slot));
        let by_factor = factor.iter().map(|factor| factor.slot);
        let slots = each_once(kind.chain(tested).chain(by_factor));
        let impossible = program
            .impossible
            .iter()
            .flat_map(|(_, filter)| &filter.tests);
        let ordered = program
            .ordered
            .iter()
            .flat_map(|(first, then)| [*first, *then]);
        let possible = impossible.map(|(slot, _)| *slot).chain(ordered);
        let alike = each_once(slots.iter().copied().chain(possible));
        let many = u32::try_from(alike.len()).unwrap_or(u32::MAX);
        let bits = u64::BITS.checked_div(many).map_or(0, |bits| bits.min(32));
        let filters = std::iter::once(&filter).chain(steps.iter().map(|step| &step.filter));
        let tests = filters.flat_map(|filter| filter.tests.iter().map(|(_, test)| test));
        let of_factor = factor.iter().flat_map(|factor| &factor.steps);
        let tests = tests.chain(of_factor.map(|(test, _)| test));
        let days = self.earn_days(tests.flat_map(CTest::days));
        self.earns = self.earns.saturating_add(1);
        Ok(CRecordsEarn {
            slots,
            alike,
            bits,
            number: self.earns,
            days,
            list,
            window,
            filter,
            points: steps,
            factor,
            best_per,
            best_only: earn.take == Take::Best,
            part_caps,
            most: times(most, most_factor),
        })
    }

    /// What points hang on that compare with these derived days.
    fn earn_days(&self, dates: impl Iterator<Item = usize>) -> EarnDays {
        let mut days = EarnDays::None;
        for date in dates {
            let date = self.book.date.get(date);
            days = match date.map(|date| &date.rule) {
                Some(DateRule::CutOff | DateRule::YearsBeforeCutOff(_)) => EarnDays::CutOff,
                _ => return EarnDays::Own,
            };
        }
        days
    }

    fn factor(
        &mut self,
        score: &Score,
        earn: &RecordsEarn,
        id: &str,
    ) -> Result<CFactor, CompileError> {
        let factor = score.factor.iter().find(|factor| factor.id == id);
        let factor = factor.ok_or_else(|| unresolved("factor", id))?;
        let dates = self.dates.clone();
        let program = self.list_mut(&earn.list)?;
        let kinds = program.kinds(&earn.r#where);
        let slot = program.slot(&factor.field, kinds.as_deref());
        let slot = slot.ok_or_else(|| unresolved("field", &factor.field))?;
        let steps = factor.step.iter().map(|step| {
            let test = program.test(slot, &step.test, &dates)?;
            Ok((test, points(step.factor)?))
        });
        let steps = steps.collect::<Result<_, CompileError>>()?;
        let known = self
            .entries
            .iter()
            .position(|entry| entry.kind == EntryKind::Factor && entry.id == factor.id);
        let entry = known.unwrap_or_else(|| {
            self.entry(Entry {
                kind: EntryKind::Factor,
                id: factor.id.clone(),
                label: factor.label.clone(),
                authority: factor.authority,
                locator: factor.locator.clone(),
            })
        });
        Ok(CFactor { entry, slot, steps })
    }
}

impl CEarn {
    /// Works out the points of every class of answers.
    pub(super) fn by_class(&mut self, questions: &[QuestionSlot]) {
        match self {
            Self::Answer {
                question,
                options,
                points,
            } => {
                let slot = questions.get(*question);
                let classes = slot.and_then(|slot| slot.classes.as_ref());
                let values = classes.map_or(&[][..], |classes| &classes.values);
                let of = |value: &Value| {
                    let mut options = options.iter();
                    let found = options.find(|(test, _)| test.plain(*value) == Verdict::Met);
                    found.map_or(0, |(_, points)| *points)
                };
                *points = values.iter().map(of).collect();
            }
            Self::Highest(earns) => {
                for earn in earns {
                    earn.by_class(questions);
                }
            }
            Self::Records(_) | Self::YearsSince { .. } => {}
        }
    }

    /// Adds every number of years that is asked for.
    pub(super) fn asked_years(&self, years: &mut Vec<u32>) {
        match self {
            Self::YearsSince { bands, .. } => {
                for (number, _) in bands {
                    insert(years, *number);
                }
            }
            Self::Highest(earns) => {
                for earn in earns {
                    earn.asked_years(years);
                }
            }
            Self::Records(_) | Self::Answer { .. } => {}
        }
    }
}

fn each_once(slots: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::new();
    for slot in slots {
        if !all.contains(&slot) {
            all.push(slot);
        }
    }
    all
}

/// Points or a coefficient in hundredths.
fn points(value: Decimal) -> Result<i64, CompileError> {
    value
        .hundredths()
        .ok_or_else(|| unresolved("whole hundredths in", &value.to_string()))
}

/// Points times a coefficient, both in hundredths; the check of books makes sure it is whole.
pub(crate) fn times(points: i64, factor: i64) -> i64 {
    points.saturating_mul(factor) / 100
}
