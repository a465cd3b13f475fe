//! What is said under the shipped books: about real rules and a real engine.

use assess::{Engine, Verdict};
use dossier::Dossier;
use rulebook::{Book, resolve_season};

use crate::explain::Explain;
use crate::report::{Attached, Report, html};
use crate::sample::day;

/// A candidate for the shipped book; some of the answers are left out when `open`.
fn candidate(open: bool) -> Dossier {
    let post = if open { "" } else { "\"in_post\": true," };
    let complete = if open { "" } else { "\"achievements\"" };
    let text = format!(
        r#"{{ "format": "zhicheng-dossier/1", "book": "zhejiang-safety-2019", "season": 2026,
        "profile": {{ "name": "阿依古丽·买买提", "sex": "female", "birth_date": "1987-02-28", {post}
        "civil_servant": false, "under_penalty": false, "misconduct_year": null,
        "target_level": "senior", "category": "technical_service", "front_line_years": 9 }},
        "degrees": [{{ "id": "d1", "level": "master", "mode": "full_time", "date": "2012-06-30" }}],
        "titles": [{{ "id": "t1", "level": "engineer", "how": "review", "appointed": "2018-12-31" }}],
        "training": [{{ "id": "h1", "year": 2025, "total_hours": 88, "professional_hours": 60,
          "public_hours": 18 }}],
        "achievements": [
        {{ "id": "a1", "kind": "project", "title": "某化工园区安全评价", "date": "2021-05-20",
          "grade": "municipal", "role": "lead", "evidence": ["合同.pdf"] }},
        {{ "id": "a2", "kind": "award", "title": "旧奖", "date": "2010-01-01", "grade": "provincial",
          "class": 2, "rank": 3, "project_key": null }}],
        "complete": ["degrees", "titles", "training", "assessments", {complete} "certificates"] }}"#,
        complete = if complete.is_empty() {
            String::new()
        } else {
            format!("{complete},")
        },
    );
    Dossier::read(text.as_bytes()).unwrap()
}

fn judge(dossier: &Dossier) -> (Book, assess::Assessment) {
    let shipped = &shipped::books()[0];
    let book = shipped.read().unwrap();
    let engine = Engine::new(book.clone(), shipped.compiled()).unwrap();
    let season = resolve_season(&book, &shipped::seasons(), 2026).unwrap();
    let assessment = engine.assess(dossier, &season, day("2026-03-01"));
    (book, assessment)
}

/// Ids of the book that are not for people: choices, fields, lists, questions.
fn ids(book: &Book) -> Vec<&str> {
    let questions = book.question.iter().map(|question| question.id.as_str());
    let lists = book.list.iter().map(|list| list.id.as_str());
    let fields = book.list.iter().flat_map(|list| &list.field);
    let kinds = book.list.iter().flat_map(|list| &list.kind);
    let fields = fields.chain(kinds.flat_map(|kind| &kind.field));
    let scales = book.scale.iter().flat_map(|scale| &scale.choice);
    let ids = questions
        .chain(lists)
        .chain(fields.map(|field| field.id.as_str()));
    ids.chain(scales.map(|choice| choice.id.as_str())).collect()
}

#[test]
fn no_explanation_shows_an_id_or_an_empty_sentence() {
    for open in [false, true] {
        let dossier = candidate(open);
        let (book, assessment) = judge(&dossier);
        let explain = Explain::new(&book, &assessment).with(&dossier);
        for level in &assessment.levels {
            for clause in &level.clauses {
                let reason = explain.clause(level, clause);
                for line in reason.lines() {
                    assert!(!line.text.is_empty(), "{clause:?}");
                    let mut words = line
                        .text
                        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                    let found = words.find(|word| word.len() > 3 && ids(&book).contains(word));
                    assert_eq!(found, None, "{}", line.text);
                }
            }
        }
    }
}

#[test]
fn a_failing_year_shows_the_hours_found_and_needed() {
    let dossier = candidate(false);
    let (book, assessment) = judge(&dossier);
    let level = assessment
        .levels
        .iter()
        .find(|level| level.id == "senior")
        .unwrap();
    let explain = Explain::new(&book, &assessment).with(&dossier);
    let reason = explain.clause(level, level.clause("G7").unwrap());
    let lines: Vec<String> = reason
        .lines()
        .iter()
        .map(|line| line.text.to_owned())
        .collect();
    let all = lines.join("\n");
    assert!(all.contains("总学时不少于 90 学时"), "{all}");
    assert!(
        all.contains("2025 年（总学时：88 学时）：不符合要求"),
        "{all}"
    );
}

#[test]
fn what_is_open_is_asked_for() {
    let dossier = candidate(true);
    let (book, assessment) = judge(&dossier);
    let level = assessment
        .levels
        .iter()
        .find(|level| level.id == "senior")
        .unwrap();
    let explain = Explain::new(&book, &assessment).with(&dossier);
    let gate = level.clause("G1").unwrap();
    assert_eq!(gate.conclusion.verdict, Verdict::Open);
    assert_eq!(
        explain.missing_for(level, gate),
        [assess::Place::Question("in_post".to_owned())]
    );
}

#[test]
fn the_report_of_a_real_candidate_is_whole() {
    let dossier = candidate(false);
    let (book, assessment) = judge(&dossier);
    let sha256 = "0f".repeat(32);
    let files = [Attached {
        holder: "a1",
        name: "合同.pdf",
        size: 20_480,
        sha256: &sha256,
    }];
    let html = html(&Report {
        book: &book,
        dossier: &dossier,
        assessment: &assessment,
        pledge: None,
        subject: &package::subject::Subject::of(String::new()),
        files: &files,
        made_on: day("2026-03-02"),
    });
    for question in &book.question {
        assert!(html.contains(&question.label), "{}", question.label);
    }
    for row in &book.score.as_ref().unwrap().row {
        assert!(html.contains(&row.text), "{}", row.id);
    }
    assert!(html.contains("某化工园区安全评价") && html.contains("在统计期外，不计分"));
}

#[test]
fn sealer_and_receiver_print_the_same_report() {
    use package::digest::FileDigest;
    use package::subject::{File, Submission};

    let dossier = candidate(false);
    let shipped = &shipped::books()[0];
    let engine = Engine::new(shipped.read().unwrap(), shipped.compiled()).unwrap();
    let season = resolve_season(engine.book(), &shipped::seasons(), 2026).unwrap();
    let file = |holder: &str, name: &str| File {
        holder: holder.to_owned(),
        name: name.to_owned(),
        digest: FileDigest::of(name.as_bytes()),
    };
    let report = |dossier: &Dossier, files: &[File]| {
        let submission = Submission {
            engine: &engine,
            season: &season,
            dossier,
            files,
        };
        let assessment = engine.assess(dossier, &season, day("2026-03-01"));
        crate::report::of_submission(&submission, &assessment, None, day("2026-03-01"))
    };
    let sealed = report(&dossier, &[file("a1", "合同.pdf"), file("a2", "证书.pdf")]);
    let packed = Dossier::read(dossier.to_json().canonical().as_bytes()).unwrap();
    let received = report(&packed, &[file("a2", "证书.pdf"), file("a1", "合同.pdf")]);
    assert_eq!(sealed, received);
    let changed = report(&packed, &[file("a2", "证书.pdf"), file("a1", "合同2.pdf")]);
    assert_ne!(sealed, changed);
}

#[test]
fn records_without_a_title_are_named_by_what_tells_them_apart() {
    let (book, dossier) = (judge(&candidate(false)).0, candidate(false));
    let labels = crate::Labels::new(&book);
    let named = |list: &str| {
        let record = &dossier.records(list)[0];
        let by = labels.named_by(list, record);
        let by: Vec<&str> = by.iter().map(|field| field.id.as_str()).collect();
        (labels.record(list, record), by.join(" "))
    };
    let name = |name: &str, by: &str| (name.to_owned(), by.to_owned());
    assert_eq!(named("training"), name("继续教育（2025 年）", "year"));
    assert_eq!(
        named("degrees"),
        name("学历学位（硕士，全日制，2012年6月30日）", "level mode date")
    );
    assert_eq!(
        named("achievements"),
        name("工程或技术服务项目“某化工园区安全评价”", "title")
    );
    // Answers of nothing but space tell nothing.
    let mut blank = dossier::Record::clone(&dossier.records("achievements")[0]);
    let blanks = dossier::Answer::from_text(" ");
    blank.fields.insert("title".to_owned(), blanks);
    assert_eq!(
        labels.record("achievements", &blank),
        "工程或技术服务项目（2021年5月20日，市级，负责人）"
    );
}
