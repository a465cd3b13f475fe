//! A roster that was read as a whole: its rows, and what is wrong beside them.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::MOST_CANDIDATES;
use crate::candidate::Candidate;
use crate::problem::{Problem, ProblemKind, Severity};

/// Most problems of rows that are kept, and most beside them.
pub const MOST_PROBLEMS: usize = 10_000;

/// What stands in a roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The rows of people in order, those that were refused among them; blank ones are left out. What is wrong with them is
    /// told at most ten thousand times.
    pub rows: Vec<Row>,
    /// What is wrong beside them, at most ten thousand times.
    pub problems: Vec<Problem>,
}

/// A row of people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The sheet; none in CSV.
    pub sheet: Option<String>,
    /// The row in the sheet, or the line in the file, from 1.
    pub number: u32,
    /// Who stands there; nobody where the row was refused.
    pub candidate: Option<Candidate>,
    /// What is wrong with it, and with the records of the candidate.
    pub problems: Vec<Problem>,
}

impl Roster {
    /// All that is wrong: beside the rows, and with them.
    pub fn all_problems(&self) -> impl Iterator<Item = &Problem> {
        let of_rows = self.rows.iter().flat_map(|row| &row.problems);
        self.problems.iter().chain(of_rows)
    }
}

impl Row {
    /// A row that cannot be read.
    pub(crate) fn refused((sheet, number): (Option<String>, u32), kind: ProblemKind) -> Self {
        let problem = Problem::of_row((sheet.clone(), number), "", kind);
        Self {
            sheet,
            number,
            candidate: None,
            problems: vec![problem],
        }
    }

    /// Whether anybody was left out: not where a blank row was only remarked on.
    pub fn is_refused(&self) -> bool {
        let mut problems = self.problems.iter();
        self.candidate.is_none() && problems.any(|problem| problem.kind.severity() > Severity::Note)
    }

    /// What is wrong with the row itself.
    pub fn own_problems(&self) -> impl Iterator<Item = &Problem> {
        let place = (&self.sheet, self.number);
        let all = self.problems.iter();
        all.filter(move |problem| (&problem.place.sheet, problem.place.row) == place)
    }

    /// Refuses the candidate: another row has the same `编号`.
    pub fn repeats(&mut self, other: u32) {
        if let Some(candidate) = self.candidate.take() {
            let at = (self.sheet.clone(), self.number);
            let problem = Problem::repeated_key(at, &candidate.key, other);
            self.problems.push(problem);
        }
    }
}

/// Rows as they come.
#[derive(Default)]
pub(crate) struct Gathered {
    roster: Roster,
    candidates: usize,
    /// Problems of rows.
    told: usize,
    /// The rows in which keys stand first.
    first: BTreeMap<String, u32>,
}

impl Gathered {
    /// Takes what is wrong beside the rows.
    pub(crate) fn tell(&mut self, problems: impl IntoIterator<Item = Problem>) {
        let room = MOST_PROBLEMS.saturating_sub(self.roster.problems.len());
        self.roster.problems.extend(problems.into_iter().take(room));
    }

    /// Takes the next row, until there are too many. The first with a `编号` keeps it; the others are refused.
    pub(crate) fn take(&mut self, mut row: Row) -> ControlFlow<()> {
        if let Some(candidate) = &row.candidate {
            if self.candidates == MOST_CANDIDATES {
                let kind = ProblemKind::TooManyCandidates(MOST_CANDIDATES);
                self.roster.problems.push(Problem::of_file(kind));
                return ControlFlow::Break(());
            }
            let other = self.first.get(&candidate.key).copied();
            if other.is_none() && !candidate.key.is_empty() {
                self.first.insert(candidate.key.clone(), row.number);
            }
            match other {
                Some(other) => row.repeats(other),
                None => self.candidates = self.candidates.saturating_add(1),
            }
        }
        let room = MOST_PROBLEMS.saturating_sub(self.told);
        row.problems.truncate(room);
        self.told = self.told.saturating_add(row.problems.len());
        if row.candidate.is_some() || row.is_refused() {
            self.roster.rows.push(row);
        }
        ControlFlow::Continue(())
    }

    pub(crate) fn done(self) -> Roster {
        self.roster
    }
}
