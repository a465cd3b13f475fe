//! How many, of what.

use crate::duplicates::Duplicate;
use crate::screened::{Refused, Screened, Severity};

/// Counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Candidates.
    pub candidates: u64,
    /// Those who meet the level they apply for.
    pub met: u64,
    /// Those of whom it is open.
    pub open: u64,
    /// Those who do not.
    pub not_met: u64,
    /// Packages.
    pub packages: u64,
    /// Packages that are not valid.
    pub invalid: u64,
    /// Candidates with a refused answer or cell.
    pub wrong: u64,
    /// Candidates who were judged by another book than the one known here.
    pub other_book: u64,
    /// Inputs from which no candidate could be read.
    pub refused: u64,
    /// Duplicates.
    pub duplicates: u64,
}

impl Tally {
    /// Counts a candidate.
    pub fn add(&mut self, line: &Screened) {
        let count = |number: &mut u64, one: bool| *number = number.saturating_add(u64::from(one));
        count(&mut self.candidates, true);
        count(&mut self.met, line.verdict() == "met");
        count(&mut self.open, line.verdict() == "open");
        count(&mut self.not_met, line.verdict() == "not_met");
        count(&mut self.packages, line.package.is_some());
        let invalid = line.package.as_ref().is_some_and(|package| !package.valid);
        count(&mut self.invalid, invalid);
        let wrong = line
            .problems
            .iter()
            .any(|told| told.severity == Severity::Error);
        count(&mut self.wrong, wrong);
        count(&mut self.other_book, !line.book.known);
    }

    /// Counts an input from which nothing came.
    pub fn refuse(&mut self, refused: &Refused) {
        let grave = refused
            .problems
            .iter()
            .any(|told| told.severity == Severity::Error);
        self.refused = self.refused.saturating_add(u64::from(grave));
    }

    /// Counts duplicates.
    pub fn duplicates(&mut self, found: &[Duplicate]) {
        let found = u64::try_from(found.len()).unwrap_or(u64::MAX);
        self.duplicates = self.duplicates.saturating_add(found);
    }

    /// Whether something is wrong with an input, or the same twice.
    pub fn is_wrong(&self) -> bool {
        self.invalid > 0 || self.wrong > 0 || self.refused > 0 || self.duplicates > 0
    }
}
