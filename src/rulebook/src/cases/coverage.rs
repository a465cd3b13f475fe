//! What of a book no case speaks of.

use json::{Path, Step};

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

/// What cases say of a part of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// What it is.
    pub subject: Subject,
    /// The levels, any of which would do; none for the score.
    pub levels: Vec<String>,
    /// Where its rule stands in the book.
    pub rule: Path,
    /// Each outcome that must be shown, with the cases that show it, by their places.
    pub shown: Vec<(Missing, Vec<usize>)>,
}

/// What lacks a case; see [`coverage`].
pub fn gaps(book: &Book, cases: &[Case]) -> Vec<Gap> {
    let covered = coverage(book, cases).into_iter();
    let gaps = covered.flat_map(|covered| {
        let Covered {
            subject,
            levels,
            shown,
            ..
        } = covered;
        let lacking = shown.into_iter().filter(|(_, cases)| cases.is_empty());
        lacking.map(move |(missing, _)| Gap {
            subject: subject.clone(),
            levels: levels.clone(),
            missing,
        })
    });
    gaps.collect()
}

/// Which cases speak of what: every form of every clause and every route, with and without the
/// gates, needs one that meets and one that fails; every score row and block one that earns.
///
/// What can never be met, or never be failed, because a part of it is not published needs one
/// that leaves it open instead.
pub fn coverage(book: &Book, cases: &[Case]) -> Vec<Covered> {
    let published = Published::new(book);
    let mut all = Vec::new();
    for (place, clause) in book.clause.iter().enumerate() {
        for (form, (def, levels)) in forms(book, clause).into_iter().enumerate() {
            let subject = Subject::Clause(clause.id.clone());
            let level = levels.first().map_or("", String::as_str);
            let can = published.rule(&def.rule, level);
            let rule = part("clause", place);
            let rule = rule.join(Step::Key("form".to_owned()));
            let rule = rule.join(Step::Index(form));
            all.push(verdicts(cases, (subject, can), (levels, rule)));
        }
    }
    for (place, route) in book.route.iter().enumerate() {
        let levels = || vec![route.level.clone()];
        for (subject, gates) in [
            (Subject::Route(route.id.clone()), true),
            (Subject::BesideGates(route.id.clone()), false),
        ] {
            let can = published.route(route, gates);
            let rule = part("route", place);
            all.push(verdicts(cases, (subject, can), (levels(), rule)));
        }
    }
    for (place, level) in book.level.iter().enumerate() {
        let can = published.level(&level.id);
        let levels = vec![level.id.clone()];
        let rule = part("level", place);
        all.push(verdicts(cases, (Subject::Level, can), (levels, rule)));
    }
    all.extend(scored(book).into_iter().map(|(subject, rule)| Covered {
        shown: vec![(
            Missing::Points,
            showing(cases, |case| case.subject == subject && earns(case)),
        )],
        subject,
        levels: Vec::new(),
        rule,
    }));
    all
}

fn part(list: &str, place: usize) -> Path {
    let list = Path::default().join(Step::Key(list.to_owned()));
    list.join(Step::Index(place))
}

fn showing(cases: &[Case], fits: impl Fn(&Case) -> bool) -> Vec<usize> {
    let cases = cases.iter().enumerate();
    let fitting = cases.filter(|(_, case)| fits(case));
    fitting.map(|(place, _)| place).collect()
}

/// Everything that earns points, and where it stands.
fn scored(book: &Book) -> Vec<(Subject, Path)> {
    let Some(score) = &book.score else {
        return Vec::new();
    };
    let whole = Path::default().join(Step::Key("score".to_owned()));
    let at = |list: &str, place: usize| {
        let list = whole.join(Step::Key(list.to_owned()));
        list.join(Step::Index(place))
    };
    let rows = score.row.iter().enumerate();
    let rows = rows.map(|(place, row)| (Subject::Row(row.id.clone()), at("row", place)));
    let blocks = score.block.iter().enumerate();
    let blocks = blocks.map(|(place, block)| {
        let subject = Subject::Block(block.id.clone());
        (subject, at("block", place))
    });
    let total = [(Subject::Total, whole.clone())];
    rows.chain(blocks).chain(total).collect()
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

fn verdicts(
    cases: &[Case],
    (subject, can): (Subject, Can),
    (levels, rule): (Vec<String>, Path),
) -> Covered {
    let wanted = can.wanted().into_iter();
    let shown = wanted.map(|(expect, missing)| {
        let fits = |case: &Case| {
            let of_level = case
                .level
                .as_ref()
                .is_some_and(|level| levels.contains(level));
            case.subject == subject && case.expect == expect && of_level
        };
        (missing, showing(cases, fits))
    });
    Covered {
        shown: shown.collect(),
        subject,
        levels,
        rule,
    }
}

fn earns(case: &Case) -> bool {
    matches!(case.expect, Expect::Points(points) if points > 0)
}
