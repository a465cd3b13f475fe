//! Seeded defects, and the shipped books without any.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at what they did not expect"
)]

mod conditions;
mod shipped;
mod table;

use assess::{Assessment, Engine, LevelLine};
use json::Decimal;
use rulebook::{AnswerTest, Book, Compiled, RecordsTest, Rule, Scalar, Test};

use crate::{Complaint, audit};

/// The shipped book with a change.
fn with(change: impl FnOnce(&mut Book)) -> Engine {
    let mut book = ::shipped::books()[0].read().unwrap();
    change(&mut book);
    assert_eq!(
        rulebook::check(&book),
        [],
        "the seeded book is sound as data"
    );
    let compiled = Compiled::of(&book).unwrap();
    Engine::new(book, compiled).unwrap()
}

/// The one fault found.
fn only(engine: &Engine) -> Complaint {
    let mut found = faults(engine);
    let told: Vec<_> = found.iter().map(|found| &found.kind).collect();
    assert_eq!(found.len(), 1, "{told:?}");
    found.remove(0)
}

fn faults(engine: &Engine) -> Vec<Complaint> {
    let season = shipped::season(engine, 2026);
    let found = audit(engine, &season).unwrap().into_iter();
    found.filter(Complaint::is_fault).collect()
}

/// What the engine says of the dossier of a complaint.
fn judged(engine: &Engine, complaint: &Complaint) -> Assessment {
    let season = shipped::season(engine, 2026);
    let dossier = complaint.dossier.as_ref().unwrap();
    // It opens wherever a dossier opens.
    let text = dossier.to_json().canonical();
    assert_eq!(&dossier::Dossier::read(text.as_bytes()).unwrap(), dossier);
    engine.assess(dossier, &season, season.cut_off)
}

fn level<'a>(assessment: &'a Assessment, id: &str) -> &'a LevelLine {
    let mut levels = assessment.levels.iter();
    levels.find(|level| level.id == id).unwrap()
}

fn rule_mut<'a>(book: &'a mut Book, clause: &str) -> &'a mut Rule {
    let mut clauses = book.clause.iter_mut();
    let clause = clauses.find(|own| own.id == clause).unwrap();
    &mut clause.form[0].rule
}

fn answer(question: &str, test: Test) -> Rule {
    let question = question.to_owned();
    Rule::Answer(AnswerTest { question, test })
}

fn at_least(number: i64) -> Test {
    Test {
        at_least: Some(Scalar::Number(Decimal::from_int(number).unwrap())),
        ..Test::default()
    }
}

fn records(list: &str, tests: &[(&str, Test)]) -> Rule {
    let filter = tests.iter().cloned();
    Rule::Records(RecordsTest {
        list: list.to_owned(),
        r#where: filter
            .map(|(field, test)| (field.to_owned(), test))
            .collect(),
        at_least: 1,
    })
}

fn choice(id: &str) -> Test {
    Test::is(Scalar::Choice(id.to_owned()))
}
