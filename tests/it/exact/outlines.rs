//! What is shown at every key is what a whole assessment says.

use assess::{Engine, Outline};
use dossier::{Answer, Dossier};
use json::Decimal;
use rulebook::{Compiled, SeasonDay};

use super::people::{self, completions};
use super::random::Random;
use super::{book, judge, season, setting};
use crate::support::{self, day};

/// Completions of one dossier that are tried at the most.
const MOST: usize = 10;

/// Holds the outline of a dossier against its assessment; whether there is one.
fn agrees(engine: &Engine, dossier: &Dossier, season: &SeasonDay) -> bool {
    let today = day("2026-12-31");
    let whole = engine.assess(dossier, season, today);
    let outline = engine.outline(dossier, (season, today), |_| true);
    let Some(Outline {
        levels,
        total,
        problems,
    }) = outline
    else {
        return false;
    };
    assert_eq!(problems, whole.problems);
    assert_eq!(total, whole.score.map(|score| score.total));
    assert_eq!(levels.len(), whole.levels.len());
    for (own, line) in levels.iter().zip(&whole.levels) {
        assert_eq!(own.id, line.id);
        assert_eq!(own.conclusion, line.conclusion);
        assert_eq!(own.recommended, line.recommended);
    }
    true
}

#[test]
fn an_outline_says_what_the_assessment_says_or_nothing() {
    let first = setting("EXACT_SEED", 1);
    let (mut given, mut none) = (0_u64, 0_u64);
    for seed in first..first + setting("EXACT_CASES", 200) {
        let mut random = Random::new(seed);
        let book = book::book(&mut random);
        let compiled = Compiled::of(&book).unwrap();
        let engine = Engine::new(book, compiled).unwrap();
        let dossier = people::dossier(&mut random);
        let ways = completions(&dossier, &mut random, MOST);
        for dossier in ways.map(|ways| ways.all).unwrap_or_default() {
            if agrees(&engine, &dossier, &season()) {
                given += 1;
            } else {
                none += 1;
                let levels = judge(&engine, &dossier).levels;
                assert!(!levels.is_empty());
            }
        }
    }
    assert!(given > none, "{given} given, {none} not");
}

#[test]
fn under_the_shipped_book_every_key_of_an_answered_dossier_is_outlined() {
    let (engine, season) = (support::engine(), support::season(2026));
    for years in 0..30 {
        let mut dossier = support::Person::new().dossier().clone();
        let years = Answer::Number(Decimal::from_int(years).unwrap());
        let question = "front_line_years".to_owned();
        dossier.profile.insert(question, years);
        assert!(agrees(engine, &dossier, &season));
    }
}
