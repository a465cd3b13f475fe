//! The return check at the command line.

use std::fs;
use std::path::PathBuf;

use crate::support::{Zhicheng, scratch, vector};

/// The example with its files in a folder, each changed by `change`.
fn folder(name: &str, change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> PathBuf {
    let folder = scratch(name);
    let text = fs::read_to_string(vector("example.dossier.json")).unwrap();
    let dossier = dossier::Dossier::read(text.as_bytes()).unwrap();
    for (holder, name) in dossier.files() {
        let content = format!("%PDF-1.7\n{holder} {name}\n%%EOF\n").into_bytes();
        fs::create_dir_all(folder.join(holder)).unwrap();
        if let Some(content) = change(name, content) {
            fs::write(folder.join(holder).join(name), content).unwrap();
        }
    }
    folder
}

fn precheck(files: &PathBuf) -> Zhicheng {
    let run = Zhicheng::new("precheck").args(["--today", "2026-11-24"]);
    run.arg("--files")
        .arg(files)
        .arg(vector("example.dossier.json"))
}

/// The codes of the findings with their weights and places.
fn found(files: &PathBuf) -> Vec<(String, String, String)> {
    let told = precheck(files).arg("--json").run().code(1).out;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let findings = told["findings"].as_array().unwrap().iter();
    findings
        .map(|found| {
            (
                text(&found["code"]),
                text(&found["severity"]),
                text(&found["at"]),
            )
        })
        .collect()
}

#[test]
fn what_is_missing_and_what_may_be_returned_is_told_apart() {
    let files = folder("precheck", |_, content| Some(content));
    let outcome = precheck(&files).run().code(1);
    for part in [
        "还不能封装",
        "[错误]",
        "[提醒]",
        "[说明]",
        "（no-material）",
        "（paper-not-brought）",
    ] {
        assert!(outcome.out.contains(part), "{part}: {outcome:#?}");
    }
    let found = found(&files);
    let of = |code: &str| found.iter().find(|found| found.0 == code);
    assert_eq!(of("no-material").unwrap().1, "error");
    assert_eq!(of("paper-not-brought").unwrap().1, "warning");
    assert_eq!(of("see-proofs-name").unwrap().1, "notice");
    assert!(of("file-kind").is_none() && of("file-truncated").is_none());
}

#[test]
fn files_are_looked_at_for_what_they_are() {
    let files = folder("precheck-files", |name, content| match name {
        "合同.pdf" => Some(b"\x89PNG\r\n\x1a\n".to_vec()),
        "论文.pdf" => Some(content[..content.len() - 7].to_vec()),
        "验收意见.pdf" => Some(Vec::new()),
        "版权页.pdf" => None,
        _ => Some(content),
    });
    let found = found(&files);
    for (code, name) in [
        ("file-kind", "合同.pdf"),
        ("file-truncated", "论文.pdf"),
        ("file-empty", "验收意见.pdf"),
        ("file-absent", "版权页.pdf"),
    ] {
        let of = found.iter().filter(|found| found.0 == code);
        let places: Vec<&str> = of.map(|found| found.2.as_str()).collect();
        assert_eq!(places.len(), 1, "{code}: {found:?}");
        assert!(places[0].contains(name), "{code}: {found:?}");
    }
}

#[test]
fn a_portal_that_the_book_does_not_have_is_named() {
    let files = folder("precheck-portal", |_, content| Some(content));
    let outcome = precheck(&files).args(["--target", "elsewhere"]).run();
    outcome.code(1).says("没有这个上传系统");
}
