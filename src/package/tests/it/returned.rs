//! The return check: every reason for which applications come back, each at its place.

use std::sync::Arc;

use {
    crate::{
        forge::{Forge, deflated},
        options,
        sample::{Apart, Sample, day, today, verified},
    },
    assess::Place as At,
    dossier::Answer,
    json::Decimal,
    package::{
        bag::sha256_alone,
        intake::Settings,
        look::{FileKind, Peek},
        name::UNICODE,
        readiness::{
            self, Conditions, Extra, Obstacle, ObstacleKind, Place, TargetChoice, precheck, target,
        },
        severity::Severity,
        verify::{Finding, Layer, Receiver},
    },
    rulebook::{AnswerKind, Choice, Target, TargetPaper},
    std::rc::Rc,
};

/// What the return check says of a changed example, with a pledge given after the change.
fn checked(change: impl FnOnce(&mut Sample)) -> Vec<Obstacle> {
    let mut sample = Sample::example();
    change(&mut sample);
    let pledge = sample.pledge();
    let looks = sample.files.iter().map(|(_, _, content)| {
        let mut peek = Peek::new();
        peek.update(content);
        Some(peek.look())
    });
    let looks = looks.collect::<Vec<_>>();
    let assessment = sample
        .engine
        .assess(&sample.dossier, &sample.season, today());
    let conditions = Conditions {
        today: today(),
        unicode: UNICODE,
        target: target(
            sample.engine.book(),
            &sample.dossier,
            TargetChoice::OfDossier,
        ),
    };
    let extra = Extra {
        looks: &looks,
        assessment: Some(&assessment),
    };
    sample.with(|submission| precheck(&submission, Some(&pledge), &conditions, &extra))
}

fn found(change: impl FnOnce(&mut Sample), place: Place, kind: ObstacleKind) {
    let found = checked(change);
    let wanted = Obstacle { place, kind };
    assert!(found.contains(&wanted), "{wanted:?} is not in {found:#?}");
}

fn file(holder: &str, name: &str) -> Place {
    Place::File {
        holder: holder.to_owned(),
        name: name.to_owned(),
    }
}

fn question(id: &str) -> Place {
    Place::Answer(At::Question(id.to_owned()))
}

fn record(list: &str, record: &str) -> Place {
    Place::Answer(At::Record {
        list: list.to_owned(),
        record: record.to_owned(),
    })
}

fn list(id: &str) -> Place {
    Place::Answer(At::List(id.to_owned()))
}

fn set(sample: &mut Sample, list: &str, field: &str, value: Answer) {
    let record = &mut sample.dossier.lists.get_mut(list).unwrap().records[0];
    Arc::make_mut(record).fields.insert(field.to_owned(), value);
}

/// Gives a file of the example other content.
fn content(sample: &mut Sample, name: &str, content: &[u8]) {
    let mut files = sample.files.iter_mut();
    let file = files.find(|(_, known, _)| known == name).unwrap();
    file.2 = content.to_vec();
}

/// Changes the first target of the book.
fn retarget(sample: &mut Sample, change: impl FnOnce(&mut Target)) {
    let mut book = sample.engine.book().clone();
    change(&mut book.target[0]);
    let compiled = rulebook::Compiled::of(&book).unwrap();
    sample.engine = Rc::new(assess::Engine::new(book, compiled).unwrap());
}

#[test]
fn the_example_gives_warnings_and_notices_and_no_error() {
    let found = checked(|_| {});
    assert!(readiness::is_ready(&found), "{found:#?}");
    // The files of the example are PDF whatever their names say.
    let kinds = found.iter().filter(|found| found.code() == "file-kind");
    assert_eq!(kinds.count(), 2);
    for notice in ["see-papers-agree", "see-proofs-name"] {
        let notices = found.iter().filter(|found| found.code() == notice);
        assert!(notices.clone().count() > 0, "{notice}");
        assert!(
            notices
                .clone()
                .all(|found| found.severity() == Severity::Notice)
        );
    }
}

#[test]
fn a_paper_that_can_be_left_out_is_told_when_it_is() {
    found(
        |_| {},
        Place::Material("photo".to_owned()),
        ObstacleKind::PaperNotBrought,
    );
    let with = checked(|sample| {
        let photo = vec![dossier::Evidence::Paper("照片".to_owned())];
        sample.dossier.materials.insert("photo".to_owned(), photo);
    });
    let photo = Place::Material("photo".to_owned());
    assert!(with.iter().all(|found| found.place != photo), "{with:#?}");
}

#[test]
fn a_file_of_another_kind_than_its_name_says_is_told() {
    found(
        |sample| content(sample, "合同.pdf", b"\x89PNG\r\n\x1a\n"),
        file("a1", "合同.pdf"),
        ObstacleKind::FileKind(FileKind::Png),
    );
    found(
        |sample| content(sample, "合同.pdf", b"MZ\x90\0"),
        file("a1", "合同.pdf"),
        ObstacleKind::FileKind(FileKind::Program),
    );
}

#[test]
fn a_file_whose_end_is_missing_is_told_and_an_empty_one_only_as_empty() {
    found(
        |sample| content(sample, "合同.pdf", b"%PDF-1.7\n1 0 obj"),
        file("a1", "合同.pdf"),
        ObstacleKind::FileTruncated,
    );
    let empty = checked(|sample| content(sample, "合同.pdf", b""));
    let place = file("a1", "合同.pdf");
    let of: Vec<_> = empty.iter().filter(|found| found.place == place).collect();
    assert_eq!(of.len(), 1, "{of:?}");
    assert_eq!(of[0].kind, ObstacleKind::FileEmpty);
}

#[test]
fn the_same_file_handed_in_twice_is_told() {
    let twice = checked(|sample| {
        let first = sample.files[0].2.clone();
        sample.files[1].2 = first;
    });
    assert!(
        twice.iter().any(|found| found.code() == "file-twice"),
        "{twice:#?}"
    );
}

#[test]
fn names_and_numbers_of_files_that_the_portal_refuses_are_told() {
    found(
        |sample| retarget(sample, |target| target.forbidden = Some("(&".to_owned())),
        file("t1", "工程师 证书(扫描).jpg"),
        ObstacleKind::FileNameCharacter('('),
    );
    found(
        |sample| retarget(sample, |target| target.max_files = Some(3)),
        Place::Whole,
        ObstacleKind::TooManyForPortal { limit: 3 },
    );
}

#[test]
fn a_paper_has_limits_of_its_own_where_the_portal_sets_them() {
    let paper = TargetPaper {
        material: "identity_card".to_owned(),
        max_file_bytes: 10,
        endings: vec!["jpg".to_owned()],
    };
    let found = checked(|sample| retarget(sample, |target| target.paper = vec![paper]));
    let place = file("identity_card", "身份证.pdf");
    let codes = |place: &Place| {
        let of = found.iter().filter(|found| found.place == *place);
        of.map(Obstacle::code).collect::<Vec<_>>()
    };
    assert!(codes(&place).contains(&"file-too-large"));
    assert!(codes(&place).contains(&"file-ending"));
    assert!(!codes(&file("a1", "合同.pdf")).contains(&"file-too-large"));
}

#[test]
fn years_that_fall_short_are_told_where_the_date_is_entered() {
    // The certificate counts as an engineer's title from its date on.
    let young = |sample: &mut Sample| {
        let day = Answer::from_text("2023-12-31");
        set(sample, "titles", "appointed", day.clone());
        set(sample, "certificates", "date", day);
    };
    let short = ObstacleKind::YearsShort {
        need: 5,
        have: Some(3),
    };
    found(young, list("titles"), short);
    let none = checked(|sample| {
        for list in ["titles", "certificates"] {
            let list = sample.dossier.lists.get_mut(list).unwrap();
            list.records.clear();
        }
        let of = |holder: &String| holder == "t1" || holder == "c1";
        sample.files.retain(|(holder, ..)| !of(holder));
    });
    let never = none
        .iter()
        .any(|found| matches!(found.kind, ObstacleKind::YearsShort { have: None, .. }));
    assert!(never, "{none:#?}");
}

#[test]
fn training_hours_that_fall_short_are_told_at_the_year() {
    let sample = Sample::example();
    let training = &sample.dossier.records("training")[0];
    let year = match training.answer("year") {
        Some(Answer::Number(year)) => i32::try_from(year.to_integer().unwrap()).unwrap(),
        other => panic!("{other:?}"),
    };
    let id = training.id.clone();
    found(
        |sample| {
            set(
                sample,
                "training",
                "total_hours",
                Answer::Number(Decimal::from_int(89).unwrap()),
            );
        },
        record("training", &id),
        ObstacleKind::YearFails(year),
    );
    found(
        |sample| {
            sample
                .dossier
                .lists
                .get_mut("training")
                .unwrap()
                .records
                .remove(0);
        },
        list("training"),
        ObstacleKind::YearFails(year),
    );
}

#[test]
fn a_gate_that_does_not_hold_is_told_at_its_question() {
    found(
        |sample| {
            let profile = &mut sample.dossier.profile;
            profile.insert("civil_servant".to_owned(), Answer::YesNo(true));
        },
        question("civil_servant"),
        ObstacleKind::GateNotMet("G2".to_owned()),
    );
}

#[test]
fn an_achievement_outside_the_window_is_told_at_its_record() {
    found(
        |sample| {
            set(
                sample,
                "achievements",
                "date",
                Answer::from_text("2010-05-20"),
            );
        },
        record("achievements", "a1"),
        ObstacleKind::OutsideWindow,
    );
}

#[test]
fn names_and_numbers_that_contradict_each_other_keep_it_from_being_sealed() {
    let number = checked(|sample| {
        let other = Answer::from_text("110101199003070003");
        sample.dossier.profile.insert("id_number".to_owned(), other);
    });
    let refused = number
        .iter()
        .find(|found| found.place == question("id_number"));
    assert_eq!(refused.unwrap().severity(), Severity::Error);
    let mut sample = Sample::example();
    let mut pledge = sample.pledge();
    pledge.name = "别人".to_owned();
    let found = sample.readiness(Some(&pledge));
    assert!(
        found
            .iter()
            .any(|found| found.code() == "pledge-other-name"),
        "{found:?}"
    );
    sample.dossier.profile.clear();
}

/// The example with two portals, and a question that chooses.
fn with_two_portals(choice: Option<&str>) -> Sample {
    let mut sample = Sample::example();
    let mut book = sample.engine.book().clone();
    book.target.truncate(1);
    let mut second = book.target[0].clone();
    "strict".clone_into(&mut second.id);
    second.max_file_bytes = 5;
    book.target.push(second);
    let mut question = book.question[0].clone();
    "portal".clone_into(&mut question.id);
    question.needed = false;
    let choices = book.target.iter().map(|target| Choice {
        id: target.id.clone(),
        label: target.label.clone(),
        help: None,
    });
    question.kind = AnswerKind::Choice(choices.collect());
    book.question.push(question);
    book.roles.target = Some("portal".to_owned());
    let book = rulebook::read_book(rulebook::compile_book(&book).unwrap().as_bytes());
    let book = book.unwrap_or_else(|errors| panic!("{errors}"));
    let compiled = rulebook::Compiled::of(&book).unwrap();
    sample.engine = Rc::new(assess::Engine::new(book, compiled).unwrap());
    if let Some(choice) = choice {
        let choice = Answer::from_text(choice);
        sample.dossier.profile.insert("portal".to_owned(), choice);
    }
    sample
}

#[test]
fn the_dossier_chooses_the_portal_and_an_argument_another() {
    let of = |sample: &Sample, choice| {
        let target = target(sample.engine.book(), &sample.dossier, choice);
        target.map(|target| target.id.clone())
    };
    let strict = with_two_portals(Some("strict"));
    let first = strict.engine.book().target[0].id.clone();
    assert_eq!(
        of(&strict, TargetChoice::OfDossier).as_deref(),
        Some("strict")
    );
    assert_eq!(
        of(&strict, TargetChoice::Named(&first)),
        Some(first.clone())
    );
    assert_eq!(of(&strict, TargetChoice::Named("nowhere")), None);
    assert_eq!(of(&strict, TargetChoice::Nowhere), None);
    let open = with_two_portals(None);
    assert_eq!(of(&open, TargetChoice::OfDossier), Some(first));
}

/// What a receiver finds in the target layer.
fn layer(sample: &Sample, bytes: &[u8], target: TargetChoice<'_>) -> Vec<&'static str> {
    let receiver = Receiver {
        settings: Settings {
            options: options(),
            hashers: sha256_alone,
        },
        engines: std::slice::from_ref(&sample.engine),
        reader: None,
        seasons: &sample.seasons,
        target,
        today: day("2026-11-24"),
    };
    let verification = verified(bytes, &receiver);
    assert!(verification.is_valid(), "{:?}", verification.findings);
    let findings = verification.findings.iter();
    let findings = findings.filter(|finding| finding.layer() == Layer::Target);
    findings.map(Finding::code).collect()
}

#[test]
fn a_receiver_holds_a_package_against_the_portal_of_its_dossier() {
    let sample = with_two_portals(Some("strict"));
    let bytes = sample.package();
    let strict = layer(&sample, &bytes, TargetChoice::OfDossier);
    assert!(strict.contains(&"file-too-large"), "{strict:?}");
    assert!(strict.contains(&"file-kind"), "{strict:?}");
    assert!(strict.contains(&"file-truncated"), "{strict:?}");
    let first = sample.engine.book().target[0].id.clone();
    let generous = layer(&sample, &bytes, TargetChoice::Named(&first));
    assert!(!generous.contains(&"file-too-large"), "{generous:?}");
    assert_eq!(layer(&sample, &bytes, TargetChoice::Nowhere), [""; 0]);
    let unknown = layer(&sample, &bytes, TargetChoice::Named("nowhere"));
    assert_eq!(unknown, ["target-unknown"]);
}

#[test]
fn files_are_looked_at_alike_when_the_package_was_zipped_anew() {
    let mut sample = Sample::example();
    let long = vec![b'%'; 200_000];
    content(
        &mut sample,
        "合同.pdf",
        &[b"%PDF-1.7\n", &long[..], b"EOF\n"].concat(),
    );
    let bytes = sample.package();
    let archive = crate::archive(&bytes);
    let entries = archive.entries().iter().enumerate();
    let entries = entries.map(|(index, entry)| {
        deflated(
            &entry.name,
            &crate::content(&archive, &bytes, index).unwrap(),
        )
    });
    let again = Forge::of(entries.collect()).build();
    let stored = layer(&sample, &bytes, TargetChoice::OfDossier);
    assert_eq!(layer(&sample, &again, TargetChoice::OfDossier), stored);
    let whole = stored.iter().filter(|code| **code == "file-truncated");
    let cut = sample.files.len() - 1 - 2;
    assert_eq!(
        whole.count(),
        cut,
        "all but the long one and two of another kind"
    );
    assert_eq!(
        Apart::of(&bytes).payload.len(),
        Apart::of(&again).payload.len()
    );
}
