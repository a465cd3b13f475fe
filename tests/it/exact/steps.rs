//! What a further answer or a further record may do to a verdict, and what not.

use std::sync::Arc;

use assess::Verdict::{Met, Open};
use dossier::{Answer, Dossier, Record};
use json::Decimal;
use rulebook::{AnswerKind, Book, Compiled, Field};

use super::people::{self, added, completions};
use super::random::Random;
use super::{book, drawn, judge, seeds, setting, verdicts};
use crate::support;

/// Completions of one dossier that are tried at the most.
const MOST: usize = 40;

/// The definite verdicts of one dossier that another one does not share.
fn turned(before: &assess::Assessment, after: &assess::Assessment) -> Vec<String> {
    let after = verdicts(after);
    let before = verdicts(before).into_iter();
    let turned =
        before.filter(|(name, (verdict, _))| *verdict != Open && after[name].0 != *verdict);
    turned.map(|(name, _)| name).collect()
}

/// The verdicts that are met and are no longer, those aside of which not everything was tried.
fn lost(before: &assess::Assessment, after: &assess::Assessment) -> Vec<String> {
    let after = verdicts(after);
    let before = verdicts(before).into_iter();
    let lost = before.filter(|(name, (verdict, _))| {
        let (after, bounded) = after[name];
        *verdict == Met && after != Met && !bounded
    });
    lost.map(|(name, _)| name).collect()
}

/// Every dossier on the way to a completion, one answer more each.
fn way(from: &Dossier, to: &Dossier) -> Vec<Dossier> {
    let mut steps = vec![from.clone()];
    let mut now = from.clone();
    for (id, answer) in &to.profile {
        if now.profile.insert(id.clone(), answer.clone()).is_none() {
            steps.push(now.clone());
        }
    }
    for (name, list) in &to.lists {
        for (place, record) in list.records.iter().enumerate() {
            let own = now.lists.get_mut(name).unwrap();
            if own.records.len() <= place {
                own.records.push(Record::new(record.id.clone()).into());
            }
            for (id, answer) in &record.fields {
                let record = &mut now.lists.get_mut(name).unwrap().records[place];
                let fields = &mut Arc::make_mut(record).fields;
                if fields.insert(id.clone(), answer.clone()).is_none() {
                    steps.push(now.clone());
                }
            }
        }
        now.lists.get_mut(name).unwrap().complete = list.complete;
        steps.push(now.clone());
    }
    steps
}

#[test]
fn a_further_answer_never_turns_a_definite_verdict() {
    for seed in seeds(200) {
        let (mut random, engine) = drawn(seed);
        let (dossier, ways) = loop {
            let dossier = people::dossier(&mut random);
            if let Some(ways) = completions(&dossier, &mut random, MOST) {
                break (dossier, ways.all);
            }
        };
        let steps = way(&dossier, &random.pick(&ways));
        let judged: Vec<assess::Assessment> =
            steps.iter().map(|step| judge(&engine, step)).collect();
        // What a reader refuses was no answer.
        let accepted = |whole: &&assess::Assessment| {
            let mut problems = whole.problems.iter();
            !problems.any(|problem| problem.severity() == assess::Severity::Refused)
        };
        let judged: Vec<&assess::Assessment> = judged.iter().filter(accepted).collect();
        for pair in judged.windows(2) {
            let turned = turned(pair[0], pair[1]);
            assert!(turned.is_empty(), "seed {seed}: {turned:?}");
        }
    }
}

#[test]
fn a_further_record_never_undoes_what_is_met_where_rules_only_count() {
    for seed in seeds(200) {
        let mut random = Random::new(seed);
        let book = book::counting(&mut random);
        let compiled = Compiled::of(&book).unwrap();
        let engine = assess::Engine::new(book, compiled).unwrap();
        let mut dossier = people::dossier(&mut random);
        let mut before = judge(&engine, &dossier);
        for index in 0..4 {
            let Some(record) = added(&mut random, "r", index, &dossier) else {
                continue;
            };
            dossier
                .lists
                .get_mut("r")
                .unwrap()
                .records
                .push(record.into());
            let after = judge(&engine, &dossier);
            let lost = lost(&before, &after);
            assert!(lost.is_empty(), "seed {seed}, record {index}: {lost:?}");
            before = after;
        }
    }
}

#[test]
fn a_further_achievement_never_undoes_what_is_met_under_the_shipped_book() {
    let book = support::engine().book();
    let mut random = Random::new(setting("EXACT_SEED", 1));
    for _ in 0..4 {
        let mut dossier = support::Person::new().dossier().clone();
        let mut before = support::assess(&dossier, 2026);
        for index in 0..30 {
            let record = achievement(book, &mut random, index);
            dossier
                .lists
                .get_mut("achievements")
                .unwrap()
                .records
                .push(record.into());
            let after = support::assess(&dossier, 2026);
            let lost = lost(&before, &after);
            assert!(
                lost.is_empty(),
                "{lost:?} by {}",
                dossier.to_json().pretty()
            );
            before = after;
        }
    }
}

/// An achievement of any kind, with most of its fields answered.
fn achievement(book: &Book, random: &mut Random, index: usize) -> Record {
    let list = book
        .list
        .iter()
        .find(|list| list.id == "achievements")
        .unwrap();
    let kind = random.pick(&list.kind);
    let mut record = Record::new(format!("x{index}"));
    record.fields.insert(
        list.kind_field.clone().unwrap(),
        Answer::from_text(&kind.id),
    );
    for field in list.field.iter().chain(&kind.field) {
        if random.percent(95) {
            record
                .fields
                .insert(field.id.clone(), answer(book, random, field));
        }
    }
    record
}

fn answer(book: &Book, random: &mut Random, field: &Field) -> Answer {
    let number = |value: i64| Answer::Number(Decimal::from_int(value).unwrap());
    let within = |random: &mut Random, least: i64, most: i64| {
        let span = usize::try_from(most.min(least + 9) - least).unwrap();
        number(least + i64::try_from(random.within(0, span)).unwrap())
    };
    if field.none.is_some() && random.percent(30) {
        return Answer::None;
    }
    match &field.kind {
        AnswerKind::YesNo => Answer::YesNo(random.percent(60)),
        AnswerKind::Choice(choices) => Answer::from_text(&random.pick(choices).id),
        AnswerKind::Scale { scale, only } => {
            let scale = book.scale.iter().find(|other| other.id == *scale).unwrap();
            let ids = scale.choice.iter().map(|choice| choice.id.clone());
            let offered: Vec<String> = ids
                .filter(|id| only.is_empty() || only.contains(id))
                .collect();
            Answer::from_text(random.pick(&offered))
        }
        AnswerKind::Integer { min, max, .. } => within(random, *min, *max),
        AnswerKind::Decimal { .. } => number(i64::try_from(random.within(1, 40)).unwrap()),
        AnswerKind::Year { .. } => number(2024),
        AnswerKind::Date { .. } => {
            Answer::from_text(random.pick(&["2020-05-01", "2023-05-01", "2025-05-01"]))
        }
        AnswerKind::Text { .. } | AnswerKind::ResidentId { .. } => {
            Answer::from_text(random.pick(&["p", "q", "r"]))
        }
    }
}
