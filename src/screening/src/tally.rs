//! How many, of what.

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
    /// The counts of one candidate.
    pub fn of(line: &Screened) -> Self {
        let invalid = line.package.as_ref().is_some_and(|package| !package.valid);
        let mut problems = line.problems.iter();
        let wrong = problems.any(|told| told.severity == Severity::Error);
        Self {
            candidates: 1,
            met: u64::from(line.verdict() == "met"),
            open: u64::from(line.verdict() == "open"),
            not_met: u64::from(line.verdict() == "not_met"),
            packages: u64::from(line.package.is_some()),
            invalid: u64::from(invalid),
            wrong: u64::from(wrong),
            other_book: u64::from(!line.book.known),
            ..Self::default()
        }
    }

    /// Counts a candidate.
    pub fn add(&mut self, line: &Screened) {
        self.plus(&Self::of(line));
    }

    /// Adds other counts.
    pub fn plus(&mut self, other: &Self) {
        let Self {
            candidates,
            met,
            open,
            not_met,
            packages,
            invalid,
            wrong,
            other_book,
            refused,
            duplicates,
        } = self;
        for (own, more) in [
            (candidates, other.candidates),
            (met, other.met),
            (open, other.open),
            (not_met, other.not_met),
            (packages, other.packages),
            (invalid, other.invalid),
            (wrong, other.wrong),
            (other_book, other.other_book),
            (refused, other.refused),
            (duplicates, other.duplicates),
        ] {
            *own = own.saturating_add(more);
        }
    }

    /// Counts an input from which nothing came.
    pub fn refuse(&mut self, refused: &Refused) {
        let grave = refused
            .problems
            .iter()
            .any(|told| told.severity == Severity::Error);
        self.refused = self.refused.saturating_add(u64::from(grave));
    }

    /// Counts so many duplicates.
    pub fn duplicates(&mut self, found: usize) {
        let found = u64::try_from(found).unwrap_or(u64::MAX);
        self.duplicates = self.duplicates.saturating_add(found);
    }

    /// Whether something is wrong with an input, or the same twice.
    pub fn is_wrong(&self) -> bool {
        self.invalid > 0 || self.wrong > 0 || self.refused > 0 || self.duplicates > 0
    }
}
