//! The employer's part: added around a package that stays as it is, and checked together with it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use json::Json;

use crate::package::package;
use crate::support::Zhicheng;

const TODAY: &str = "--today=2026-11-24";
const ALL: &str = "employer_authentic,employer_accurate,employer_complete,employer_political_conduct,\
    employer_integrity,employer_ethics";

/// An opinion on a package, as a good employer gives it; `changes` come behind and count.
fn endorse(package: &Path, out: &Path, changes: &[&str]) -> Zhicheng {
    let _ = fs::remove_file(out);
    let given = [
        TODAY,
        "--opened=2026-11-12",
        "--place=一楼公示栏",
        "--signatory=人事部",
        "--date=2026-11-20",
        "--recommend",
    ];
    Zhicheng::new("endorse")
        .args(given)
        .args(changes.iter().copied())
        .arg("-o")
        .arg(out)
        .arg(package)
}

fn endorsed(folder: &str) -> (PathBuf, PathBuf) {
    let package = package(folder);
    let out = package.with_file_name("单位意见包.zip");
    endorse(&package, &out, &["--yes", ALL]).run().code(0);
    (package, out)
}

fn verify(path: &Path) -> Zhicheng {
    Zhicheng::new("verify").arg(TODAY).arg(path)
}

#[test]
fn both_parts_verify_and_the_application_is_the_same_to_the_byte() {
    let (package, out) = endorsed("endorse-whole");
    let run = verify(&out).arg("--json").run().code(0);
    let json = Json::parse(run.out.trim().as_bytes()).unwrap();
    let text = |json: &Json, keys: &[&str]| {
        let found = keys.iter().try_fold(json, |json, key| json.get(key));
        found.map(Json::canonical).unwrap_or_default()
    };
    assert_eq!(text(&json, &["valid"]), "true");
    assert_eq!(text(&json, &["findings"]), "[]");
    assert_eq!(text(&json, &["application", "valid"]), "true");
    // Opened on a Thursday: Friday, then Monday to Thursday.
    assert_eq!(
        text(&json, &["endorsement", "display", "first"]),
        "\"2026-11-13\""
    );
    assert_eq!(
        text(&json, &["endorsement", "display", "last"]),
        "\"2026-11-19\""
    );
    let inner = Command::new("unzip")
        .arg("-p")
        .arg(&out)
        .arg("data/application.zip")
        .output()
        .unwrap();
    assert_eq!(inner.stdout, fs::read(&package).unwrap());
    verify(&out)
        .run()
        .code(0)
        .prints("【单位意见】")
        .prints("【申报包】")
        .prints("有效：");
    Zhicheng::new("bag validate").arg(&out).run().code(0);
    let screened = Zhicheng::new("screen --json")
        .arg(TODAY)
        .arg(&out)
        .run()
        .code(0);
    assert!(
        screened.out.contains("\"origin\":\"endorsed\"") && screened.out.contains("\"valid\":true"),
        "{screened:?}"
    );
}

#[test]
fn nothing_of_an_opinion_is_made_up() {
    let package = package("endorse-lacks");
    let out = package.with_file_name("out.zip");
    let nothing = Zhicheng::new("endorse").arg(&package).run().code(2);
    for option in [
        "--opened",
        "--place",
        "--yes",
        "--recommend",
        "--signatory",
        "--date",
        "-o",
    ] {
        assert!(nothing.err.contains(option), "{option}: {nothing:?}");
    }
    let cases: [(&[&str], &str); 7] = [
        (&["--yes", "employer_authentic"], "endorse-unanswered"),
        (
            &["--yes", ALL, "--yes", "employer_kind"],
            "endorse-unknown-statement",
        ),
        (
            &["--yes", ALL, "--no", "employer_ethics"],
            "endorse-unknown-statement",
        ),
        (&["--yes", ALL, "--date=2026-11-19"], "endorse-signed-early"),
        (
            &["--yes", ALL, "--employer=别的公司"],
            "endorse-other-employer",
        ),
        (&["--yes", ALL, "--signatory= "], "endorse-blank"),
        (
            &["--yes", ALL, "--objection=2026-11-01|内容|结果"],
            "endorse-objection-day",
        ),
    ];
    for (changes, code) in cases {
        endorse(&package, &out, changes).run().code(1).says(code);
        assert!(!out.exists(), "{code}");
    }
    endorse(&package, &out, &["--yes", ALL, "--objection", "昨天"])
        .run()
        .code(2)
        .says("不是异议");
}

#[test]
fn a_display_is_never_shorter_than_the_book_asks_and_follows_the_calendar() {
    let package = package("endorse-days");
    let out = package.with_file_name("out.zip");
    // The holidays of October 2026, and a Saturday on which work is done.
    let changes = ["--yes", ALL, "--opened=2026-09-30", "--days=1"];
    endorse(&package, &out, &changes).run().code(0);
    let run = verify(&out).arg("--json").run().code(0);
    assert!(
        run.out.contains("\"first\":\"2026-10-08\"") && run.out.contains("\"last\":\"2026-10-13\""),
        "{run:?}"
    );
    assert!(run.out.contains("\"days\":5"), "{run:?}");
    let said = [
        "--yes",
        ALL,
        "--opened=2026-11-12",
        "--objection=2026-11-16|排名有误|经核查不成立",
    ];
    endorse(&package, &out, &said).run().code(0);
    verify(&out)
        .arg("--json")
        .run()
        .code(0)
        .prints("经核查不成立");
    let denied = ALL.replace(",employer_ethics", "");
    endorse(
        &package,
        &out,
        &[
            "--yes",
            &denied,
            "--no",
            "employer_ethics",
            "--do-not-recommend",
        ],
    )
    .run()
    .code(0);
    verify(&out)
        .run()
        .code(0)
        .prints("endorse-denied")
        .prints("endorse-not-recommended");
}

/// Puts other bytes for some in the stored parts of a package; as long as the others.
fn forge(path: &Path, old: &str, new: &str) {
    let mut bytes = fs::read(path).unwrap();
    let at = bytes
        .windows(old.len())
        .position(|window| window == old.as_bytes())
        .unwrap();
    bytes[at..at + new.len()].copy_from_slice(new.as_bytes());
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_changed_byte_in_either_part_and_a_broken_application_are_named() {
    let (package, out) = endorsed("endorse-changed");
    let whole = fs::read(&out).unwrap();
    forge(&out, "人事部", "人力部");
    verify(&out)
        .run()
        .code(1)
        .prints("endorse-lacking")
        .prints("endorsement");
    fs::write(&out, &whole).unwrap();
    forge(&out, "t1 工程师证书", "T1 工程师证书");
    verify(&out)
        .run()
        .code(1)
        .prints("endorse-application")
        .prints("无效：");
    // What is broken from the first is not endorsed.
    forge(&package, "t1 工程师证书", "T1 工程师证书");
    let other = package.with_file_name("other.zip");
    endorse(&package, &other, &["--yes", ALL])
        .run()
        .code(1)
        .says("endorse-application");
    let screened = Zhicheng::new("screen --json")
        .arg(TODAY)
        .arg(&out)
        .run()
        .code(1);
    assert!(screened.out.contains("\"valid\":false"), "{screened:?}");
}

#[test]
fn the_display_notice_has_name_level_and_category_and_nothing_else_of_the_person() {
    let package = package("endorse-notice");
    let given = [
        "--notice",
        TODAY,
        "--opened=2026-11-12",
        "--place=一楼公示栏",
        "--contact=0571-12345678",
    ];
    let run = Zhicheng::new("endorse")
        .args(given)
        .arg(&package)
        .run()
        .code(0);
    for shown in [
        "阿依古丽·买买提",
        "高级工程师",
        "安全技术服务",
        "2026年11月13日",
        "2026年11月19日",
        "0571-12345678",
    ] {
        assert!(run.out.contains(shown), "{shown}: {run:?}");
    }
    for hidden in ["33010619870228122X", "1987", "<script", "某市科技进步奖"] {
        assert!(!run.out.contains(hidden), "{hidden}: {run:?}");
    }
}

#[test]
fn a_package_zipped_anew_with_compression_is_told_and_one_stored_anew_still_verifies() {
    let (_, out) = endorsed("endorse-rezipped");
    let folder = out.with_file_name("unpacked");
    let unzip = Command::new("unzip")
        .arg("-q")
        .arg(&out)
        .arg("-d")
        .arg(&folder)
        .status()
        .unwrap();
    assert!(unzip.success());
    for (name, method, code, words) in [
        ("stored.zip", zip::CompressionMethod::Stored, 0, "有效："),
        (
            "deflated.zip",
            zip::CompressionMethod::Deflated,
            1,
            "endorse-compressed",
        ),
    ] {
        let path = out.with_file_name(name);
        rezip(&folder, &path, method);
        verify(&path).run().code(code).prints(words);
    }
}

fn rezip(folder: &Path, to: &Path, method: zip::CompressionMethod) {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(fs::File::create(to).unwrap());
    let options = zip::write::SimpleFileOptions::default().compression_method(method);
    let names = [
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
    ];
    let data = [
        "data/application.zip",
        "data/endorsement.html",
        "data/endorsement.json",
    ];
    for name in names.into_iter().chain(data) {
        writer.start_file(name, options).unwrap();
        writer
            .write_all(&fs::read(folder.join(name)).unwrap())
            .unwrap();
    }
    writer.finish().unwrap();
}
