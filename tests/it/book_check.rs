//! `zhicheng book check` and `book diff` on copies of the shipped book with a change.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Outcome, Zhicheng, scratch};

/// A copy of the shipped book in which one text of one file is another.
fn seeded(name: &str, (file, from, to): (&str, &str, &str)) -> (PathBuf, usize) {
    let books = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rulebook/books");
    let folder = scratch(name);
    for entry in fs::read_dir(books.join("zhejiang-safety-2019")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    let text = fs::read_to_string(folder.join(file)).unwrap();
    let at = text.find(from).unwrap();
    let line = text[..at].matches('\n').count() + 1;
    fs::write(folder.join(file), text.replacen(from, to, 1)).unwrap();
    (folder, line)
}

fn check(folder: &Path) -> Outcome {
    Zhicheng::new("book check").arg(folder).run()
}

/// The fault is named with its file, line and these words.
fn named(name: &str, change: (&str, &str, &str), words: &str) {
    let (folder, line) = seeded(name, change);
    let place = format!("{} 第 {line} 行", change.0);
    check(&folder).code(1).says(&place).says(words);
}

#[test]
fn entries_are_checked_one_by_one_first() {
    let gates = "gates.toml";
    named(
        "seed-unresolved",
        (gates, "question = \"in_post\"", "question = \"in_pots\""),
        "in_pots",
    );
    named("seed-repeated", (gates, "id = \"G2\"", "id = \"G1\""), "G1");
    named(
        "seed-blank",
        (gates, "locator = \"宁波 2024\"", "locator = \" \""),
        "空",
    );
    let (folder, _) = seeded("seed-absent", (gates, "locator = \"宁波 2024\"\n", ""));
    check(&folder).code(1).says(gates).says("locator");
    let (folder, _) = seeded("seed-authority", (gates, "authority = \"national\"\n", ""));
    check(&folder).code(1).says(gates).says("authority");
}

#[test]
fn a_fault_of_the_whole_book_has_file_line_and_a_counterexample_that_opens() {
    let change = (
        "conditions_safety_management.toml",
        "rule = { answer = { question = \"safety_management_years\", test = { at_least = 5 } } }",
        "rule = { all = [{ answer = { question = \"safety_management_years\", test = { at_least = 5 } } }, { answer = { question = \"safety_management_years\", test = { at_most = 4 } } }] }",
    );
    let (folder, line) = seeded("seed-never", change);
    let shown = folder.join("反例");
    let run = Zhicheng::new("book check")
        .arg("--counterexamples")
        .arg(&shown);
    let place = format!("{} 第 {line} 行", change.0);
    run.arg(&folder)
        .run()
        .code(1)
        .says(&place)
        .says("条目“MC1”")
        .says("对谁都不成立")
        .prints("通查发现 1 处问题");
    let dossier = fs::read_dir(&shown)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    assert!(
        dossier.to_string_lossy().contains("never-holds-MC1"),
        "{dossier:?}"
    );
    let run = Zhicheng::new("assess --today 2026-12-31 --explain --book").arg(&folder);
    run.arg(dossier).run().code(0).prints("[不满足] MC1");
}

#[test]
fn a_clause_without_its_cases_is_named() {
    let (folder, _) = seeded("seed-cases", ("gates.toml", "id = \"G1\"", "id = \"G1\""));
    fs::create_dir(folder.join("cases")).unwrap();
    let base =
        "{\"format\":\"zhicheng-dossier/1\",\"book\":\"zhejiang-safety-2019\",\"profile\":{}}";
    fs::write(folder.join("cases/base.json"), base).unwrap();
    fs::write(
        folder.join("cases/few.csv"),
        "条款,级别,期望,说明,填写\nG1,senior,满足,在职,in_post=是\n",
    )
    .unwrap();
    let outcome = check(&folder)
        .code(1)
        .says("G1 senior/professorial 没有不满足的案例");
    outcome.says("SL7 senior 没有满足的案例");
}

#[test]
fn two_versions_in_force_on_one_day_are_named() {
    let version = ("book.toml", "version = \"1.0.0\"", "version = \"1.1.0\"");
    let (folder, _) = seeded("seed-overlap", version);
    let books = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rulebook/books");
    let shipped = books.join("zhejiang-safety-2019");
    let run = Zhicheng::new("book check").arg(&shipped).arg(&folder);
    run.run().code(1).says("生效的日子有重叠");
}

#[test]
fn a_changed_number_is_told_with_the_people_whose_verdict_it_changes() {
    let change = (
        "gates.toml",
        "question = \"civil_servant\", test = false",
        "question = \"civil_servant\", test = true",
    );
    let (folder, _) = seeded("diff", change);
    let books = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rulebook/books");
    let shipped = books.join("zhejiang-safety-2019");
    let diff = |json: bool| {
        let run = Zhicheng::new("book diff").args(json.then_some("--json"));
        let dossiers = folder.join("档案.jsonl");
        let base = fs::read(shipped.join("cases/base.json")).unwrap();
        let base = json::Json::parse(&base).unwrap().canonical();
        fs::write(&dossiers, format!("{base}\n")).unwrap();
        let run = run.arg("--dossiers").arg(dossiers);
        run.arg(&shipped).arg(&folder).run().code(0)
    };
    diff(false)
        .prints("改 clause/G2/form/*/rule/answer/test/is：false → true")
        .prints("高级工程师 G2 不是公务员或参公人员：满足 → 不满足")
        .prints("条目有 1 处不同；1 份档案里有 1 份结论变了");
    let outcome = diff(true);
    let json = json::Json::parse(outcome.out.as_bytes()).unwrap();
    let entries = json.get("entries").and_then(json::Json::as_array).unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].get("new"), Some(&json::Json::Bool(true)));
    assert!(
        outcome
            .out
            .contains("\"clause\":\"G2\",\"clauses\":[\"G2\"]"),
        "{outcome:#?}"
    );
    let run = Zhicheng::new("book diff").arg(&shipped).arg(&shipped);
    run.run()
        .code(0)
        .prints("条目有 0 处不同；")
        .prints("里有 0 份结论变了");
}
