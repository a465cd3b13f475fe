//! What of a book no case speaks of.

use super::published::{Can, Published};
use super::{Case, Expect, Subject};
use crate::{Book, Clause, Form};

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
    /// A case that leaves it open, where something unpublished keeps it from being met or failed.
    Open,
    /// A case that earns points.
    Points,
}

/// What lacks a case: every form of every clause and every route, with and without the gates,
/// needs one that meets and one that fails; every score row and block one that earns.
///
/// What can never be met, or never be failed, because a part of it is not published needs one
/// that leaves it open instead.
pub fn gaps(book: &Book, cases: &[Case]) -> Vec<Gap> {
    let published = Published::new(book);
    let mut gaps = Vec::new();
    for clause in &book.clause {
        for (form, levels) in forms(book, clause) {
            let subject = Subject::Clause(clause.id.clone());
            let level = levels.first().map_or("", String::as_str);
            let can = published.rule(&form.rule, level);
            verdict_gaps(cases, (&subject, can), &levels, &mut gaps);
        }
    }
    for route in &book.route {
        let levels = [route.level.clone()];
        let whole = published.route(route, true);
        let beside = published.route(route, false);
        let subject = Subject::Route(route.id.clone());
        verdict_gaps(cases, (&subject, whole), &levels, &mut gaps);
        let subject = Subject::BesideGates(route.id.clone());
        verdict_gaps(cases, (&subject, beside), &levels, &mut gaps);
    }
    for level in &book.level {
        let levels = std::slice::from_ref(&level.id);
        let can = published.level(&level.id);
        verdict_gaps(cases, (&Subject::Level, can), levels, &mut gaps);
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

/// Each form of a clause with its levels.
fn forms<'a>(book: &Book, clause: &'a Clause) -> Vec<(&'a Form, Vec<String>)> {
    let levels = |form: &Form| {
        let of_book = book.level.iter().map(|level| level.id.clone());
        if form.level.is_empty() {
            of_book.collect()
        } else {
            form.level.clone()
        }
    };
    let forms = clause.form.iter();
    forms.map(|form| (form, levels(form))).collect()
}

fn verdict_gaps(
    cases: &[Case],
    (subject, can): (&Subject, Can),
    levels: &[String],
    gaps: &mut Vec<Gap>,
) {
    for (expect, missing) in can.wanted() {
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
