//! What of a book no case speaks of.

use super::{Case, Expect, Subject};
use crate::{Book, Clause};

/// Something of the book that lacks a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What it is.
    pub subject: Subject,
    /// The levels, any of which would do; none for the score.
    pub levels: Vec<String>,
    /// The outcome that no case expects.
    pub missing: Missing,
}

/// An outcome that no case expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A case that meets it.
    Met,
    /// A case that fails it.
    NotMet,
    /// A case that earns points.
    Points,
}

/// What lacks a case: every form of every clause and every route, with and without the gates,
/// needs one that meets and one that fails; every score row and block one that earns.
pub fn gaps(book: &Book, cases: &[Case]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for clause in &book.clause {
        for levels in forms(book, clause) {
            verdict_gaps(
                cases,
                &Subject::Clause(clause.id.clone()),
                &levels,
                &mut gaps,
            );
        }
    }
    for route in &book.route {
        let levels = [route.level.clone()];
        verdict_gaps(cases, &Subject::Route(route.id.clone()), &levels, &mut gaps);
        verdict_gaps(
            cases,
            &Subject::BesideGates(route.id.clone()),
            &levels,
            &mut gaps,
        );
    }
    for level in &book.level {
        let levels = std::slice::from_ref(&level.id);
        verdict_gaps(cases, &Subject::Level, levels, &mut gaps);
    }
    let unearned = scored(book).into_iter().filter(|subject| {
        let mut cases = cases.iter();
        !cases.any(|case| case.subject == *subject && earns(case))
    });
    gaps.extend(unearned.map(|subject| Gap {
        subject,
        levels: Vec::new(),
        missing: Missing::Points,
    }));
    gaps
}

/// Everything that earns points.
fn scored(book: &Book) -> Vec<Subject> {
    let Some(score) = &book.score else {
        return Vec::new();
    };
    let rows = score.row.iter().map(|row| Subject::Row(row.id.clone()));
    let blocks = score
        .block
        .iter()
        .map(|block| Subject::Block(block.id.clone()));
    rows.chain(blocks).chain([Subject::Total]).collect()
}

/// The levels of each form of a clause.
fn forms(book: &Book, clause: &Clause) -> Vec<Vec<String>> {
    let levels = |form: &crate::Form| {
        let of_book = book.level.iter().map(|level| level.id.clone());
        if form.level.is_empty() {
            of_book.collect()
        } else {
            form.level.clone()
        }
    };
    clause.form.iter().map(levels).collect()
}

fn verdict_gaps(cases: &[Case], subject: &Subject, levels: &[String], gaps: &mut Vec<Gap>) {
    for (expect, missing) in [
        (Expect::Met, Missing::Met),
        (Expect::NotMet, Missing::NotMet),
    ] {
        let fits = |case: &Case| {
            let of_level = case
                .level
                .as_ref()
                .is_some_and(|level| levels.contains(level));
            case.subject == *subject && case.expect == expect && of_level
        };
        if !cases.iter().any(fits) {
            gaps.push(Gap {
                subject: subject.clone(),
                levels: levels.to_vec(),
                missing,
            });
        }
    }
}

fn earns(case: &Case) -> bool {
    matches!(case.expect, Expect::Points(points) if points > 0)
}
