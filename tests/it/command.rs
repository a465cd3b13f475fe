//! The command line: what it takes, what it names, how it ends.

use std::fs;

use json::Json;

use crate::support::{Zhicheng, scratch, vector};

const ASSESS: &str = "assess --today 2026-11-24";

#[test]
fn no_command_shows_the_help() {
    Zhicheng::new("").run().code(0).prints("zhicheng assess");
    Zhicheng::new("help").run().code(0).prints("退出码");
    Zhicheng::new("--version").run().code(0).prints("zhicheng ");
}

#[test]
fn a_command_that_is_not_understood_does_nothing() {
    Zhicheng::new("asess")
        .run()
        .code(2)
        .says("没有“asess”这个命令");
    Zhicheng::new("assess")
        .run()
        .code(2)
        .says("没有写明要处理的文件");
    Zhicheng::new("assess --seson 2026 x.json")
        .run()
        .code(2)
        .says("seson");
    Zhicheng::new("assess --today 2026-13-01 x.json")
        .run()
        .code(2)
        .says("2026-13-01");
    Zhicheng::new("book grow x").run().code(2).says("book grow");
}

#[test]
fn a_bad_file_is_named_and_the_others_are_still_done() {
    let folder = scratch("bad-file");
    let broken = folder.join("坏.json");
    fs::write(&broken, "{\"format\":").unwrap();
    let outcome = Zhicheng::new(ASSESS)
        .arg("--json")
        .arg(&broken)
        .arg(folder.join("没有.json"))
        .arg(vector("example.dossier.json"))
        .run()
        .code(1)
        .says("坏.json")
        .says("没有.json");
    let lines: Vec<Json> = outcome
        .out
        .lines()
        .map(|line| Json::parse(line.as_bytes()).unwrap())
        .collect();
    let formats: Vec<&str> = lines
        .iter()
        .map(|line| line.get("format").and_then(Json::as_str).unwrap())
        .collect();
    let expected = [
        "zhicheng-error/1",
        "zhicheng-error/1",
        "zhicheng-assessment/1",
    ];
    assert_eq!(formats, expected);
}

#[test]
fn a_stream_gives_a_line_for_every_line() {
    let dossier = fs::read_to_string(vector("example.dossier.json")).unwrap();
    let line = Json::parse(dossier.as_bytes()).unwrap().canonical();
    let stream = format!("{line}\n\nnot json\r\n{line}");
    let outcome = Zhicheng::new(ASSESS)
        .arg("--json")
        .arg("-")
        .input(stream)
        .run()
        .code(1);
    let outcome = outcome.says("标准输入第 3 行");
    let lines: Vec<&str> = outcome.out.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[1].contains("zhicheng-error/1"));
    // Where they come from aside, the first and the last are the same.
    let last = lines[2].replace("第 4 行", "第 1 行");
    assert_eq!(lines[0], last);
}

#[test]
fn a_refused_answer_is_named_with_its_place_and_counts_as_unknown() {
    let text = fs::read_to_string(vector("example.dossier.json")).unwrap();
    let text = text.replace("\"misconduct_year\": null", "\"misconduct_year\": 2031");
    let outcome = Zhicheng::new(ASSESS).arg("--json").arg("-");
    let line = Json::parse(text.as_bytes()).unwrap().canonical();
    let outcome = outcome.input(line).run().code(1).says("违纪");
    assert!(outcome.out.contains("\"G4\":\"open\""), "{outcome:#?}");
}

#[test]
fn an_identity_number_changes_no_verdict_and_no_exit_code() {
    let text = fs::read_to_string(vector("example.dossier.json")).unwrap();
    let text = text.replace("33010619870228122X", "330106198702281221");
    let line = Json::parse(text.as_bytes()).unwrap().canonical();
    let run = Zhicheng::new(ASSESS).arg("--json").arg("-").input(line);
    run.run()
        .code(0)
        .says("校验码")
        .prints("zhicheng-assessment/1");
}

#[test]
fn another_season_can_be_asked_for() {
    let run = |season: &str| {
        Zhicheng::new(ASSESS)
            .args(["--json", "--season", season])
            .arg(vector("example.dossier.json"))
            .run()
    };
    run("2028").code(0).prints("\"cut_off\":\"2028-12-31\"");
    run("2026").code(0).prints("\"cut_off\":\"2026-12-31\"");
}

#[test]
fn a_book_is_built_checked_and_used_in_place_of_the_shipped_one() {
    let books = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rulebook/books");
    let source = books.join("zhejiang-safety-2019");
    let out = scratch("book").join("book.json");
    Zhicheng::new("book check")
        .arg(&source)
        .run()
        .code(0)
        .prints("没有发现错误");
    let build = Zhicheng::new("book build").arg(&source).arg("-o").arg(&out);
    build.run().code(0).prints("摘要");
    Zhicheng::new("book check")
        .arg(&out)
        .run()
        .code(0)
        .prints("没有发现错误");
    let own = Zhicheng::new(ASSESS).arg("--json").arg("--book").arg(&out);
    let own = own.arg(vector("example.dossier.json")).run().code(0);
    let shipped = Zhicheng::new(ASSESS).arg("--json");
    let shipped = shipped.arg(vector("example.dossier.json")).run().code(0);
    assert_eq!(own.out, shipped.out);
}

#[test]
fn an_error_in_a_book_names_file_line_and_entry() {
    let books = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rulebook/books");
    let folder = scratch("broken-book");
    let mut line = 0;
    for entry in fs::read_dir(books.join("zhejiang-safety-2019")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_owned();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        let mut text = fs::read_to_string(&path).unwrap();
        if name == "gates.toml" {
            let at = text.find("title =").unwrap();
            line = text[..at].matches('\n').count() + 1;
            text.replace_range(at..at + 7, "titel =");
        }
        fs::write(folder.join(name), text).unwrap();
    }
    let place = format!("gates.toml 第 {line} 行");
    Zhicheng::new("book check")
        .arg(&folder)
        .run()
        .code(1)
        .says(&place)
        .says("titel");
}

#[test]
fn the_schemas_are_published_by_the_command() {
    for name in ["dossier", "assessment", "pledge"] {
        let outcome = Zhicheng::new("schema").arg(name).run().code(0);
        let schema = Json::parse(outcome.out.as_bytes()).unwrap();
        assert!(schema.get("$schema").is_some());
    }
    Zhicheng::new("schema nothing").run().code(2);
}
