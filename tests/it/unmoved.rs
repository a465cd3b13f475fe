//! Answers that nothing reads move nothing: an assessment that is taken over is the one that would be made anew.

use std::collections::BTreeSet;

use assess::Place;
use dossier::{Answer, Dossier, Edit, apply};
use json::Decimal;

use crate::advise::draw;
use crate::exact::random::Random;
use crate::support::{assess, engine, season};

/// Dossiers that are drawn.
const DRAWN: u64 = 6;

/// Every place that is there, and a field of each list that no record has answered.
fn places(dossier: &Dossier) -> Vec<Place> {
    let book = engine().book();
    let questions = book
        .question
        .iter()
        .map(|question| Place::Question(question.id.clone()));
    let fields = dossier.lists.iter().flat_map(|(list, content)| {
        let records = content.records.iter().take(2);
        records.flat_map(move |record| {
            record.fields.keys().map(move |field| Place::Field {
                list: list.clone(),
                record: record.id.clone(),
                field: field.clone(),
            })
        })
    });
    questions.chain(fields).collect()
}

/// What may come to stand there: some of it is refused, some taken back.
fn answers() -> Vec<Option<Answer>> {
    vec![
        None,
        Some(Answer::None),
        Some(Answer::YesNo(true)),
        Some(Answer::Number(Decimal::from(3_u32))),
        Some(Answer::from_text("2021-06-01")),
        Some(Answer::from_text("另一个")),
        Some(Answer::from_text("长".repeat(300))),
    ]
}

fn edit(place: &Place, answer: Option<Answer>) -> Edit {
    match place {
        Place::Question(question) => Edit::Answer {
            question: question.clone(),
            answer,
        },
        Place::Field { record, field, .. } => Edit::Field {
            record: record.clone(),
            field: field.clone(),
            answer,
        },
        other => panic!("nothing is typed at {other:?}"),
    }
}

/// The name of what is asked, without the record.
fn name(place: &Place) -> String {
    match place {
        Place::Question(id) => id.clone(),
        Place::Field { list, field, .. } => format!("{list}.{field}"),
        other => panic!("nothing is typed at {other:?}"),
    }
}

#[test]
fn what_nothing_reads_leaves_the_assessment_as_it_is() {
    let season = season(2026);
    let (mut unmoved, mut moved) = (BTreeSet::new(), BTreeSet::new());
    for seed in 0..DRAWN {
        let mut random = Random::new(seed);
        let mut dossier = draw::whole(&mut random);
        if seed % 2 == 0 {
            dossier = draw::partly(dossier, &mut random);
        }
        let before = assess(&dossier, 2026);
        for place in places(&dossier) {
            for answer in answers() {
                let after = apply(&dossier, edit(&place, answer)).unwrap();
                if engine().is_unmoved(&before, (&after, &place), season.cut_off) {
                    assert_eq!(assess(&after, 2026), before, "{place:?}");
                    unmoved.insert(name(&place));
                } else {
                    moved.insert(name(&place));
                }
            }
        }
    }
    for read in [
        "birth_date",
        "target_level",
        "achievements.grade",
        "achievements.kind",
        "training.year",
    ] {
        assert!(moved.contains(read) && !unmoved.contains(read), "{read}");
    }
    for free in ["name", "employer", "achievements.title"] {
        assert!(unmoved.contains(free), "{free}");
    }
}
