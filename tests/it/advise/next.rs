//! The next question: few are enough, and none is idle.

use assess::Verdict::{self, Open};
use assess::{Ask, Engine, Place};
use dossier::{Dossier, Edit, apply};
use rulebook::{Authority, Compiled, SeasonDay};

use super::{draw, twenty};
use crate::exact::random::Random;
use crate::support::{day, engine, season};

fn any_season() -> SeasonDay {
    SeasonDay {
        year: 2026,
        cut_off: day("2026-12-31"),
        authority: Authority::Plan,
        locator: String::new(),
    }
}

fn twenty_engine() -> Engine {
    let book = twenty::book();
    let compiled = Compiled::of(&book).unwrap();
    Engine::new(book, compiled).unwrap()
}

/// The verdict on the level that is aimed at.
fn verdict(engine: &Engine, dossier: &Dossier, season: &SeasonDay) -> Verdict {
    let assessment = engine.assess(dossier, season, day("2026-11-24"));
    let target = dossier
        .answer("target_level")
        .and_then(|answer| answer.text());
    let mut levels = assessment.levels.iter();
    let level = levels.find(|level| target.is_none_or(|id| id == level.id));
    level.unwrap().conclusion.verdict
}

/// Answers what was asked as the whole dossier has it.
fn answered(dossier: &Dossier, whole: &Dossier, ask: &Ask) -> Dossier {
    match &ask.place {
        Place::Question(question) => {
            let edit = Edit::Answer {
                question: question.clone(),
                answer: Some(whole.answer(question).unwrap().clone()),
            };
            apply(dossier, edit).unwrap()
        }
        Place::List(list) => {
            let mut next = dossier.clone();
            next.lists.insert(list.clone(), whole.lists[list].clone());
            next
        }
        place => panic!("{place:?} is not missing"),
    }
}

#[test]
fn fewer_than_ten_of_twenty_questions_are_enough() {
    let (engine, season) = (twenty_engine(), any_season());
    let mut candidates = twenty::Candidates::new();
    let (mut form, mut asked) = (0_u32, 0_u32);
    for _ in 0..60 {
        let whole = candidates.next();
        let mut dossier = Dossier::new("twenty", Some(2026));
        dossier
            .profile
            .insert("level".to_owned(), whole.answer("level").unwrap().clone());
        let mut by_form = dossier.clone();
        for input in twenty::INPUTS {
            if verdict(&engine, &by_form, &season) != Open {
                break;
            }
            by_form
                .profile
                .insert(input.to_owned(), whole.answer(input).unwrap().clone());
            form += 1;
        }
        while let Some(ask) = engine.next(&dossier, &season, day("2026-11-24")) {
            dossier = answered(&dossier, &whole, &ask);
            asked += 1;
        }
        assert_eq!(
            verdict(&engine, &dossier, &season),
            verdict(&engine, &whole, &season)
        );
    }
    println!("{form} questions in the order of the form, {asked} in the engine's, of 1200");
    assert_eq!(form, 597, "9.95 on average");
    assert!(asked < 500, "{asked}");
}

#[test]
fn no_answer_is_asked_that_could_turn_nothing() {
    let (engine, season) = (twenty_engine(), any_season());
    let mut candidates = twenty::Candidates::new();
    for _ in 0..10 {
        let whole = candidates.next();
        let mut dossier = Dossier::new("twenty", Some(2026));
        dossier
            .profile
            .insert("level".to_owned(), whole.answer("level").unwrap().clone());
        loop {
            let worth = engine.worth_asking(&dossier, &season, day("2026-11-24"));
            let next = engine.next(&dossier, &season, day("2026-11-24"));
            assert_eq!(worth.first(), next.as_ref());
            assert_eq!(next.is_some(), verdict(&engine, &dossier, &season) == Open);
            for ask in &worth {
                let Place::Question(question) = &ask.place else {
                    panic!("{ask:?}");
                };
                assert!(turns(&engine, &season, &dossier, question), "{question}");
            }
            let Some(ask) = next else { break };
            dossier = answered(&dossier, &whole, &ask);
        }
    }
}

/// Whether some way of answering the others lets this answer turn the verdict: enough random ones
/// are tried.
fn turns(engine: &Engine, season: &SeasonDay, dossier: &Dossier, question: &str) -> bool {
    let mut random = twenty::Candidates::new();
    (0..4_000).any(|_| {
        let other = random.next();
        let mut whole = dossier.clone();
        for input in twenty::INPUTS {
            let answer = other.answer(input).unwrap().clone();
            whole.profile.entry(input.to_owned()).or_insert(answer);
        }
        let found = |answer: &dossier::Answer| {
            let mut whole = whole.clone();
            whole.profile.insert(question.to_owned(), answer.clone());
            verdict(engine, &whole, season)
        };
        let own = found(whole.answer(question).unwrap());
        let another = random.next();
        found(another.answer(question).unwrap()) != own
    })
}

#[test]
fn asking_settles_the_shipped_book_without_asking_everything() {
    let (mut asked, mut all) = (0_usize, 0_usize);
    for seed in 1..=6 {
        let mut random = Random::new(seed);
        let whole = draw::whole(&mut random);
        let mut dossier = Dossier::new(&whole.book, whole.season);
        let level = whole.answer("target_level").unwrap().clone();
        dossier.profile.insert("target_level".to_owned(), level);
        all += engine().book().question.len() + engine().book().list.len();
        while let Some(ask) = engine().next(&dossier, &season(2026), day("2026-11-24")) {
            let already = |place: &Place| match place {
                Place::Question(question) => dossier.answer(question).is_some(),
                Place::List(list) => dossier.is_complete(list),
                _ => false,
            };
            assert!(!already(&ask.place), "{ask:?}");
            if let Place::Question(question) = &ask.place
                && whole.answer(question).is_none()
            {
                break;
            }
            dossier = answered(&dossier, &whole, &ask);
            asked += 1;
        }
    }
    println!("{asked} of {all} questions and lists");
    assert!(asked * 2 < all, "{asked} of {all}");
}
