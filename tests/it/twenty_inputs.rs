//! The book of twenty inputs: every candidate is judged as all completions say.

use std::collections::BTreeSet;
use std::path::Path;

use assess::Scratch;
use assess::Verdict::{self, Met, NotMet, Open};
use peers::{BOOK, Candidate};

use crate::support::Zhicheng;

/// Points for one item, and the most that the row gives, by row.
const ROWS: [(u16, u16); 8] = [
    (3, 9),
    (5, 15),
    (8, 16),
    (4, 12),
    (6, 12),
    (2, 6),
    (10, 20),
    (7, 14),
];

/// Every value that an input can still have.
fn values(candidate: &Candidate, id: &str, most: u16) -> Vec<u16> {
    match candidate.value(id) {
        Some(value) => vec![value],
        None => (0..=most).collect(),
    }
}

/// Every sum of one value for each of some inputs.
fn sums(parts: impl Iterator<Item = Vec<u16>>) -> BTreeSet<u16> {
    parts.fold(BTreeSet::from([0]), |sums, values| {
        let added = |sum: &u16| values.iter().map(|value| sum + value).collect::<Vec<u16>>();
        sums.iter().flat_map(added).collect()
    })
}

/// What the routes make of degree, years and landmark, for every score and number of items.
fn by_any_route(candidate: &Candidate, found: &mut BTreeSet<bool>) {
    let yes = |id: &str| values(candidate, id, 1);
    let items = sums((1..=6).map(|k| yes(&format!("a{k}"))));
    let scores = sums(ROWS.iter().enumerate().map(|(k, (each, cap))| {
        let items = values(candidate, &format!("s{}", k + 1), 5);
        items.into_iter().map(|n| (each * n).min(*cap)).collect()
    }));
    let two: BTreeSet<bool> = items.iter().map(|n| *n >= 2).collect();
    let line: BTreeSet<bool> = scores.iter().map(|score| *score >= 60).collect();
    for edu in values(candidate, "edu", 3) {
        for yrs in values(candidate, "yrs", 11) {
            let degree = (edu == 3 && yrs >= 2) || (matches!(edu, 1 | 2) && yrs >= 5);
            for (two, line) in two
                .iter()
                .flat_map(|two| line.iter().map(move |line| (two, line)))
            {
                let without = degree && *two || *line && yrs >= 3;
                found.extend(yes("sig").iter().map(|sig| without || *sig == 1));
            }
        }
    }
}

/// The verdict that all completions agree on. No two of what is combined share an input, but for
/// the years, which are tried one by one.
fn truth(candidate: &Candidate) -> Verdict {
    let mut by_route = BTreeSet::new();
    by_any_route(candidate, &mut by_route);
    let mut found = BTreeSet::new();
    for integ in values(candidate, "integ", 1) {
        for assess in values(candidate, "assess", 1) {
            for ce in values(candidate, "ce", 999) {
                if integ == 0 || assess == 0 || ce < 90 {
                    found.insert(false);
                } else {
                    found.extend(&by_route);
                }
            }
        }
    }
    match (found.contains(&true), found.contains(&false)) {
        (true, false) => Met,
        (false, true) => NotMet,
        _ => Open,
    }
}

/// How many candidates there are, and how many are judged as they must be.
fn right(candidates: &[Candidate]) -> (usize, usize) {
    let engine = peers::engine().unwrap();
    let season = peers::season().unwrap();
    let mut scratch = Scratch::default();
    let right = candidates.iter().filter(|candidate| {
        let dossier = candidate.dossier();
        let assessment = engine.assess(&dossier, &season, season.cut_off);
        assert!(assessment.problems.is_empty());
        let explained = &assessment.levels[0].conclusion;
        let subject = engine.read(&dossier, &season, season.cut_off).subject;
        let mut alone = engine.judge(&subject, (&season, season.cut_off), &mut scratch);
        let alone = alone.level(0).unwrap();
        assert_eq!(alone.verdict, explained.verdict);
        assert!(!alone.bounded && !explained.bounded);
        alone.verdict == truth(candidate)
    });
    (right.count(), candidates.len())
}

#[test]
fn the_compiled_book_is_the_one_that_is_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/books/synthetic-20");
    Zhicheng::new("book build")
        .arg(folder)
        .run()
        .code(0)
        .prints(BOOK.trim_end());
}

#[test]
fn a_book_and_a_candidate_are_what_the_other_languages_draw() {
    let drawn = peers::candidates();
    let met = drawn.complete.iter();
    let met = met.filter(|candidate| truth(candidate) == Met).count();
    let open = drawn.partial.iter().take(2_000);
    let open = open.filter(|candidate| truth(candidate) == Open).count();
    assert_eq!((met, open), (2_523, 818));
}

#[test]
fn every_complete_candidate_is_judged_right() {
    let (right, all) = right(&peers::candidates().complete);
    assert_eq!((right, all), (10_000, 10_000));
}

#[test]
fn every_partial_candidate_is_judged_as_all_completions_say() {
    let (right, all) = right(&peers::candidates().partial[..2_000]);
    assert_eq!((right, all), (2_000, 2_000));
}
