//! Hostile input before a command that may have little memory: it is named, nothing panics, and
//! the memory is enough.
#![cfg(unix)]

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::package::package;
use crate::support::{Outcome, Zhicheng, engine, scratch};

/// Address space of the command, in kilobytes: 512 MiB, the program itself included.
const LITTLE: u32 = 512 << 10;
/// For the widest JSON that a limit of 16 MiB lets through: a value takes some twenty bytes a byte.
const MORE: u32 = 1 << 20;

/// Runs the command within a limit; what it says has to be a finding, not an end of memory.
fn within(kilobytes: u32, args: &[&str], path: &Path) -> Outcome {
    let args = args.iter().copied();
    let run = Zhicheng::limited(kilobytes).args(args).arg(path);
    let outcome = run.run().code(1);
    assert!(!outcome.err.contains("panicked"), "{outcome:#?}");
    assert!(!outcome.err.contains("memory allocation"), "{outcome:#?}");
    outcome
}

/// What both readers of archives say of a file: a finding of this code.
fn refused(path: &Path, code: &str) {
    for args in [&["verify", "--json"][..], &["bag", "validate", "--json"]] {
        let outcome = within(LITTLE, args, path);
        assert!(outcome.out.contains(code), "{code}: {outcome:#?}");
    }
}

/// A zip of one entry that says what it likes of its sizes.
fn declaring(method: u16, content: &[u8], size: u64) -> Vec<u8> {
    let name = b"data/a";
    let extra = |offset: bool| {
        let mut sizes = vec![size.to_le_bytes(), (content.len() as u64).to_le_bytes()];
        sizes.extend(offset.then(|| 0_u64.to_le_bytes()));
        let sizes = sizes.concat();
        let length = u16::try_from(sizes.len()).unwrap();
        [&1_u16.to_le_bytes()[..], &length.to_le_bytes(), &sizes].concat()
    };
    let (own, other) = (extra(false), extra(true));
    let head = |extra: &[u8]| {
        let extra = u16::try_from(extra.len()).unwrap();
        let fields = [
            &45_u16.to_le_bytes()[..],
            &0x800_u16.to_le_bytes(),
            &method.to_le_bytes(),
            &[0, 0, 0x21, 0],
            &[0; 4],
            &[0xff; 8],
            &6_u16.to_le_bytes(),
            &extra.to_le_bytes(),
        ];
        fields.concat()
    };
    let mut zip = [b"PK\x03\x04", &head(&own)[..], name, &own, content].concat();
    let start = u32::try_from(zip.len()).unwrap();
    let central = [&45_u16.to_le_bytes()[..], &head(&other)].concat();
    let central = [
        b"PK\x01\x02",
        &central[..],
        &[0; 10],
        &[0xff; 4],
        name,
        &other,
    ]
    .concat();
    let length = u32::try_from(central.len()).unwrap();
    zip.extend(central);
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    zip.extend(length.to_le_bytes());
    zip.extend(start.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn bombs_are_refused_before_they_expand() {
    let folder = scratch("bombs");
    // 300 MiB of zeros, which the bare tool packs into 300 kB.
    let zeros = folder.join("zeros");
    File::create(&zeros).unwrap().set_len(300 << 20).unwrap();
    let bomb = folder.join("bomb.zip");
    let mut zip = Command::new("zip");
    let zip = zip.args(["-q", "-j", "-9"]).arg(&bomb).arg(&zeros);
    assert!(zip.status().unwrap().success());
    fs::remove_file(&zeros).unwrap();
    refused(&bomb, "zip-too-dense");
}

#[test]
fn sizes_that_are_only_declared_take_no_memory() {
    let folder = scratch("declared");
    for (name, method, size) in [
        ("stored.zip", 0, u64::MAX - 7),
        ("deflated.zip", 8, 1 << 62),
        ("within.zip", 8, 3 << 30),
    ] {
        let path = write(&folder, name, &declaring(method, b"\x03\x00", size));
        refused(&path, "zip-");
    }
    // A directory of four gigabytes, and a file of a hundred.
    let mut end = b"PK\x05\x06\0\0\0\0\xff\xff\xff\xff".to_vec();
    end.extend([0xff; 8]);
    end.extend([0, 0]);
    refused(&write(&folder, "directory.zip", &end), "zip-");
    let sparse = folder.join("sparse.zip");
    let mut file = File::create(&sparse).unwrap();
    file.write_all(b"PK\x03\x04").unwrap();
    file.seek(SeekFrom::Start(100 << 30)).unwrap();
    file.write_all(&end).unwrap();
    drop(file);
    refused(&sparse, "zip-");
    fs::remove_file(&sparse).unwrap();
}

#[test]
fn sixty_thousand_entries_are_too_many() {
    let path = scratch("entries").join("entries.zip");
    let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
    let stored = zip::write::SimpleFileOptions::default();
    let stored = stored.compression_method(zip::CompressionMethod::Stored);
    for entry in 0..60_000 {
        zip.start_file(format!("data/{entry}"), stored).unwrap();
    }
    zip.finish().unwrap();
    let outcome = within(LITTLE, &["verify", "--json"], &path);
    assert!(outcome.out.contains("zip-too-many-entries"), "{outcome:#?}");
    // A bag of others may have as many; this one is none.
    let outcome = within(LITTLE, &["bag", "validate", "--json"], &path);
    assert!(outcome.out.contains("bag-no-declaration"), "{outcome:#?}");
}

/// Puts a file into a package in place of another; what binds it no longer agrees.
fn with_part(package: &Path, part: &str, content: &[u8]) -> PathBuf {
    let folder = package.parent().unwrap().join("parts");
    let path = folder.join("data").join(part);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, content).unwrap();
    let other = package.with_file_name(format!("{part}.zip"));
    fs::copy(package, &other).unwrap();
    let status = Command::new("zip")
        .current_dir(&folder)
        .args(["-q", "-9"])
        .arg(&other)
        .arg(format!("data/{part}"))
        .status();
    assert!(status.unwrap().success());
    other
}

/// JSON as deep, and as wide, as its bytes can be.
fn extremes() -> [(&'static str, Vec<u8>); 3] {
    let wide = [b"[0", &b",0".repeat(7 << 20)[..], b"]"].concat();
    let long = [b"[1e", &b"9".repeat(12 << 20)[..], b"]"].concat();
    [
        ("deep", b"[".repeat(15 << 20)),
        ("wide", wide),
        ("long", long),
    ]
}

#[test]
fn json_of_any_depth_and_width_is_refused_by_every_reader_of_it() {
    let folder = scratch("json-extremes");
    for (name, json) in extremes() {
        let path = write(&folder, &format!("{name}.json"), &json);
        let most = if name == "wide" { MORE } else { LITTLE };
        for args in [
            &["assess"][..],
            &["precheck"],
            &["report"],
            &["book", "check"],
            &["book", "build"],
        ] {
            let outcome = within(most, args, &path);
            assert!(outcome.err.contains(name), "{outcome:#?}");
        }
    }
}

#[test]
fn json_of_any_depth_inside_a_package_is_refused() {
    let package = package("json-inside");
    for (name, json) in extremes() {
        let json = &json[..json.len().min(7 << 20)];
        for part in ["dossier.json", "rulebook.json", "pledge.json"] {
            let path = with_part(&package, part, json);
            let most = if name == "wide" { MORE } else { LITTLE };
            let outcome = within(most, &["verify", "--json"], &path);
            assert!(outcome.out.contains("\"valid\":false"), "{name} {part}");
        }
    }
}

#[test]
fn a_pledge_of_any_depth_is_refused() {
    let folder = scratch("pledge-extremes");
    let dossier = crate::support::vector("example.dossier.json");
    for (name, json) in extremes() {
        let path = write(&folder, &format!("{name}.json"), &json);
        let most = if name == "wide" { MORE } else { LITTLE };
        let run = Zhicheng::limited(most).args(["seal", "--pledge"]);
        let outcome = run.arg(path).arg(&dossier).run().code(1);
        assert!(outcome.err.contains(name), "{outcome:#?}");
    }
    assert!(!engine().book().statement.is_empty());
}

#[test]
fn books_in_toml_of_any_depth_are_refused() {
    // The most that is read, and more than that.
    for (size, large) in [(1000 << 10, false), (4 << 20, true)] {
        for (name, text) in [
            ("arrays", ["a = ", &"[".repeat(size)].concat()),
            ("tables", ["a = ", &"{b=".repeat(size / 3)].concat()),
            ("keys", [&"a.".repeat(size / 2), "a = 1"].concat()),
        ] {
            let folder = scratch(&format!("toml-{name}"));
            write(&folder, "book.toml", text.as_bytes());
            let outcome = within(LITTLE, &["book", "check"], &folder);
            assert_eq!(
                outcome.err.contains("1048576"),
                large,
                "{name}: {outcome:#?}"
            );
        }
    }
}

#[test]
fn tag_files_that_are_too_long_are_refused() {
    let folder = scratch("long-tags");
    let head = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    write(&folder, "bagit.txt", head);
    fs::create_dir(folder.join("data")).unwrap();
    let manifest = File::create(folder.join("manifest-sha256.txt")).unwrap();
    manifest.set_len(2 << 30).unwrap();
    let outcome = within(LITTLE, &["bag", "validate", "--json"], &folder);
    assert!(outcome.out.contains("manifest-sha256.txt"), "{outcome:#?}");
    let lines = format!("{}  data/a\n", "0".repeat(64)).repeat(200_000);
    write(&folder, "manifest-sha256.txt", lines.as_bytes());
    let outcome = within(LITTLE, &["bag", "validate", "--json"], &folder);
    assert!(outcome.out.contains("manifest-sha256.txt"), "{outcome:#?}");
}
