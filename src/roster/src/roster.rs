//! A roster that was read: its candidates, and what is wrong.

use std::collections::{BTreeMap, BTreeSet};

use crate::MOST_CANDIDATES;
use crate::candidate::Candidate;
use crate::problem::{Place, Problem, ProblemKind, Severity};

/// Most problems that are kept.
pub(crate) const MOST_PROBLEMS: usize = 10_000;

/// What stands in a roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The candidates, in order.
    pub candidates: Vec<Candidate>,
    /// What is wrong, at most ten thousand times.
    pub problems: Vec<Problem>,
}

/// A row of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row in the sheet, or the line in the file, from 1.
    pub number: u32,
    /// Who stands there; nobody where the row was refused.
    pub candidate: Option<Candidate>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// Where something stands: the sheet, none in CSV, and the row.
type At = (Option<String>, u32);

impl Roster {
    /// Whether anything that was entered was left out.
    pub fn is_whole(&self) -> bool {
        let problems = self.problems.iter();
        problems
            .map(|problem| problem.kind.severity())
            .all(|severity| severity == Severity::Note)
    }

    /// Each candidate with what is wrong with its row, in CSV also each row that was refused; and what is wrong beside
    /// them.
    pub fn by_row(self) -> (Vec<Row>, Vec<Problem>) {
        let places = self.candidates.iter().map(place);
        let mut of_rows: BTreeMap<At, Vec<Problem>> = BTreeMap::new();
        for place in places {
            of_rows.entry(place).or_default();
        }
        let mut rest = Vec::new();
        for problem in self.problems {
            let at = (problem.place.sheet.clone(), problem.place.row);
            // The header of CSV is its first line, and a file's own problems have no line.
            let alone = at.0.is_none() && at.1 > 1;
            match of_rows.get_mut(&at) {
                Some(own) => own.push(problem),
                None if alone => of_rows.entry(at).or_default().push(problem),
                None => rest.push(problem),
            }
        }
        let candidates = self.candidates.into_iter().map(|candidate| {
            let problems = of_rows.remove(&place(&candidate)).unwrap_or_default();
            Row {
                number: candidate.row,
                candidate: Some(candidate),
                problems,
            }
        });
        let mut rows: Vec<Row> = candidates.collect();
        let refused = of_rows.into_iter().map(|((_, number), problems)| Row {
            number,
            candidate: None,
            problems,
        });
        let refused: Vec<Row> = refused.filter(Row::is_refused).collect();
        if !refused.is_empty() {
            rows.extend(refused);
            order::sort(&mut rows, &mut |a, b| a.number.cmp(&b.number));
        }
        (rows, rest)
    }

    pub(crate) fn too_many(&mut self) {
        self.problems.push(Problem {
            place: Place::default(),
            value: String::new(),
            kind: ProblemKind::TooManyCandidates(MOST_CANDIDATES),
        });
    }

    /// Refuses the rows whose `编号` another row has; the first keeps it.
    pub(crate) fn same_keys(&mut self) {
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        let mut problems = Vec::new();
        let mut repeated: BTreeSet<At> = BTreeSet::new();
        let keyed = self.candidates.iter();
        for candidate in keyed.filter(|candidate| !candidate.key.is_empty()) {
            if let Some(other) = seen.get(candidate.key.as_str()) {
                let at = (candidate.sheet.clone(), candidate.row);
                problems.push(Problem::repeated_key(at, &candidate.key, *other));
                repeated.insert(place(candidate));
            } else {
                seen.insert(&candidate.key, candidate.row);
            }
        }
        self.candidates
            .retain(|candidate| !repeated.contains(&place(candidate)));
        self.problems.extend(problems);
        self.problems.truncate(MOST_PROBLEMS);
    }
}

fn place(candidate: &Candidate) -> At {
    (candidate.sheet.clone(), candidate.row)
}

impl Row {
    /// Whether anybody was left out: not where a blank row was only remarked on.
    fn is_refused(&self) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|problem| problem.kind.severity() > Severity::Note)
    }
}
