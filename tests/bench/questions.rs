//! How many questions are asked until the verdict: in the order of the form with an exact stop, and
//! in the engine's order.

use assess::{Engine, Place, Verdict};
use dossier::Dossier;
use peers::{Candidate, INPUTS};
use rulebook::SeasonDay;

use crate::draw;
use crate::exact::random::Random;
use crate::run::Run;
use crate::support;

/// Candidates of the book of twenty inputs: those that the tests count, and all.
const CANDIDATES: [usize; 2] = [60, 10_000];
/// People drawn for the shipped book.
const PEOPLE: u32 = 40;

/// Both books.
pub(crate) fn ask(_: &mut Run) {
    println!(
        "{:<34} {:>6} {:>14} {:>16}",
        "questions on average", "of", "form's order", "engine's order"
    );
    twenty();
    shipped();
}

fn line(name: &str, of: usize, (people, form, asked): (u32, u32, u32)) {
    let average = |sum: u32| f64::from(sum) / f64::from(people.max(1));
    let (form, asked) = (average(form), average(asked));
    println!("{name:<34} {of:>6} {form:>14.2} {asked:>16.2}");
}

/// The synthetic book of twenty inputs.
fn twenty() {
    let (Some(engine), Some(season)) = (peers::engine(), peers::season()) else {
        return;
    };
    let counter = Counter {
        engine: &engine,
        season: &season,
        level: None,
    };
    let places = INPUTS.map(|input| Place::Question(input.id.to_owned()));
    let begun = Candidate([None; 20]).dossier();
    let (mut form, mut asked) = (0, 0);
    for (number, candidate) in (1..).zip(&peers::candidates().complete) {
        let whole = candidate.dossier();
        form += counter.by_form(&begun, &whole, &places);
        asked += counter.by_engine(&begun, &whole);
        if CANDIDATES.contains(&number) {
            let name = format!("twenty inputs, first {number}");
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            line(&name, places.len(), (number, form, asked));
        }
    }
}

/// The shipped book, on people drawn for the senior title; a list counts as one question.
fn shipped() {
    let (engine, season) = (support::engine(), support::season(2026));
    let book = engine.book();
    let questions = book.question.iter();
    let questions = questions.filter(|question| question.id != book.roles.level);
    let questions = questions.map(|question| Place::Question(question.id.clone()));
    let lists = book.list.iter().map(|list| Place::List(list.id.clone()));
    let places: Vec<Place> = questions.chain(lists).collect();
    let counter = Counter {
        engine,
        season: &season,
        level: Some("senior"),
    };
    let mut random = Random::new(1);
    let (mut form, mut asked) = (0, 0);
    for _ in 0..PEOPLE {
        let mut whole = draw::whole(&mut random);
        let level = dossier::Answer::from_text("senior");
        let role = book.roles.level.clone();
        let mut begun = Dossier::new(book.id.as_str(), whole.season);
        begun.profile.insert(role.clone(), level.clone());
        whole.profile.insert(role, level);
        form += counter.by_form(&begun, &whole, &places);
        asked += counter.by_engine(&begun, &whole);
    }
    line(
        "shipped book, people drawn",
        places.len(),
        (PEOPLE, form, asked),
    );
}

struct Counter<'c> {
    engine: &'c Engine,
    season: &'c SeasonDay,
    /// The level that is aimed at; none for any.
    level: Option<&'c str>,
}

impl Counter<'_> {
    fn is_open(&self, dossier: &Dossier) -> bool {
        let today = self.season.cut_off;
        let assessment = self.engine.assess(dossier, self.season, today);
        let mut levels = assessment.levels.iter();
        levels.any(|level| {
            let aimed = self.level.is_none_or(|id| id == level.id);
            aimed && level.conclusion.verdict == Verdict::Open
        })
    }

    fn by_form(&self, begun: &Dossier, whole: &Dossier, places: &[Place]) -> u32 {
        let mut dossier = begun.clone();
        let mut asked = 0;
        for place in places {
            if !self.is_open(&dossier) {
                break;
            }
            give(&mut dossier, whole, place);
            asked += 1;
        }
        asked
    }

    fn by_engine(&self, begun: &Dossier, whole: &Dossier) -> u32 {
        let mut dossier = begun.clone();
        let mut asked = 0;
        while let Some(ask) = self.engine.next(&dossier, self.season, self.season.cut_off) {
            asked += 1;
            if !give(&mut dossier, whole, &ask.place) {
                break;
            }
        }
        asked
    }
}

/// Gives an answer; false when the person has none.
fn give(dossier: &mut Dossier, whole: &Dossier, place: &Place) -> bool {
    match place {
        Place::Question(question) => {
            let answer = whole.answer(question).cloned();
            let answer = answer.map(|answer| (question.clone(), answer));
            let given = answer.is_some();
            dossier.profile.extend(answer);
            given
        }
        Place::List(list) => {
            let content = whole.lists.get(list).cloned();
            let content = content.map(|content| (list.clone(), content));
            let given = content.is_some();
            dossier.lists.extend(content);
            given
        }
        Place::Field { .. } | Place::Record { .. } => false,
    }
}
