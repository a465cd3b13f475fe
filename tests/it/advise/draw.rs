//! Random dossiers of the shipped book.

use std::sync::Arc;

use assess::{Place, Severity};
use dossier::{Answer, Dossier, Edit, List, Record, apply};
use json::Decimal;
use rulebook::{AnswerKind, Book, Field};

use crate::exact::random::Random;
use crate::support::{day, engine, season};

/// A dossier of which every answer is given and every list is complete; nothing is refused.
pub(crate) fn whole(random: &mut Random) -> Dossier {
    let book = engine().book();
    let mut dossier = Dossier::new(&book.id, Some(2026));
    for question in &book.question {
        if let Some(answer) = answer(book, &question.kind, question.none.is_some(), random) {
            dossier.profile.insert(question.id.clone(), answer);
        }
    }
    // Mostly people who pass the gates, so that the rest decides.
    for (question, usual) in [
        ("in_post", Answer::YesNo(true)),
        ("civil_servant", Answer::YesNo(false)),
        ("under_penalty", Answer::YesNo(false)),
        ("misconduct_year", Answer::None),
    ] {
        if !random.percent(8) {
            dossier.profile.insert(question.to_owned(), usual);
        }
    }
    for list in &book.list {
        let mut content = List {
            records: Vec::new(),
            complete: true,
        };
        let count = match list.id.as_str() {
            "achievements" => random.within(0, 12),
            "assessments" | "training" => 6,
            _ => random.within(0, 2),
        };
        for place in 0..count {
            let id = format!("{}{place}", list.id);
            let mut record = Record::new(id);
            let mut fields: Vec<&Field> = list.field.iter().collect();
            if !list.kind.is_empty() {
                let kind = &list.kind[random.below(list.kind.len())];
                let field = list.kind_field.clone().unwrap();
                record.fields.insert(field, Answer::from_text(&kind.id));
                fields.extend(&kind.field);
            }
            for field in fields {
                if let Some(answer) = answer(book, &field.kind, field.none.is_some(), random) {
                    record.fields.entry(field.id.clone()).or_insert(answer);
                }
            }
            if list.unique.is_some() {
                usual(&mut record, 2020 + place, random);
            }
            content.records.push(record.into());
        }
        dossier.lists.insert(list.id.clone(), content);
    }
    without_refused(dossier)
}

/// A record of a year, mostly a good one.
fn usual(record: &mut Record, year: usize, random: &mut Random) {
    record.fields.insert("year".to_owned(), number(year));
    if !random.percent(8) {
        for (field, answer) in [
            ("result", Answer::from_text("competent")),
            ("total_hours", number(96)),
            ("professional_hours", number(64)),
            ("public_hours", number(20)),
        ] {
            if record.fields.contains_key(field) {
                record.fields.insert(field.to_owned(), answer);
            }
        }
    }
}

/// Takes away the answers that would be refused, and records that are refused as a whole.
fn without_refused(mut dossier: Dossier) -> Dossier {
    loop {
        let problems = engine().examine(&dossier, &season(2026), day("2026-11-24"));
        let mut refused = problems.into_iter();
        let refused = refused.find(|problem| problem.severity() == Severity::Refused);
        let Some(problem) = refused else {
            return dossier;
        };
        let edit = match problem.place {
            Place::Question(question) => Edit::Answer {
                question,
                answer: None,
            },
            Place::Field { record, .. } | Place::Record { record, .. } => Edit::Remove { record },
            Place::List(list) => panic!("no list {list}"),
        };
        dossier = apply(&dossier, edit).unwrap();
    }
}

/// Takes some answers back and opens some lists.
pub(crate) fn partly(mut dossier: Dossier, random: &mut Random) -> Dossier {
    let missing = random.pick(&[0, 0, 5, 20, 50]);
    dossier.profile.retain(|_, _| !random.percent(missing));
    for list in dossier.lists.values_mut() {
        list.complete = !random.percent(missing);
        for record in &mut list.records {
            let record = Arc::make_mut(record);
            record.fields.retain(|_, _| !random.percent(missing / 5));
        }
    }
    dossier
}

fn number(value: usize) -> Answer {
    Answer::Number(Decimal::from_int(i64::try_from(value).unwrap()).unwrap())
}

fn answer(book: &Book, kind: &AnswerKind, none: bool, random: &mut Random) -> Option<Answer> {
    if none && random.percent(60) {
        return Some(Answer::None);
    }
    Some(match kind {
        AnswerKind::YesNo => Answer::YesNo(random.percent(50)),
        AnswerKind::Choice(choices) => Answer::from_text(&choices[random.below(choices.len())].id),
        AnswerKind::Scale { scale, only } => {
            let scale = book.scale.iter().find(|other| other.id == *scale).unwrap();
            let offered = |id: &String| only.is_empty() || only.contains(id);
            let ids = scale.choice.iter().map(|choice| &choice.id);
            let ids: Vec<&String> = ids.filter(|id| offered(id)).collect();
            Answer::from_text(random.pick(&ids))
        }
        AnswerKind::Integer { min, max, .. } => {
            let most = (*max).min(*min + 12);
            let least = usize::try_from(*min).unwrap();
            number(random.within(least, usize::try_from(most).unwrap()))
        }
        AnswerKind::Decimal { min, .. } => {
            let least = usize::try_from(min.to_integer().unwrap()).unwrap();
            number(random.within(least, least + 120))
        }
        AnswerKind::Year { .. } => number(random.within(2018, 2026)),
        AnswerKind::Date { .. } => {
            let (year, month) = (random.within(2012, 2026), random.within(1, 12));
            Answer::from_text(format!("{year}-{month:02}-{:02}", random.within(1, 28)))
        }
        AnswerKind::Text { .. } => Answer::from_text(random.pick(&["甲", "乙"])),
        AnswerKind::ResidentId { .. } => return None,
    })
}
