//! A reading that takes over what an earlier one says is what a reading from nothing says.

use assess::{Reading, Severity};
use dossier::{Answer, Dossier, Edit, Record, apply};
use json::Decimal;

use crate::advise::draw::{partly, whole};
use crate::exact::random::Random;
use crate::support::{day, engine, season};

const FIELDS: [&str; 13] = [
    "kind",
    "date",
    "title",
    "grade",
    "class",
    "rank",
    "year",
    "result",
    "level",
    "how",
    "appointed",
    "valid_until",
    "nonsense",
];
const TEXTS: [&str; 11] = [
    "award",
    "project",
    "nothing of the kind",
    "national",
    "2024-05-01",
    "1901-01-01",
    "2030-02-30",
    "senior_engineer",
    "registered_safety_engineer",
    " 同名 ",
    "同名",
];

/// What may stand anywhere, fitting or not.
fn anything(random: &mut Random) -> Option<Answer> {
    match random.below(8) {
        0 => None,
        1 => Some(Answer::None),
        2 => Some(Answer::YesNo(random.percent(50))),
        3 | 4 => {
            let number = random.pick(&[1, 2, 3, 9, 2024, 2031, -4]);
            Decimal::from_int(number).map(Answer::Number)
        }
        _ => Some(Answer::Text(random.pick(&TEXTS).to_owned())),
    }
}

/// One change, which may well be a wrong one.
fn edit(dossier: &Dossier, random: &mut Random, next: &mut u32) -> Edit {
    *next += 1;
    let new_id = format!("new{next}");
    let lists: Vec<&String> = dossier.lists.keys().collect();
    let list = random.pick(&lists).clone();
    let ids = dossier.records(&list).iter().map(|record| &record.id);
    let ids: Vec<&String> = ids.collect();
    if ids.is_empty() {
        let record = Record::new(new_id);
        return Edit::Add { list, record };
    }
    let record = random.pick(&ids).clone();
    match random.below(12) {
        0 => Edit::Answer {
            question: random
                .pick(&["birth_date", "sex", "front_line_years", "no_question"])
                .to_owned(),
            answer: anything(random),
        },
        1 => Edit::Copy { record, new_id },
        2 => Edit::Remove { record },
        3 => Edit::Add {
            list,
            record: Record::new(new_id),
        },
        4 => Edit::Complete {
            list,
            complete: random.percent(50),
        },
        _ => Edit::Field {
            record,
            field: random.pick(&FIELDS).to_owned(),
            answer: anything(random),
        },
    }
}

/// The same answers, of which none is shared.
fn unshared(dossier: &Dossier) -> Dossier {
    Dossier::from_json(&dossier.to_json()).unwrap()
}

#[test]
fn a_reading_after_another_is_one_from_nothing() {
    let engine = engine();
    let (mut refused, mut clean) = (0, 0);
    for seed in 0..60 {
        let mut random = Random::new(seed);
        let (mut next, mut when) = (0, (season(2026), day("2026-11-24")));
        let mut dossier = whole(&mut random);
        if random.percent(50) {
            dossier = partly(dossier, &mut random);
        }
        let mut reading = engine.read(&dossier, &when.0, when.1);
        for _ in 0..60 {
            dossier = apply(&dossier, edit(&dossier, &mut random, &mut next)).unwrap();
            if random.percent(5) {
                let year = random.pick(&[2025, 2026, 2027]);
                when = (
                    season(year),
                    day(random.pick(&["2024-01-01", "2026-11-24"])),
                );
            }
            let Reading {
                problems, subject, ..
            } = engine.read(&unshared(&dossier), &when.0, when.1);
            let after = engine.reread(&dossier, (&when.0, when.1), &reading);
            assert_eq!(after.problems, problems, "seed {seed}");
            assert_eq!(after.subject, subject, "seed {seed}");
            let grave = problems
                .iter()
                .any(|problem| problem.severity() == Severity::Refused);
            *if grave { &mut refused } else { &mut clean } += 1;
            // Sometimes what is taken over is older.
            if random.percent(70) {
                reading = after;
            }
        }
    }
    assert!(
        refused > 100 && clean > 100,
        "{refused} refused, {clean} clean"
    );
}
