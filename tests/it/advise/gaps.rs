//! The missing answers that keep a route open are all minimal sets, and no others.

use std::collections::BTreeSet;

use assess::Verdict::{Met, NotMet};
use assess::{Engine, Gaps, Place, RouteId, Severity, Verdict};
use dossier::{Dossier, Edit, apply};
use rulebook::{Authority, Compiled, SeasonDay};

use crate::exact::{book, people, random::Random};
use crate::support::day;

/// Missing answers of a dossier that every subset is tried of.
const MOST_MISSING: usize = 5;

fn season() -> SeasonDay {
    SeasonDay {
        year: 2026,
        cut_off: day("2026-12-31"),
        authority: Authority::Plan,
        locator: String::new(),
    }
}

fn route(id: &str) -> RouteId<'_> {
    RouteId {
        level: "l",
        route: id,
    }
}

fn verdict(engine: &Engine, dossier: &Dossier, id: &str) -> Option<Verdict> {
    let assessment = engine.assess(dossier, &season(), day("2026-12-31"));
    let refused = |problem: &assess::Problem| problem.severity() == Severity::Refused;
    if assessment.problems.iter().any(refused) {
        return None;
    }
    let routes = &assessment.levels[0].routes;
    let line = routes.iter().find(|line| line.id == id).unwrap();
    Some(line.conclusion.verdict)
}

/// What a completion answers and the dossier does not.
fn answered(dossier: &Dossier, whole: &Dossier) -> Vec<(Place, Edit)> {
    let mut all = Vec::new();
    for (question, answer) in &whole.profile {
        if dossier.answer(question).is_none() {
            let answer = Some(answer.clone());
            let question = question.clone();
            all.push((
                Place::Question(question.clone()),
                Edit::Answer { question, answer },
            ));
        }
    }
    for (list, content) in &whole.lists {
        for record in &content.records {
            let (_, own) = dossier.record(&record.id).unwrap();
            for (field, answer) in &record.fields {
                if own.answer(field).is_none() {
                    let place = Place::Field {
                        list: list.clone(),
                        record: record.id.clone(),
                        field: field.clone(),
                    };
                    let edit = Edit::Field {
                        record: record.id.clone(),
                        field: field.clone(),
                        answer: Some(answer.clone()),
                    };
                    all.push((place, edit));
                }
            }
        }
    }
    all
}

type Sets = BTreeSet<BTreeSet<Place>>;

/// The minimal sets by trying every subset of every completion.
fn tried(engine: &Engine, dossier: &Dossier, wholes: &[Dossier], id: &str) -> (Sets, Sets) {
    let mut found = (Sets::new(), Sets::new());
    let mut seen = BTreeSet::new();
    for whole in wholes {
        let answers = answered(dossier, whole);
        for chosen in 0..1_u32 << answers.len() {
            let own = answers.iter().enumerate();
            let own: Vec<_> = own.filter(|(at, _)| chosen >> at & 1 == 1).collect();
            let partly = own.iter().fold(dossier.clone(), |partly, (_, (_, edit))| {
                apply(&partly, edit.clone()).unwrap()
            });
            if !seen.insert(partly.to_json().canonical()) {
                continue;
            }
            let places = || own.iter().map(|(_, (place, _))| place.clone()).collect();
            match verdict(engine, &partly, id) {
                Some(Met) => found.0.insert(places()),
                Some(NotMet) => found.1.insert(places()),
                _ => false,
            };
        }
    }
    (minimal(&found.0), minimal(&found.1))
}

fn minimal(sets: &Sets) -> Sets {
    let smaller = |set: &BTreeSet<Place>| {
        sets.iter()
            .any(|other| other.len() < set.len() && other.is_subset(set))
    };
    let kept = sets.iter().filter(|set| !smaller(set)).cloned();
    kept.collect()
}

fn as_sets<'a>(sets: impl IntoIterator<Item = &'a [Place]>) -> Sets {
    let sets = sets.into_iter();
    sets.map(|set| set.iter().cloned().collect()).collect()
}

fn of(sets: &[Vec<Place>]) -> Sets {
    as_sets(sets.iter().map(Vec::as_slice))
}

/// A number from the environment: `GAPS_CASES=2000 cargo test --release gaps` for the long run.
fn setting(name: &str, otherwise: u64) -> u64 {
    let set = std::env::var(name).ok();
    set.map_or(otherwise, |set| set.parse().unwrap())
}

#[test]
fn the_gaps_are_the_minimal_sets_that_trying_all_subsets_finds() {
    let (mut seed, mut cases, mut bounded, mut larger) = (setting("GAPS_SEED", 1), 0, 0, 0);
    while cases < setting("GAPS_CASES", 30) {
        seed += 1;
        let mut random = Random::new(seed);
        let book = book::book(&mut random);
        let compiled = Compiled::of(&book).unwrap();
        let engine = Engine::new(book, compiled).unwrap();
        let dossier = people::dossier(&mut random);
        if dossier.lists.values().any(|list| !list.complete) {
            continue;
        }
        let Some(ways) = people::completions(&dossier, &mut random, 400) else {
            continue;
        };
        let most = ways
            .all
            .iter()
            .map(|whole| answered(&dossier, whole).len())
            .max();
        if !ways.exhaustive || most.is_none_or(|most| !(2..=MOST_MISSING).contains(&most)) {
            continue;
        }
        for id in ["one", "two"] {
            if verdict(&engine, &dossier, id) != Some(Verdict::Open) {
                continue;
            }
            cases += 1;
            let gaps = engine.gaps(&dossier, &season(), day("2026-12-31"), route(id));
            let gaps: Gaps = gaps.unwrap();
            if gaps.bounded {
                bounded += 1;
                continue;
            }
            let (meet, fail) = tried(&engine, &dossier, &ways.all, id);
            let shown = || format!("seed {seed}, {id}: {}", dossier.to_json().pretty());
            assert_eq!(of(&gaps.meet), meet, "to meet, {}", shown());
            assert_eq!(of(&gaps.fail), fail, "to fail, {}", shown());
            let all = minimal(&meet.union(&fail).cloned().collect());
            assert_eq!(as_sets(gaps.settle()), all, "{}", shown());
            if std::env::var("GAPS_SHOW").is_ok() {
                println!("{meet:?}\n  {fail:?}");
            }
            larger += u64::from(meet.union(&fail).any(|set| set.len() > 1));
        }
    }
    println!("{cases} open routes, {bounded} at the bound, {larger} with sets of several answers");
    assert!(bounded * 10 <= cases, "{bounded} of {cases} at the bound");
    assert!(
        larger * 10 >= cases,
        "{larger} of {cases} have sets of several answers"
    );
}

#[test]
fn with_hardly_an_answer_the_gaps_ways_and_questions_are_told() {
    let mut dossier = Dossier::new("zhejiang-safety-2019", Some(2026));
    let level = dossier::Answer::from_text("senior");
    dossier.profile.insert("target_level".to_owned(), level);
    let (engine, season) = (crate::support::engine(), crate::support::season(2026));
    for id in ["standard", "landmark", "scored"] {
        let route = RouteId {
            level: "senior",
            route: id,
        };
        let today = day("2026-11-24");
        let gaps = engine.gaps(&dossier, &season, today, route).unwrap();
        let post = vec![Place::Question("in_post".to_owned())];
        assert!(gaps.fail.contains(&post), "{id}: {gaps:#?}");
        assert!(!gaps.meet.is_empty(), "{id}");
        for set in &gaps.meet {
            let training = Place::List("training".to_owned());
            assert!(
                set.contains(&post[0]) && set.contains(&training),
                "{id}: {set:#?}"
            );
        }
        let ways = engine.ways(&dossier, &season, today, route).unwrap();
        assert!(!ways.ways.is_empty(), "{id}");
    }
    let worth = engine.worth_asking(&dossier, &season, day("2026-11-24"));
    let asked = |place: &Place| worth.iter().any(|ask| ask.place == *place);
    for question in [
        "in_post",
        "civil_servant",
        "under_penalty",
        "misconduct_year",
    ] {
        assert!(asked(&Place::Question(question.to_owned())), "{question}");
    }
    assert!(asked(&Place::List("training".to_owned())));
    assert!(!asked(&Place::Question("employer_kind".to_owned())));
}
