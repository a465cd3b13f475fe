//! Days that rules tell apart, seen from one season.

use chrono::{Datelike, NaiveDate};
use dossier::{full_years_since, years_before};
use rulebook::{Book, DateDef, DateRule, Earn, Rule, SeasonDay};

use crate::walk;

/// The days of a book in one season.
pub(crate) struct Days<'a> {
    book: &'a Book,
    /// The cut-off day.
    pub(crate) cut_off: NaiveDate,
    /// The season's year.
    pub(crate) year: i32,
    /// Every number of years that the book asks for, in order.
    pub(crate) asked: Vec<u32>,
}

/// What is known of a day of the book without any answer.
pub(crate) enum Known<'a> {
    /// It is this one.
    Day(NaiveDate),
    /// Answers decide; how it is found.
    Open(&'a DateRule),
}

impl<'a> Days<'a> {
    pub(crate) fn new(book: &'a Book, season: &SeasonDay) -> Self {
        Self {
            book,
            cut_off: season.cut_off,
            year: season.year,
            asked: asked(book),
        }
    }

    /// The day with an id.
    pub(crate) fn def(&self, id: &str) -> Option<&'a DateDef> {
        self.book.date.iter().find(|date| date.id == id)
    }

    /// What is known of the day with an id.
    pub(crate) fn known(&self, id: &str) -> Option<Known<'a>> {
        Some(match &self.def(id)?.rule {
            DateRule::CutOff => Known::Day(self.cut_off),
            DateRule::YearsBeforeCutOff(years) => Known::Day(years_before(self.cut_off, *years)),
            open => Known::Open(open),
        })
    }

    /// The last day from which so many full years have passed on the cut-off day.
    pub(crate) fn latest_for(&self, years: u32) -> NaiveDate {
        let mut day = years_before(self.cut_off, years);
        // A year that begins on 29 February is full one day earlier than it seems.
        for _ in 0..3 {
            match day.succ_opt() {
                Some(next) if full_years_since(next, self.cut_off) >= years => day = next,
                _ => break,
            }
        }
        day
    }

    /// Days that stand for all others: on either side of every bound, those of usual people first.
    pub(crate) fn samples(&self) -> Vec<NaiveDate> {
        let usual =
            [1, 3, 6, 12, 16, 40, 75, 62, 57].map(|years| years_before(self.cut_off, years));
        let mut days = usual.to_vec();
        for years in &self.asked {
            let latest = self.latest_for(*years);
            days.extend(
                [Some(latest), latest.succ_opt(), latest.pred_opt()]
                    .iter()
                    .flatten(),
            );
        }
        let cut_off = self.cut_off;
        days.extend(
            [Some(cut_off), cut_off.succ_opt(), cut_off.pred_opt()]
                .iter()
                .flatten(),
        );
        let mut seen = Vec::new();
        for day in days {
            if !seen.contains(&day) {
                seen.push(day);
            }
        }
        seen
    }

    /// Calendar years that stand for all others.
    pub(crate) fn years(&self) -> impl Iterator<Item = i64> {
        let this = i64::from(self.year);
        let last = i64::from(self.cut_off.year());
        (0..=12)
            .map(move |back| this - back)
            .filter(move |year| *year <= last)
    }
}

/// Every number of years that rules, rows and days ask for.
fn asked(book: &Book) -> Vec<u32> {
    let mut years = Vec::new();
    walk::rules(book, &mut |rule| {
        if let Rule::Years(rule) = rule {
            years.push(rule.at_least);
        }
    });
    for row in book.score.iter().flat_map(|score| &score.row) {
        of_earn(&row.earn, &mut years);
    }
    for date in &book.date {
        if let DateRule::YearsBeforeCutOff(number) = date.rule {
            years.push(number);
        }
    }
    years.sort_unstable();
    years.dedup();
    years
}

fn of_earn(earn: &Earn, years: &mut Vec<u32>) {
    match earn {
        Earn::YearsSince { band, .. } => years.extend(band.iter().map(|band| band.at_least)),
        Earn::Highest(earns) => {
            for earn in earns {
                of_earn(earn, years);
            }
        }
        Earn::Records(_) | Earn::Answer { .. } => {}
    }
}
