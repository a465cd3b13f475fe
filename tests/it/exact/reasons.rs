//! Of the clauses for which a route is not met, the first with the shortest reason is told, whichever are asked for theirs.

use assess::{Assessment, Conclusion, LevelLine, RouteLine, Verdict};

use super::people::{self, completions};
use super::random::Random;
use super::{drawn, judge, seeds};
use crate::advise::draw::{partly, whole};
use crate::support;

/// Completions of one dossier that are tried at the most.
const MOST: usize = 5;

/// How long a reason is, and how many stand-ins it holds.
fn rank(conclusion: &Conclusion) -> (usize, usize) {
    (conclusion.basis.len(), conclusion.stand_ins().count())
}

/// The conclusion on the clause that a route is not met for; none where no clause fails it.
fn shortest<'l>(level: &'l LevelLine, route: &RouteLine, gates: bool) -> Option<&'l Conclusion> {
    let gates = level.gates().filter(|_| gates).map(|gate| &gate.conclusion);
    let requires = route.requires.iter().filter_map(|id| level.clause(id));
    let clauses = gates.chain(requires.map(|clause| &clause.conclusion));
    let failing = clauses.filter(|conclusion| conclusion.verdict == Verdict::NotMet);
    failing.min_by_key(|conclusion| rank(conclusion))
}

/// Holds what routes rest on against their clauses; how often one of several clauses was taken.
fn holds(assessment: &Assessment) -> usize {
    let mut held = 0;
    for level in &assessment.levels {
        for route in &level.routes {
            for (conclusion, gates) in [(&route.conclusion, true), (&route.beside_gates, false)] {
                if let Some(shortest) = shortest(level, route, gates) {
                    assert_eq!(conclusion.verdict, Verdict::NotMet);
                    assert_eq!(
                        conclusion.basis, shortest.basis,
                        "{} {}",
                        level.id, route.id
                    );
                    held += 1;
                }
            }
        }
    }
    held
}

#[test]
fn under_random_books_a_route_fails_for_the_first_clause_with_the_shortest_reason() {
    let mut held = 0;
    for seed in seeds(300) {
        let (mut random, engine) = drawn(seed);
        let dossier = people::dossier(&mut random);
        held += holds(&judge(&engine, &dossier));
        let ways = completions(&dossier, &mut random, MOST);
        for dossier in ways.map(|ways| ways.all).unwrap_or_default() {
            held += holds(&judge(&engine, &dossier));
        }
    }
    assert!(held > 300, "{held}");
}

#[test]
fn under_the_shipped_book_a_route_fails_for_the_first_clause_with_the_shortest_reason() {
    let mut random = Random::new(2028);
    let (season, today) = (support::season(2026), support::day("2026-11-24"));
    let mut held = 0;
    for turn in 0..600 {
        let mut dossier = whole(&mut random);
        if turn % 2 == 1 {
            dossier = partly(dossier, &mut random);
        }
        held += holds(&support::engine().assess(&dossier, &season, today));
    }
    assert!(held > 600, "{held}");
}
