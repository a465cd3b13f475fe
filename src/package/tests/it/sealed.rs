//! Sealing: what goes in comes out, the same every time.

use std::sync::Arc;

use {
    crate::{
        archive, codes,
        sample::{Apart, REPORT, Sample, today},
    },
    dossier::Evidence,
    json::Json,
    package::{layout, readiness::ObstacleKind, seal::SealFault, subject::ShortCode},
    std::rc::Rc,
};

#[test]
fn a_sealed_package_is_valid_and_holds_what_went_in() {
    let sample = Sample::example();
    let bytes = sample.package();
    assert_eq!(codes(&bytes), [""; 0]);
    let verification = sample.verify(&bytes);
    assert_eq!(verification.findings, []);
    assert!(verification.is_valid());
    let content = verification.content.unwrap();
    assert_eq!(content.dossier, sample.dossier);
    assert_eq!(content.pledge, Some(sample.pledge()));
    assert_eq!(content.season, sample.season);
    assert_eq!(content.engine.book(), sample.engine.book());
    assert_eq!(content.date, Some(today()));
    assert_eq!(content.code, sample.sealed().code);
    assert_eq!(content.evidence.len(), sample.files.len());
    assert_eq!(verification.report.unwrap(), REPORT);
    let assessed = sample
        .engine
        .assess(&sample.dossier, &sample.season, today());
    assert_eq!(content.assessment, assessed);
}

#[test]
fn the_files_lie_where_the_design_says() {
    let bytes = Sample::example().package();
    let archive = archive(&bytes);
    let names: Vec<_> = archive
        .entries()
        .iter()
        .map(|entry| entry.name.as_str())
        .collect();
    let mut expected = layout::TAGS.to_vec();
    expected.sort_by_key(|name| (*name != "bagit.txt", *name));
    let mut payload = layout::PARTS.to_vec();
    payload.extend([
        "data/files/a1/合同.pdf",
        "data/files/a1/验收意见.pdf",
        "data/files/a2/论文.pdf",
        "data/files/a3/证书.pdf",
        "data/files/a4/版权页.pdf",
        "data/files/c1/注安证书 100％.png",
        "data/files/d1/学位证书.pdf",
        "data/files/identity_card/身份证.pdf",
        "data/files/t1/工程师 证书(扫描).jpg",
    ]);
    payload.sort_unstable();
    expected.extend(payload);
    assert_eq!(names, expected);
}

#[test]
fn the_bytes_are_the_same_every_time_and_whatever_the_order_of_files() {
    let sample = Sample::example();
    let mut turned = sample.clone();
    turned.files.reverse();
    let bytes = sample.package();
    assert!(bytes == sample.package());
    assert!(bytes == turned.package());
}

#[test]
fn parts_are_canonical_and_the_book_is_the_one_that_was_applied() {
    let sample = Sample::example();
    let apart = Apart::of(&sample.package());
    for path in layout::PARTS {
        if path != layout::REPORT {
            let text = apart.text(path);
            assert_eq!(
                Json::parse(text.as_bytes()).unwrap().canonical(),
                text,
                "{path}"
            );
        }
    }
    let digest = rulebook::digest(&apart.payload[layout::RULEBOOK]);
    assert_eq!(digest, sample.engine.reference().digest);
    assert_eq!(digest, shipped::books()[0].digest);
}

#[test]
fn the_metadata_tells_person_employer_and_code_and_no_identity_number() {
    let sample = Sample::example();
    let bytes = sample.package();
    let apart = Apart::of(&bytes);
    let code = sample.sealed().code.to_string();
    assert_eq!(apart.date, "2026-11-24");
    let value = |label: &str| {
        let mut info = apart.info.iter();
        info.find(|(known, _)| known == label)
            .map(|(_, value)| value.as_str())
    };
    assert_eq!(value("Contact-Name"), Some("阿依古丽·买买提"));
    assert_eq!(value("Source-Organization"), Some("杭州某安全技术有限公司"));
    assert_eq!(value("External-Identifier"), Some(code.as_str()));
    assert_eq!(ShortCode::parse(&code), Some(sample.sealed().code));
    let told = apart.text(layout::CRATE);
    assert!(told.contains("阿依古丽·买买提") && !told.contains("33010619870228122X"));
    let secret = b"33010619870228122X";
    let places = bytes
        .windows(secret.len())
        .filter(|window| window == secret);
    assert_eq!(places.count(), 1, "in the dossier alone");
}

#[test]
fn nothing_is_sealed_that_is_not_ready() {
    let mut sample = Sample::example();
    let pledge = sample.pledge();
    let degrees = sample.dossier.lists.get_mut("degrees").unwrap();
    Arc::make_mut(&mut degrees.records[0]).evidence = vec![Evidence::Paper("原件".to_owned())];
    let Err(SealFault::NotReady(obstacles)) = sample.seal_with(&pledge) else {
        panic!("sealed");
    };
    let unnamed = obstacles
        .iter()
        .any(|obstacle| obstacle.kind == ObstacleKind::FileUnnamed);
    assert!(unnamed, "{obstacles:?}");
}

#[test]
fn a_book_under_a_wrong_digest_is_not_sealed() {
    let mut sample = Sample::example();
    let book = sample.engine.book().clone();
    let compiled = rulebook::Compiled::known(shipped::books()[0].json, "00");
    sample.engine = Rc::new(assess::Engine::new(book, compiled).unwrap());
    let sealed = sample.seal_with(&sample.pledge());
    assert_eq!(sealed.unwrap_err(), SealFault::BookDigest);
}
