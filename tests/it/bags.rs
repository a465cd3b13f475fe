//! `zhicheng bag validate`: the vectors of the standard, in a folder and in a zip, and what it says and ends with.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use json::Json;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::{Zhicheng, scratch, vector};

/// A bag of the vectors.
struct Vector {
    name: String,
    valid: bool,
    findings: BTreeSet<String>,
    in_zip: bool,
    files: Vec<(String, Held)>,
}

/// What stands at a path.
enum Held {
    Bytes(Vec<u8>),
    Link(String),
    Folder,
}

fn text(json: &Json, key: &str) -> String {
    json.get(key).and_then(Json::as_str).unwrap().to_owned()
}

fn held(json: &Json) -> Held {
    if let Some(text) = json.as_str() {
        Held::Bytes(text.as_bytes().to_vec())
    } else if json.get("hex").is_some() {
        Held::Bytes(package::digest::from_hex(&text(json, "hex")).unwrap())
    } else if json.get("link").is_some() {
        Held::Link(text(json, "link"))
    } else {
        Held::Folder
    }
}

fn vectors() -> Vec<Vector> {
    let all = fs::read(vector("bags.json")).unwrap();
    let all = Json::parse(&all).unwrap();
    let read = |json: &Json| {
        let files = json.get("files").and_then(Json::as_object).unwrap();
        let findings = json.get("findings").and_then(Json::as_array).unwrap();
        Vector {
            name: text(json, "name"),
            valid: json.get("valid") == Some(&Json::Bool(true)),
            findings: findings
                .iter()
                .map(|code| code.as_str().unwrap().to_owned())
                .collect(),
            in_zip: json.get("where").is_none(),
            files: files
                .iter()
                .map(|(path, file)| (path.to_owned(), held(file)))
                .collect(),
        }
    };
    all.as_array().unwrap().iter().map(read).collect()
}

fn lay(folder: &Path, files: &[(String, Held)]) {
    for (path, held) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match held {
            Held::Bytes(bytes) => fs::write(path, bytes).unwrap(),
            Held::Folder => fs::create_dir_all(path).unwrap(),
            #[cfg(unix)]
            Held::Link(to) => std::os::unix::fs::symlink(to, path).unwrap(),
            #[cfg(not(unix))]
            Held::Link(_) => {}
        }
    }
}

fn pack(path: &Path, files: &[(String, Held)]) {
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    let options = SimpleFileOptions::default();
    for (index, (name, held)) in files.iter().enumerate() {
        let method = if index % 2 == 0 {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        match held {
            Held::Bytes(bytes) => {
                let options = options.compression_method(method);
                zip.start_file(name.as_str(), options).unwrap();
                zip.write_all(bytes).unwrap();
            }
            Held::Folder => zip.add_directory(name.as_str(), options).unwrap(),
            Held::Link(_) => {}
        }
    }
    zip.finish().unwrap();
}

/// What the command says of each path: valid or not, and all codes.
fn said(paths: &[PathBuf]) -> BTreeMap<PathBuf, (bool, BTreeSet<String>)> {
    let mut run = Zhicheng::new("bag validate --json");
    for path in paths {
        run = run.arg(path);
    }
    let outcome = run.run();
    let lines = outcome
        .out
        .lines()
        .map(|line| Json::parse(line.as_bytes()).unwrap());
    let read = |line: Json| {
        assert_eq!(text(&line, "format"), "zhicheng-bag/1", "{line:?}");
        let valid = line.get("valid") == Some(&Json::Bool(true));
        let mut codes = BTreeSet::new();
        for list in ["errors", "warnings"] {
            let list = line.get(list).and_then(Json::as_array).unwrap();
            codes.extend(list.iter().map(|finding| text(finding, "code")));
        }
        (PathBuf::from(text(&line, "input")), (valid, codes))
    };
    lines.map(read).collect()
}

#[test]
fn each_rule_of_the_standard_met_and_broken_is_judged_as_its_vector_says() {
    let root = scratch("bag-vectors");
    let vectors = vectors();
    let mut expected = BTreeMap::new();
    for vector in &vectors {
        let folder = root.join("folder").join(&vector.name);
        lay(&folder, &vector.files);
        expected.insert(folder, vector);
        if vector.in_zip {
            let zip = root.join(format!("{}.zip", vector.name));
            pack(&zip, &vector.files);
            expected.insert(zip, vector);
        }
    }
    let paths: Vec<_> = expected.keys().cloned().collect();
    let found = said(&paths);
    let wrong: Vec<_> = expected
        .iter()
        .filter(|(path, vector)| found[*path] != (vector.valid, vector.findings.clone()))
        .map(|(path, vector)| (path, &vector.findings, &found[path]))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(vectors.len() > 120);
}

#[test]
fn a_valid_bag_ends_with_0_and_another_with_1() {
    let root = scratch("bag-exit");
    let vectors = vectors();
    let lay_out = |name: &str| {
        let vector = vectors.iter().find(|vector| vector.name == name).unwrap();
        let folder = root.join(name);
        lay(&folder, &vector.files);
        folder
    };
    let command = || Zhicheng::new("bag validate");
    let (good, bad) = (lay_out("draft-asterisk"), lay_out("checksum"));
    let outcome = command().arg(&good).run().code(0).prints("有效");
    assert!(outcome.out.contains("BagIt 0.97") && outcome.out.contains("[提醒]"));
    command()
        .arg(&bad)
        .run()
        .code(1)
        .prints("无效：有 1 处错误");
    let gone = root.join("gone");
    let outcome = command().arg(&gone).arg(&good).run().code(1).says("gone");
    assert!(outcome.out.contains("有效"));
}

#[test]
fn a_bag_command_that_is_not_understood_does_nothing() {
    Zhicheng::new("bag").run().code(2);
    Zhicheng::new("bag mend x").run().code(2).says("bag mend");
    Zhicheng::new("bag validate").run().code(2);
    Zhicheng::new("bag validate --fast x").run().code(2);
}

#[cfg(unix)]
#[test]
fn what_no_bag_should_have_in_its_folder_is_named_and_not_opened() {
    use std::os::unix::ffi::OsStrExt;

    let root = scratch("bag-special");
    let vectors = vectors();
    let vector = vectors.iter().find(|vector| vector.name == "basic");
    lay(&root, &vector.unwrap().files);
    let fifo = std::process::Command::new("mkfifo")
        .arg(root.join("data/pipe"))
        .status();
    assert!(fifo.unwrap().success());
    let name = std::ffi::OsStr::from_bytes(b"\xb0\xb2");
    fs::write(root.join("data").join(name), "x").unwrap();
    let found = said(std::slice::from_ref(&root));
    let expected = ["bag-name-encoding", "bag-special-file"].map(str::to_owned);
    assert_eq!(found[&root], (false, BTreeSet::from(expected)));
}
