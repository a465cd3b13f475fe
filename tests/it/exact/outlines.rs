//! What is shown at every key is what a whole assessment says.

use std::cell::RefCell;
use std::sync::Arc;

use assess::{Assessment, Engine, Outline, Reading, Scratch};
use chrono::NaiveDate;
use dossier::{Answer, Dossier};
use json::Decimal;
use rulebook::SeasonDay;

use super::people::{self, completions};
use super::{drawn, judge, season, seeds};
use crate::support::{self, day};

/// Completions of one dossier that are tried at the most.
const MOST: usize = 10;

thread_local! {
    /// Room that all outlines use, one after another, whatever their books are.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

fn outlined(
    engine: &Engine,
    dossier: &Dossier,
    when: (&SeasonDay, NaiveDate),
    former: Option<(&Reading, &Assessment)>,
) -> Option<Outline> {
    SCRATCH.with_borrow_mut(|scratch| engine.outline(dossier, when, former, (|_| true, scratch)))
}

/// Holds the outline of a dossier against its assessment; whether there is one.
fn agrees(engine: &Engine, dossier: &Dossier, season: &SeasonDay) -> bool {
    agrees_after(engine, dossier, season, None)
}

/// The same for a dossier that was another one before, which is judged.
fn agrees_after(
    engine: &Engine,
    dossier: &Dossier,
    season: &SeasonDay,
    former: Option<&Dossier>,
) -> bool {
    let today = day("2026-12-31");
    let whole = engine.assess(dossier, season, today);
    let former = former.map(|former| {
        let reading = engine.read(former, season, today);
        let assessment = SCRATCH.with_borrow_mut(|scratch| {
            engine.assess_read((former, &reading), (season, today), scratch)
        });
        (reading, assessment)
    });
    let former = former
        .as_ref()
        .map(|(reading, assessment)| (reading, assessment));
    let outline = outlined(engine, dossier, (season, today), former);
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
    let (mut given, mut none) = (0_u64, 0_u64);
    let (mut open, mut unsettled) = (0_u64, 0_u64);
    for seed in seeds(200) {
        let (mut random, engine) = drawn(seed);
        let dossier = people::dossier(&mut random);
        if agrees(&engine, &dossier, &season()) {
            open += 1;
        } else {
            unsettled += 1;
        }
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
    let counted = format!("with answers missing {open} given, {unsettled} not");
    assert!(open > 4 * unsettled && unsettled > 0, "{counted}");
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

/// A dossier in which every title has one letter more.
fn retitled(dossier: &Dossier) -> Dossier {
    let mut dossier = dossier.clone();
    for record in dossier
        .lists
        .values_mut()
        .flat_map(|list| &mut list.records)
    {
        if let Some(Answer::Text(title)) = Arc::make_mut(record).fields.get_mut("title") {
            title.push('甲');
        }
    }
    dossier
}

#[test]
fn what_was_judged_before_is_said_again_only_of_the_same_typed_answers() {
    let mut given = 0_u64;
    for seed in seeds(200) {
        let (mut random, engine) = drawn(seed);
        let open = people::dossier(&mut random);
        assert!(agrees_after(&engine, &open, &season(), Some(&open)));
        let ways = completions(&open, &mut random, MOST);
        for dossier in ways.map(|ways| ways.all).unwrap_or_default() {
            given += u64::from(agrees_after(&engine, &dossier, &season(), Some(&open)));
            given += u64::from(agrees_after(&engine, &open, &season(), Some(&dossier)));
        }
    }
    assert!(given > 0);
}

/// Whatever the same room has served before, with another answer all is found anew that hangs on it.
#[test]
fn one_answer_after_another_is_outlined_in_the_same_room() {
    let mut given = 0_u64;
    for seed in seeds(200) {
        let (mut random, engine) = drawn(seed);
        let dossier = people::dossier(&mut random);
        let mut all = vec![dossier.clone()];
        for (question, answers) in people::answers() {
            all.extend(answers.into_iter().map(|answer| {
                let mut dossier = dossier.clone();
                dossier.profile.insert(question.to_owned(), answer);
                dossier
            }));
        }
        for dossier in all {
            given += u64::from(agrees(&engine, &dossier, &season()));
        }
    }
    assert!(given > 0);
}

#[test]
fn under_the_shipped_book_a_title_is_outlined_while_answers_are_missing() {
    let (engine, season) = (support::engine(), support::season(2026));
    let dossier = support::Person::new()
        .with("achievements", "kind=project on=2024-05-01 title=一")
        .with("achievements", "kind=award on=2023-05-01 title=二")
        .unknown("front_line_years")
        .dossier()
        .clone();
    let titled = retitled(&dossier);
    assert_ne!(titled, dossier);
    assert!(agrees(engine, &titled, &season));
    assert!(agrees_after(engine, &titled, &season, Some(&dossier)));
    // In another season something else may be true, whatever was judged in this one.
    let next = support::season(2027);
    let today = day("2026-12-31");
    let assessment = engine.assess(&dossier, &season, today);
    let reading = engine.read(&dossier, &season, today);
    let former = Some((&reading, &assessment));
    let outline = outlined(engine, &titled, (&next, today), former);
    assert_eq!(outline, outlined(engine, &titled, (&next, today), None));
    assert!(outline.is_some());
}
