//! What one more record would add to the score, row by row; and the derived days.

use chrono::NaiveDate;
use dossier::{Dossier, Record};
use rulebook::SeasonDay;

use super::Advisor;
use super::ways::{entered, sample};
use crate::eval::case::Case;
use crate::eval::score::total;
use crate::program::{CEarn, CFactor, CRecordsEarn, ListProgram, Value};
use crate::result::DayValue;
use crate::subject::TypedRecord;
use crate::{Engine, Verdict};

/// What one more record of a row would add at the most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneMore {
    /// The row.
    pub row: String,
    /// The list of the record.
    pub list: String,
    /// The record that adds most, dated today; without its day and an id.
    pub record: Record,
    /// The hundredths of a point that it adds to the total as it is for sure, caps reckoned with.
    pub adds: i64,
}

impl Engine {
    /// For each row that records earn in: the one record that would add most to the total. Rows to
    /// which no record of today would add anything give zero.
    pub fn one_more(
        &self,
        dossier: &Dossier,
        season: &SeasonDay,
        today: NaiveDate,
    ) -> Vec<OneMore> {
        let advisor = Advisor::new(self, dossier, (season, today));
        let Some(score) = &self.program.score else {
            return Vec::new();
        };
        let rows = score.rows.iter().filter_map(|row| match &row.earn {
            CEarn::Records(earn) => {
                let (mut typed, adds) = advisor.best(earn)?;
                let shape = self.program.lists.get(earn.list)?;
                if let Some(day) = shape.window_slot {
                    typed.set(shape, day, Value::Unknown);
                }
                Some(OneMore {
                    row: self.program.entries.get(row.entry)?.id.clone(),
                    list: shape.id.clone(),
                    record: entered(shape, typed.values()),
                    adds,
                })
            }
            _ => None,
        });
        rows.collect()
    }

    /// The derived days, in the order of the book.
    pub fn days(
        &self,
        dossier: &Dossier,
        season: &SeasonDay,
        today: NaiveDate,
    ) -> Vec<(String, DayValue)> {
        let advisor = Advisor::new(self, dossier, (season, today));
        let case = advisor.case();
        let dates = self.book.date.iter().enumerate();
        dates
            .map(|(at, date)| (date.id.clone(), case.day(at).value()))
            .collect()
    }
}

impl Advisor<'_> {
    fn case(&self) -> Case<'_> {
        Case::new(&self.engine.program, &self.reading.subject, self.term)
    }

    /// The record of a row that adds most, and what it adds.
    fn best(&self, earn: &CRecordsEarn) -> Option<(TypedRecord, i64)> {
        let case = self.case();
        let shape = self.engine.program.lists.get(earn.list)?;
        let day = self.today.min(self.term.cut_off);
        let before = total(&case)?.low;
        let mut best: Option<(TypedRecord, i64)> = None;
        for step in &earn.points {
            let filters = [&earn.filter, &step.filter];
            let Some(mut record) = sample(&case, earn.list, &filters, day) else {
                continue;
            };
            if let Some(factor) = &earn.factor {
                favour(&case, shape, factor, &mut record);
            }
            let mut subject = self.reading.subject.clone();
            if let Some(list) = subject.list_mut(earn.list) {
                list.records.push(record.clone());
            }
            let after = Case::new(&self.engine.program, &subject, self.term);
            let adds = total(&after)?.low.saturating_sub(before).max(0);
            if best.as_ref().is_none_or(|(_, most)| adds > *most) {
                best = Some((record, adds));
            }
        }
        best
    }
}

/// Gives a record the value with the highest coefficient.
fn favour(case: &Case<'_>, shape: &ListProgram, factor: &CFactor, record: &mut TypedRecord) {
    let Some(slot) = shape.slots.get(factor.slot) else {
        return;
    };
    let days = |id| case.day(id);
    let by = |value: Value| {
        let mut steps = factor.steps.iter();
        let step = steps
            .find(|(test, _)| crate::eval::records::passes(value, test, &days) == Verdict::Met);
        step.map_or(0, |(_, by)| *by)
    };
    let values = slot.values().unwrap_or_default();
    // Of equals the first: the first of several authors.
    let best = values.into_iter().rev().max_by_key(|value| by(*value));
    if let Some(value) = best {
        record.set(shape, factor.slot, value);
    }
}
