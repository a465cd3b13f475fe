//! Readiness: each thing in the way is named, at its place.

use std::sync::Arc;

use {
    crate::sample::{Sample, day, today},
    assess::Place as At,
    dossier::{Answer, Evidence, Record},
    json::Decimal,
    package::{
        digest::FileDigest,
        name::{ClashKind, NameFault, UNICODE},
        pledge::PledgeFault,
        readiness::{Conditions, Obstacle, ObstacleKind, Place, is_ready, readiness},
        severity::Severity,
        subject::{File, Submission},
    },
    std::rc::Rc,
};

/// What is in the way after a change, with a pledge given after it.
fn after(change: impl FnOnce(&mut Sample)) -> Vec<Obstacle> {
    let mut sample = Sample::example();
    change(&mut sample);
    let pledge = sample.pledge();
    sample.readiness(Some(&pledge))
}

fn obstacle(place: Place, kind: ObstacleKind) -> Vec<Obstacle> {
    vec![Obstacle { place, kind }]
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

fn field(list: &str, record: &str, field: &str) -> Place {
    Place::Answer(At::Field {
        list: list.to_owned(),
        record: record.to_owned(),
        field: field.to_owned(),
    })
}

fn first<'a>(sample: &'a mut Sample, list: &str) -> &'a mut Record {
    Arc::make_mut(&mut sample.dossier.lists.get_mut(list).unwrap().records[0])
}

#[test]
fn the_example_with_its_evidence_is_ready_whatever_its_verdict() {
    assert_eq!(after(|_| {}), []);
    let civil = after(|sample| {
        let servant = Answer::YesNo(true);
        sample
            .dossier
            .profile
            .insert("civil_servant".to_owned(), servant);
    });
    assert_eq!(civil, []);
}

#[test]
fn missing_answers_are_named_once() {
    let missing = |value: Option<&str>| {
        after(|sample| {
            sample.dossier.profile.remove("id_number");
            if let Some(value) = value {
                let value = Answer::from_text(value);
                sample.dossier.profile.insert("id_number".to_owned(), value);
            }
        })
    };
    let expected = obstacle(question("id_number"), ObstacleKind::Unanswered);
    assert_eq!(missing(None), expected);
    let wrong = missing(Some("330106198702281221"));
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].place, question("id_number"));
    assert_eq!(wrong[0].code(), "refused");
    let field_missing = after(|sample| {
        first(sample, "achievements").fields.remove("role");
    });
    let expected = obstacle(
        field("achievements", "a1", "role"),
        ObstacleKind::Unanswered,
    );
    assert_eq!(field_missing, expected);
    let kind_missing = after(|sample| {
        first(sample, "achievements").fields.remove("kind");
    });
    let place = field("achievements", "a1", "kind");
    assert!(
        kind_missing.iter().any(|obstacle| obstacle.place == place),
        "{kind_missing:?}"
    );
}

#[test]
fn an_open_list_is_named() {
    let open = after(|sample| {
        sample.dossier.lists.get_mut("training").unwrap().complete = false;
    });
    let place = Place::Answer(At::List("training".to_owned()));
    assert_eq!(open, obstacle(place, ObstacleKind::ListOpen));
}

#[test]
fn missing_papers_and_evidence_are_named() {
    let paper = after(|sample| {
        sample.dossier.materials.clear();
        sample
            .files
            .retain(|(holder, ..)| holder != "identity_card");
    });
    let place = Place::Material("identity_card".to_owned());
    assert_eq!(paper, obstacle(place, ObstacleKind::NoMaterial));
    for (list, record) in [
        ("titles", "t1"),
        ("certificates", "c1"),
        ("achievements", "a1"),
    ] {
        let evidence = after(|sample| {
            first(sample, list).evidence.clear();
            sample.files.retain(|(holder, ..)| holder != record);
        });
        let place = Place::Answer(At::Record {
            list: list.to_owned(),
            record: record.to_owned(),
        });
        assert_eq!(
            evidence,
            obstacle(place, ObstacleKind::NoEvidence),
            "{list}"
        );
    }
}

#[test]
fn papers_of_another_level_are_not_asked_for() {
    let mut sample = Sample::example();
    let mut book = sample.engine.book().clone();
    for material in &mut book.material {
        if material.level == ["professorial"] || material.id == "photo" {
            material.needed = true;
        }
    }
    let photo = book
        .material
        .iter_mut()
        .find(|material| material.id == "photo")
        .unwrap();
    photo.when = Some(rulebook::Rule::Not(Box::new(rulebook::Rule::Answer(
        rulebook::AnswerTest {
            question: "civil_servant".to_owned(),
            test: rulebook::Test {
                is: Some(rulebook::Scalar::YesNo(true)),
                ..rulebook::Test::default()
            },
        },
    ))));
    let compiled = rulebook::Compiled::of(&book).unwrap();
    sample.engine = Rc::new(assess::Engine::new(book, compiled).unwrap());
    let asked = |sample: &Sample| {
        let obstacles = sample.readiness(Some(&sample.pledge())).into_iter();
        let materials = obstacles.filter_map(|obstacle| match obstacle.place {
            Place::Material(id) => Some(id),
            _ => None,
        });
        materials.collect::<Vec<_>>()
    };
    assert_eq!(asked(&sample), ["photo"]);
    let profile = &mut sample.dossier.profile;
    profile.remove("civil_servant");
    assert_eq!(asked(&sample), ["photo"], "a rule that is open asks");
    let profile = &mut sample.dossier.profile;
    profile.insert("civil_servant".to_owned(), Answer::YesNo(true));
    assert_eq!(asked(&sample), [""; 0]);
    let level = Answer::from_text("professorial");
    sample
        .dossier
        .profile
        .insert("target_level".to_owned(), level);
    assert_eq!(
        asked(&sample),
        ["representative_work", "interview_preparation"]
    );
}

#[test]
fn files_named_and_files_at_hand_must_be_the_same() {
    let absent = after(|sample| sample.files.retain(|(holder, ..)| holder != "d1"));
    let place = file("d1", "学位证书.pdf");
    assert_eq!(absent, obstacle(place, ObstacleKind::FileAbsent));
    let unnamed = after(|sample| {
        let extra = ("d1".to_owned(), "多余.pdf".to_owned(), b"x".to_vec());
        sample.files.push(extra);
    });
    assert_eq!(
        unnamed,
        obstacle(file("d1", "多余.pdf"), ObstacleKind::FileUnnamed)
    );
}

/// Renames the evidence of the degree.
fn renamed(names: &[&str]) -> Vec<Obstacle> {
    after(|sample| {
        let evidence = names.iter().map(|name| Evidence::File((*name).to_owned()));
        first(sample, "degrees").evidence = evidence.collect();
        sample.files.retain(|(holder, ..)| holder != "d1");
        for (index, name) in names.iter().enumerate() {
            let content = format!("{index}").into_bytes();
            sample
                .files
                .push(("d1".to_owned(), (*name).to_owned(), content));
        }
    })
}

#[test]
fn names_that_are_not_safe_everywhere_are_named() {
    let cases = [
        ("a?.pdf", NameFault::Forbidden('?')),
        ("a/b.pdf", NameFault::Forbidden('/')),
        ("con.pdf", NameFault::Device),
        ("a.pdf ", NameFault::TrailingDotOrSpace),
    ];
    for (name, fault) in cases {
        let found = renamed(&[name]);
        assert!(
            found.contains(&Obstacle {
                place: file("d1", name),
                kind: ObstacleKind::FileName(fault),
            }),
            "{name}: {found:?}"
        );
    }
    let decomposed = renamed(&["e\u{301}.pdf"]);
    let place = file("d1", "e\u{301}.pdf");
    assert_eq!(decomposed, obstacle(place, ObstacleKind::FileNotNormalised));
}

#[test]
fn names_that_clash_are_named() {
    for (a, b, kind) in [
        ("a.pdf", "A.PDF", ClashKind::Alike),
        ("100%.pdf", "100％.pdf", ClashKind::Duplicate),
    ] {
        let found = renamed(&[a, b]);
        assert_eq!(found.len(), 1, "{found:?}");
        let ObstacleKind::FileClash { kind: found, .. } = &found[0].kind else {
            panic!("{found:?}");
        };
        assert_eq!(*found, kind);
    }
}

#[test]
fn what_a_portal_may_refuse_is_a_warning() {
    let mut sample = Sample::example();
    let mut book = sample.engine.book().clone();
    let target = &mut book.target[0];
    (target.max_file_bytes, target.max_total_bytes) = (30, 200);
    (target.max_name_characters, target.endings) = (9, vec!["pdf".to_owned()]);
    let compiled = rulebook::Compiled::of(&book).unwrap();
    sample.engine = Rc::new(assess::Engine::new(book, compiled).unwrap());
    sample.files[0].2 = Vec::new();
    sample.files[1].2 = sample.files[2].2.clone();
    let found = sample.readiness(Some(&sample.pledge()));
    assert!(is_ready(&found));
    for code in [
        "file-empty",
        "file-twice",
        "file-too-large",
        "file-name-long",
        "file-ending",
        "files-too-large",
    ] {
        let warning = found.iter().find(|obstacle| obstacle.code() == code);
        let severity = warning.map(Obstacle::severity);
        assert_eq!(severity, Some(Severity::Warning), "{code}");
    }
}

#[test]
fn a_pledge_that_does_not_hold_is_named_with_its_reasons() {
    let sample = Sample::example();
    let none = sample.readiness(None);
    assert_eq!(none, obstacle(Place::Pledge, ObstacleKind::NoPledge));
    let with = |fault: PledgeFault| obstacle(Place::Pledge, ObstacleKind::PledgeVoid(fault));
    let mut pledge = sample.pledge();
    pledge.subject = "0".repeat(64);
    assert_eq!(
        sample.readiness(Some(&pledge)),
        with(PledgeFault::OtherContent)
    );
    let mut pledge = sample.pledge();
    let statement = pledge.statements.remove(2);
    assert_eq!(
        sample.readiness(Some(&pledge)),
        with(PledgeFault::Unconfirmed(statement))
    );
    let mut pledge = sample.pledge();
    pledge.name = "买买提".to_owned();
    let typed = pledge.name.clone();
    assert_eq!(
        sample.readiness(Some(&pledge)),
        with(PledgeFault::OtherName { typed })
    );
    let mut pledge = sample.pledge();
    pledge.date = day("2026-11-25");
    assert_eq!(
        sample.readiness(Some(&pledge)),
        with(PledgeFault::Future(pledge.date))
    );
}

#[test]
fn every_change_voids_the_pledge() {
    let given = Sample::example().pledge();
    let changes: [&dyn Fn(&mut Sample); 5] = [
        &|sample| {
            let years = Answer::Number(Decimal::from_int(10).unwrap());
            sample
                .dossier
                .profile
                .insert("front_line_years".to_owned(), years);
        },
        &|sample| sample.files[0].2.push(b' '),
        &|sample| {
            sample.files.pop();
        },
        &|sample| sample.season.cut_off = day("2026-10-31"),
        &|sample| {
            let mut book = sample.engine.book().clone();
            book.version = "9.9.9".to_owned();
            let compiled = rulebook::Compiled::of(&book).unwrap();
            sample.engine = Rc::new(assess::Engine::new(book, compiled).unwrap());
        },
    ];
    for (index, change) in changes.iter().enumerate() {
        let mut sample = Sample::example();
        change(&mut sample);
        let void = ObstacleKind::PledgeVoid(PledgeFault::OtherContent);
        let found = sample.readiness(Some(&given));
        assert!(
            found.iter().any(|obstacle| obstacle.kind == void),
            "change {index}"
        );
    }
}

#[test]
fn another_book_or_season_than_the_dossiers_is_named() {
    let other = after(|sample| sample.dossier.book = "elsewhere".to_owned());
    let kind = ObstacleKind::OtherBook("elsewhere".to_owned());
    assert_eq!(other, obstacle(Place::Whole, kind));
    let other = after(|sample| sample.dossier.season = Some(2025));
    assert_eq!(
        other,
        obstacle(Place::Whole, ObstacleKind::OtherSeason(2025))
    );
}

#[test]
fn more_than_a_package_can_hold_is_an_error() {
    let sample = Sample::example();
    let found = |count: usize, size: u64| {
        let files = (0..count).map(|index| File {
            holder: "a1".to_owned(),
            name: format!("{index}.pdf"),
            digest: FileDigest {
                size,
                ..FileDigest::of(&index.to_le_bytes())
            },
        });
        let files: Vec<_> = files.collect();
        let submission = Submission {
            engine: &sample.engine,
            season: &sample.season,
            dossier: &sample.dossier,
            files: &files,
        };
        let conditions = Conditions {
            today: today(),
            unicode: UNICODE,
            target: None,
        };
        let obstacles = readiness(&submission, None, &conditions);
        let whole = obstacles.into_iter();
        let whole = whole.filter(|obstacle| obstacle.place == Place::Whole);
        whole.map(|obstacle| obstacle.code()).collect::<Vec<_>>()
    };
    assert_eq!(found(9_900, 1), [""; 0]);
    assert_eq!(found(9_901, 1), ["too-many-files"]);
    assert_eq!(found(4, 1 << 30), ["too-large-for-package"]);
    assert_eq!(found(3, 1 << 30), [""; 0]);
}
