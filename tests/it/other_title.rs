//! A book of another title, of another place: the code knows no specialty.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assess::{Assessment, Engine, Verdict};
use dossier::{Answer, Dossier, Evidence, Pledge, Record};
use json::{Decimal, Json};
use package::container::Segment;
use package::digest::FileDigest;
use package::name::UNICODE;
use package::seal::{Contents, seal};
use package::subject::{File, Submission};
use rulebook::{Authority, SeasonDay, resolve_season};

use crate::support::{Zhicheng, day, scratch};

const ID: &str = "hangzhou-chemical-textile-2024";
const TODAY: &str = "2024-11-24";

fn folder() -> PathBuf {
    let books = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rulebook/books/native");
    books.join(ID)
}

fn engine() -> Engine {
    let mut books = shipped::native_books().iter();
    let book = books.find(|book| book.id == ID).unwrap();
    Engine::new(book.read().unwrap(), book.compiled()).unwrap()
}

fn season(engine: &Engine) -> SeasonDay {
    resolve_season(engine.book(), &shipped::seasons(), 2024).unwrap()
}

/// An engineer of five years with a bachelor's degree, everything filled in.
fn engineer() -> Dossier {
    let base = fs::read(folder().join("cases/base.json")).unwrap();
    let mut dossier = Dossier::read(&base).unwrap();
    let mut title = Record::new("t1");
    for (field, value) in [("level", "engineer"), ("engaged", "2019-06-30")] {
        let value = Answer::from_text(value);
        title.fields.insert(field.to_owned(), value);
    }
    title.evidence = vec![Evidence::File("聘任文件.pdf".to_owned())];
    let titles = dossier.lists.get_mut("titles").unwrap();
    titles.records.push(title.into());
    let degree = &mut dossier.lists.get_mut("degrees").unwrap().records[0];
    Arc::make_mut(degree).evidence = vec![Evidence::Paper("学位证书原件".to_owned())];
    dossier
}

fn route(assessment: &Assessment, id: &str) -> Verdict {
    let level = &assessment.levels[0];
    let route = level.routes.iter().find(|route| route.id == id).unwrap();
    route.conclusion.verdict
}

#[test]
fn its_cases_come_out_as_their_keeper_says_and_none_is_missing() {
    Zhicheng::new("book test")
        .arg(folder())
        .run()
        .code(0)
        .prints("0 个不符");
    Zhicheng::new("book check").arg(folder()).run().code(0);
}

#[test]
fn nothing_in_it_claims_more_than_a_notice_of_another_specialty_or_a_rule_of_the_state() {
    let engine = engine();
    let book = engine.book();
    let clauses = book.clause.iter().map(|clause| clause.authority);
    let routes = book.route.iter().map(|route| route.authority);
    assert!(
        clauses
            .chain(routes)
            .all(|authority| authority != Authority::Plan)
    );
}

#[test]
fn the_open_landmark_list_can_be_met_but_is_never_failed() {
    let (engine, mut dossier) = (engine(), engineer());
    let season = season(&engine);
    let judged = engine.assess(&dossier, &season, day(TODAY));
    assert_eq!(route(&judged, "landmark"), Verdict::Open);
    assert_eq!(route(&judged, "standard"), Verdict::Met);
    assert_eq!(judged.levels[0].recommended.as_deref(), Some("standard"));
    let mut award = Record::new("a1");
    award.fields.extend([
        ("grade".to_owned(), Answer::from_text("national")),
        ("class".to_owned(), Answer::Number(Decimal::from(2))),
        ("date".to_owned(), Answer::from_text("2020-01-10")),
    ]);
    dossier
        .lists
        .get_mut("awards")
        .unwrap()
        .records
        .push(award.into());
    let judged = engine.assess(&dossier, &season, day(TODAY));
    assert_eq!(route(&judged, "landmark"), Verdict::Met);
}

#[test]
fn the_total_worked_out_by_the_official_sheet_is_entered_as_a_number() {
    let (engine, mut dossier) = (engine(), engineer());
    let season = season(&engine);
    let mut with = |total: &str| {
        let total = Answer::Number(total.parse().unwrap());
        dossier.profile.insert("self_score".to_owned(), total);
        route(&engine.assess(&dossier, &season, day(TODAY)), "scored")
    };
    assert_eq!(with("120"), Verdict::Met);
    assert_eq!(with("119.99"), Verdict::NotMet);
    assert!(engine.book().score.is_none());
}

#[test]
fn the_command_assesses_a_dossier_that_names_it() {
    let path = scratch("other-title").join("档案.json");
    fs::write(&path, engineer().to_json().canonical()).unwrap();
    let run = Zhicheng::new("assess --explain --today").args([TODAY]);
    run.arg(&path)
        .run()
        .code(0)
        .prints("正常申报：满足")
        .prints("没有公布，无法判断：标志性业绩清单的其余各项没有查到");
    let empty = folder().join("cases/base.json");
    let run = Zhicheng::new("assess --today").args([TODAY]);
    let outcome = run.arg(empty).run().code(0);
    let outcome = outcome.prints("有的规定没有公布，填完了也判断不了");
    assert!(!outcome.out.contains("自评总分 0"), "{outcome:#?}");
}

#[test]
fn its_schema_has_its_questions() {
    let run = Zhicheng::new("schema dossier --book").arg(folder());
    let outcome = run.run().code(0).prints("self_score");
    let schema = Json::parse(outcome.out.as_bytes()).unwrap();
    assert!(schema.get("properties").is_some());
}

#[test]
fn a_package_under_it_is_sealed_and_verified() {
    let path = scratch("other-package").join("申报包.zip");
    fs::write(&path, package()).unwrap();
    let run = Zhicheng::new("verify --today").args([TODAY]);
    run.arg(&path)
        .run()
        .code(0)
        .prints("有效：没有发现问题")
        .prints("申报高级工程师")
        .prints(ID);
}

fn package() -> Vec<u8> {
    let (engine, dossier, today) = (engine(), engineer(), day(TODAY));
    let season = season(&engine);
    let content = b"%PDF-1.7\n%%EOF\n".to_vec();
    let files = [File {
        holder: "t1".to_owned(),
        name: "聘任文件.pdf".to_owned(),
        digest: FileDigest::of(&content),
    }];
    let submission = Submission {
        engine: &engine,
        season: &season,
        dossier: &dossier,
        files: &files,
    };
    let statements = engine.book().statement.iter();
    let pledge = Pledge {
        subject: submission.subject().hex(),
        statements: statements.map(|statement| statement.id.clone()).collect(),
        name: "示例人".to_owned(),
        date: today,
        signature: Vec::new(),
    };
    let assessment = engine.assess(&dossier, &season, today);
    let report = wording::report::of_submission(&submission, &assessment, Some(&pledge), today);
    assert!(report.contains("正常申报"));
    let contents = Contents {
        submission,
        pledge: &pledge,
        report: report.as_bytes(),
        date: today,
        unicode: UNICODE,
    };
    let segments = seal(&contents).unwrap().segments.into_iter();
    let pieces = segments.map(|segment| match segment {
        Segment::Bytes(piece) => piece,
        Segment::File { .. } => content.clone(),
    });
    pieces.flatten().collect()
}
