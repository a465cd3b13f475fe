//! Tests of the tables: of what they say, of what is wrong with them, of what they leave out.

mod complaints;
mod shipped;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use dossier::{Answer, Evidence};

use super::*;
use crate::Book;
use crate::author::read_folder;

const HEADER: &str = "条款,级别,期望,说明,填写,基础,年度,截止日\n";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("books/zhejiang-safety-2019")
}

/// The shipped book.
pub(crate) static BOOK: LazyLock<Book> = LazyLock::new(read_book);
static SHIPPED: LazyLock<Vec<Case>> = LazyLock::new(read_shipped);

fn read_book() -> Book {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    files.sort();
    read_folder(&files).unwrap().book
}

fn read_shipped() -> Vec<Case> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder().join("cases")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        files.push((name, fs::read(&path).unwrap()));
    }
    files.sort();
    let files: Vec<_> = files
        .iter()
        .map(|(name, bytes)| CaseFile { name, bytes })
        .collect();
    read_cases(&files, &BOOK, 2026).unwrap_or_else(|errors| {
        let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", errors.join("\n"))
    })
}

/// Reads one table over the shipped bases.
fn read(table: &str) -> Result<Vec<Case>, Vec<CaseError>> {
    let base = fs::read(folder().join("cases/base.json")).unwrap();
    let files = [
        CaseFile {
            name: "base.json",
            bytes: &base,
        },
        CaseFile {
            name: "table.csv",
            bytes: table.as_bytes(),
        },
    ];
    read_cases(&files, &BOOK, 2026)
}

fn one(changes: &str) -> Case {
    let table = format!("{HEADER}G1,senior,满足,,\"{changes}\"\n");
    read(&table).unwrap().remove(0)
}

#[test]
fn every_case_of_the_shipped_book_reads() {
    let cases = &SHIPPED;
    assert!(cases.len() > 400);
    assert!(cases.iter().all(|case| case.dossier.book == BOOK.id));
    assert!(cases.iter().all(|case| !case.text.is_empty()));
}

#[test]
fn every_form_route_and_row_of_the_shipped_book_has_its_cases() {
    assert_eq!(gaps(&BOOK, &SHIPPED), []);
}

#[test]
fn no_case_of_the_shipped_book_stands_twice() {
    let mut seen = Vec::new();
    for case in SHIPPED.iter() {
        let key = (
            &case.subject,
            &case.level,
            case.season,
            case.cut_off,
            &case.dossier,
        );
        assert!(!seen.contains(&key), "{}:{}", case.file, case.line);
        seen.push(key);
    }
}

#[test]
fn a_clause_without_its_failing_case_is_a_gap() {
    let mut cases = SHIPPED.clone();
    let subject = Subject::Clause("PL4".to_owned());
    cases.retain(|case| case.subject != subject || case.expect != Expect::NotMet);
    let gap = Gap {
        subject,
        levels: vec!["professorial".to_owned()],
        missing: Missing::NotMet,
    };
    assert_eq!(gaps(&BOOK, &cases), [gap]);
}

#[test]
fn what_is_not_published_needs_an_open_case_instead_of_a_failing_one() {
    let mut book = BOOK.clone();
    let mut clauses = book.clause.iter_mut();
    let clause = clauses.find(|clause| clause.id == "PL4").unwrap();
    let unpublished = crate::Rule::Unpublished("the rest of the list".to_owned());
    let rule = clause.form[0].rule.clone();
    clause.form[0].rule = crate::Rule::Any(vec![rule, unpublished]);
    let lacking: Vec<_> = gaps(&book, &SHIPPED)
        .into_iter()
        .map(|gap| (gap.subject, gap.missing))
        .collect();
    let clause = |id: &str| Subject::Clause(id.to_owned());
    let beside = Subject::BesideGates("landmark".to_owned());
    let expected = [clause("professorial.landmark"), clause("PL4"), beside];
    for subject in expected {
        let lacks = lacking.contains(&(subject.clone(), Missing::Open));
        let has_open = SHIPPED.iter().any(|case| {
            case.subject == subject
                && case.expect == Expect::Open
                && case.level.as_deref() == Some("professorial")
        });
        assert_ne!(lacks, has_open, "{subject:?}");
        assert!(!lacking.contains(&(subject, Missing::NotMet)));
    }
}

#[test]
fn a_row_without_an_earning_case_is_a_gap() {
    let mut cases = SHIPPED.clone();
    let subject = Subject::Row("C4".to_owned());
    cases.retain(|case| case.subject != subject || case.expect == Expect::Points(0));
    let gap = Gap {
        subject,
        levels: Vec::new(),
        missing: Missing::Points,
    };
    assert_eq!(gaps(&BOOK, &cases), [gap]);
}

#[test]
fn a_row_becomes_a_case() {
    let table = format!(
        "{HEADER}# 标题\n\n渠道：landmark,正高级工程师,待定,\"说明,有逗号\",,base,2027,2027-06-30\n"
    );
    let case = read(&table).unwrap().remove(0);
    assert_eq!((case.file.as_str(), case.line), ("table.csv", 4));
    assert_eq!(case.subject, Subject::Route("landmark".to_owned()));
    assert_eq!(case.level.as_deref(), Some("professorial"));
    assert_eq!(case.expect, Expect::Open);
    assert_eq!(case.text, "说明,有逗号");
    assert_eq!(case.season, 2027);
    assert_eq!(case.cut_off.unwrap().to_string(), "2027-06-30");
    assert_eq!(case.dossier.season, Some(2027));
}

#[test]
fn points_are_hundredths() {
    let table = format!("{HEADER}赋分:A1,,4.5,,\n大类:B,,60.00,,\n总分,,2.40~8.00,,\n");
    let cases = read(&table).unwrap();
    let expects: Vec<_> = cases.iter().map(|case| case.expect).collect();
    let expected = [
        Expect::Points(450),
        Expect::Points(6000),
        Expect::Between(240, 800),
    ];
    assert_eq!(expects, expected);
}

#[test]
fn answers_change_and_are_taken_back() {
    let case = one("front_line_years=5 sex=女; -birth_date\nmisconduct_year=没有; in_post=否");
    assert_eq!(
        case.dossier.answer("front_line_years"),
        Some(&Answer::Number(5.into()))
    );
    assert_eq!(
        case.dossier.answer("sex"),
        Some(&Answer::from_text("female"))
    );
    assert_eq!(case.dossier.answer("birth_date"), None);
    assert_eq!(case.dossier.answer("misconduct_year"), Some(&Answer::None));
    assert_eq!(case.dossier.answer("in_post"), Some(&Answer::YesNo(false)));
}

#[test]
fn records_are_added_and_removed() {
    let case = one(
        "-titles level=senior_engineer； -degrees; +achievements*2 kind=award grade=市级 class=3 \
         rank=4 project_key=空 date=2024-05-01; +training year=2020 total_hours=90.5",
    );
    assert_eq!(case.dossier.records("titles").len(), 1);
    assert_eq!(case.dossier.records("degrees"), []);
    let awards = case.dossier.records("achievements");
    assert_eq!(awards.len(), 2);
    assert_ne!(awards[0].id, awards[1].id);
    assert_eq!(awards[0].fields, awards[1].fields);
    assert_eq!(
        awards[0].answer("grade"),
        Some(&Answer::from_text("municipal"))
    );
    assert_eq!(awards[0].answer("project_key"), Some(&Answer::None));
    assert_eq!(awards[0].evidence, Vec::<Evidence>::new());
    let hours = case.dossier.records("training").last().unwrap();
    let hours = hours.answer("total_hours");
    assert_eq!(hours, Some(&Answer::Number("90.5".parse().unwrap())));
}

#[test]
fn lists_are_opened_and_completed() {
    let case = one("open titles degrees; complete degrees");
    assert!(!case.dossier.is_complete("titles"));
    assert!(case.dossier.is_complete("degrees"));
    assert!(case.dossier.is_complete("training"));
}
