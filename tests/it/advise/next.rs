//! The next question: few are enough, and none is idle.

use assess::Verdict::{self, Open};
use assess::{Ask, Engine, Place};
use dossier::{Dossier, Edit, apply};
use peers::{Candidate, INPUTS};
use rulebook::SeasonDay;

use super::draw;
use crate::exact::random::Random;
use crate::support::{day, engine, season};

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
    let (engine, season) = (peers::engine().unwrap(), peers::season().unwrap());
    let candidates = peers::candidates().complete;
    let (mut form, mut asked) = (0_u32, 0_u32);
    for candidate in candidates.iter().take(60) {
        let whole = candidate.dossier();
        let mut dossier = Candidate([None; 20]).dossier();
        let mut by_form = dossier.clone();
        for input in INPUTS.map(|input| input.id) {
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
    let (engine, season) = (peers::engine().unwrap(), peers::season().unwrap());
    let candidates = peers::candidates().complete;
    for candidate in candidates.iter().take(10) {
        let whole = candidate.dossier();
        let mut dossier = Candidate([None; 20]).dossier();
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
    let candidates = peers::candidates().complete;
    candidates.windows(2).any(|pair| {
        let (other, another) = (pair[0].dossier(), pair[1].dossier());
        let mut whole = dossier.clone();
        for input in INPUTS.map(|input| input.id) {
            let answer = other.answer(input).unwrap().clone();
            whole.profile.entry(input.to_owned()).or_insert(answer);
        }
        let found = |answer: &dossier::Answer| {
            let mut whole = whole.clone();
            whole.profile.insert(question.to_owned(), answer.clone());
            verdict(engine, &whole, season)
        };
        let own = found(whole.answer(question).unwrap());
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
