//! A package as the application makes it, at the receiver's desk.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use assess::Engine;
use dossier::{Answer, Dossier, Evidence, Pledge};
use package::container::Segment;
use package::digest::FileDigest;
use package::name::UNICODE;
use package::seal::{Contents, seal};
use package::subject::{File, Submission};
use rulebook::StatementBy;

use crate::support::{Zhicheng, day, engine, scratch, season, vector};

const TODAY: &str = "2026-11-24";

/// The example with evidence for everything, sealed by the crates that the application seals with.
pub(crate) fn package(folder: &str) -> PathBuf {
    package_under(engine(), folder)
}

/// The same under another book.
pub(crate) fn package_under(engine: &Engine, folder: &str) -> PathBuf {
    let mut dossier = Dossier::read(&fs::read(vector("example.dossier.json")).unwrap()).unwrap();
    for (list, name) in [
        ("degrees", "学位证书.pdf"),
        ("titles", "工程师证书（扫描）.jpg"),
    ] {
        let record = &mut dossier.lists.get_mut(list).unwrap().records[0];
        Arc::make_mut(record).evidence = vec![Evidence::File(name.to_owned())];
    }
    let certificate = &mut dossier.lists.get_mut("certificates").unwrap().records[0];
    Arc::make_mut(certificate).evidence = vec![Evidence::Paper("注册证书原件".to_owned())];
    let card = vec![Evidence::File("身份证.pdf".to_owned())];
    dossier.materials.insert("identity_card".to_owned(), card);
    let contents: Vec<Vec<u8>> = dossier
        .files()
        .iter()
        .map(|(holder, name)| format!("%PDF-1.7\n{holder} {name}\n").into_bytes())
        .collect();
    let files: Vec<File> = dossier
        .files()
        .iter()
        .zip(&contents)
        .map(|((holder, name), content)| File {
            holder: (*holder).to_owned(),
            name: (*name).to_owned(),
            digest: FileDigest::of(content),
        })
        .collect();
    let path = scratch(folder).join("申报包.zip");
    fs::write(&path, sealed(engine, (&dossier, &files), &contents)).unwrap();
    path
}

fn sealed(engine: &Engine, (dossier, files): (&Dossier, &[File]), contents: &[Vec<u8>]) -> Vec<u8> {
    let (today, season) = (day(TODAY), season(2026));
    let submission = Submission {
        engine,
        season: &season,
        dossier,
        files,
    };
    let statements = engine.book().statement.iter();
    let statements = statements.filter(|statement| statement.by == StatementBy::Applicant);
    let pledge = Pledge {
        subject: submission.subject().hex(),
        statements: statements.map(|statement| statement.id.clone()).collect(),
        name: dossier
            .answer("name")
            .and_then(Answer::text)
            .unwrap()
            .to_owned(),
        date: today,
        signature: Vec::new(),
    };
    let assessment = engine.assess(dossier, &season, today);
    let report = wording::report::of_submission(&submission, &assessment, Some(&pledge), today);
    let sealed = seal(&Contents {
        submission,
        pledge: &pledge,
        report: report.as_bytes(),
        date: today,
        unicode: UNICODE,
    });
    let mut bytes = Vec::new();
    for segment in sealed.unwrap().segments {
        match segment {
            Segment::Bytes(piece) => bytes.extend(piece),
            Segment::File { index, .. } => bytes.extend_from_slice(&contents[index]),
        }
    }
    bytes
}

fn verify(package: &Path) -> Zhicheng {
    Zhicheng::new("verify")
        .args(["--today", TODAY])
        .arg(package)
}

#[test]
fn a_package_passes_and_its_chinese_names_survive() {
    let package = package("passes");
    let outcome = verify(&package).run().code(0).prints("有效：");
    assert!(outcome.out.contains("阿依古丽·买买提"), "{outcome:#?}");
    verify(&package)
        .arg("--json")
        .run()
        .code(0)
        .prints("\"valid\":true");
    // Other tools read it too.
    let unzip = Command::new("unzip")
        .arg("-t")
        .arg(&package)
        .output()
        .unwrap();
    assert!(unzip.status.success(), "{unzip:?}");
    let names = String::from_utf8(unzip.stdout).unwrap();
    assert!(
        names.contains("data/files/t1/工程师证书（扫描）.jpg"),
        "{names}"
    );
}

#[test]
fn a_package_is_left_for_the_checkers_from_outside() {
    let package = package("for-checkers");
    verify(&package).run().code(0);
}

#[test]
fn a_changed_evidence_file_is_named() {
    let package = package("changed");
    let mut bytes = fs::read(&package).unwrap();
    let mark = "t1 工程师证书".as_bytes();
    let at = bytes
        .windows(mark.len())
        .position(|window| window == mark)
        .unwrap();
    bytes[at] = b'T';
    fs::write(&package, bytes).unwrap();
    let outcome = verify(&package).run().code(1).prints("无效：");
    assert!(
        outcome.out.contains("data/files/t1/工程师证书（扫描）.jpg"),
        "{outcome:#?}"
    );
}

#[test]
fn what_is_no_package_is_named_and_the_others_are_still_done() {
    let package = package("mixed");
    let other = package.with_file_name("不是申报包.zip");
    fs::write(&other, "not a zip").unwrap();
    let run = Zhicheng::new("verify").args(["--today", TODAY]);
    let run = run
        .arg(&other)
        .arg(package.with_file_name("没有.zip"))
        .arg(&package);
    let outcome = run.run().code(1).says("没有.zip").prints("有效：");
    assert!(outcome.out.contains("不是申报包.zip\n无效"), "{outcome:#?}");
}

#[test]
fn a_package_is_the_same_whenever_it_is_made_from_the_same() {
    let first = fs::read(package("same-1")).unwrap();
    assert_eq!(first, fs::read(package("same-2")).unwrap());
}

/// The short code and the whole digest of a package, as the command tells them.
fn codes(package: &Path) -> (String, String) {
    let told = verify(package).arg("--json").run().code(0).out;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let text = |key: &str| told[key].as_str().unwrap().to_owned();
    (text("code"), text("subject"))
}

#[test]
fn a_package_is_compared_with_its_paper_whatever_was_typed_or_scanned() {
    let package = package("paper");
    let (code, digest) = codes(&package);
    let scanned = format!("ZHICHENG:1:{code}:{}", digest.to_uppercase());
    let typed = code.to_lowercase().replace('-', " ").replace('0', "o");
    for paper in [code.as_str(), &typed, &digest, &scanned] {
        let run = verify(&package).args(["--code", paper]).run();
        run.code(0).prints("有效：");
    }
}

#[test]
fn a_paper_of_something_else_is_named_with_the_digit_that_differs() {
    let package = package("other-paper");
    let (code, digest) = codes(&package);
    let last = if code.ends_with('0') { "1" } else { "0" };
    let other = format!("{}{last}", &code[..13]);
    let outcome = verify(&package).args(["--code", &other]).run().code(1);
    assert!(outcome.out.contains("paper-code-differs"), "{outcome:#?}");
    assert!(
        outcome.out.contains("第 3 组第 4 位起，共 1 位不同"),
        "{outcome:#?}"
    );
    let last = if digest.ends_with('0') { "1" } else { "0" };
    let other = format!("{}{last}", &digest[..63]);
    let outcome = verify(&package).args(["--code", &other]).run().code(1);
    outcome.prints("paper-digest-differs");
    let outcome = verify(&package).args(["--code", "K7QM"]).run().code(2);
    outcome.says("12 位");
    let twice = verify(&package).arg(&package).args(["--code", &code]);
    twice.run().code(2).says("--code");
}

#[test]
fn a_package_is_held_against_the_portal_that_is_asked_for() {
    let package = package("portal");
    // The evidence of the example is cut off behind its first line.
    let outcome = verify(&package).run().code(0).prints("退回预检");
    assert!(outcome.out.contains("file-truncated"), "{outcome:#?}");
    let outcome = verify(&package).args(["--target", "none"]).run().code(0);
    assert!(!outcome.out.contains("退回预检"), "{outcome:#?}");
    let outcome = verify(&package)
        .args(["--target", "elsewhere"])
        .run()
        .code(0);
    outcome.prints("target-unknown");
}

#[test]
fn the_printable_form_is_made_anew_from_the_data() {
    let package = package("anew");
    let out = package.with_file_name("重印.html");
    let run = Zhicheng::new("report").args(["--today", TODAY]);
    run.arg("-o").arg(&out).arg(&package).run().code(0);
    let folder = scratch("anew-unpacked");
    let unzip = Command::new("unzip")
        .args(["-q", "-j"])
        .arg(&package)
        .arg("data/report.html")
        .arg("-d")
        .arg(&folder)
        .status();
    assert!(unzip.unwrap().success());
    let packed = fs::read(folder.join("report.html")).unwrap();
    assert_eq!(fs::read(&out).unwrap(), packed);
    let run = Zhicheng::new("report").args(["--today", TODAY]);
    let draft = run.arg(vector("example.dossier.json")).run().code(0).out;
    assert!(draft.contains("还没有承诺"), "{draft}");
    let nothing = package.with_file_name("坏.zip");
    fs::write(&nothing, "PK").unwrap();
    let run = Zhicheng::new("report").arg(&nothing);
    run.run().code(1).says("zhicheng verify");
}
