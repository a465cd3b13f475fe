//! Our reader beside others, on made, mutated and hostile archives: `zipfile` of Python, the crate `zip`, Info-ZIP's
//! `unzip` and 7-Zip.
//!
//! Whatever we accept they read the same, names and bytes. What we refuse and one of them accepts is listed with its
//! reason in `vectors/refused.md`.

use {
    crate::{
        content,
        forge::{Forge, Forged, deflated, entry},
        mutate::{Dice, mutated},
        opened, packed,
        tools::{run, seven_zip},
    },
    package::digest::FileDigest,
    std::{
        collections::{BTreeMap, BTreeSet},
        fs,
        io::{Cursor, Read},
        path::Path,
        process::Command,
    },
};

/// Files by name, as digests; folders are left out.
type Files = BTreeMap<String, String>;

const REFUSED: &str = include_str!("../vectors/refused.md");

const FILES: &[(&str, &[u8])] = &[
    ("bagit.txt", b"BagIt-Version: 1.0\n"),
    (
        "data/files/01/\u{804c}\u{79f0}.pdf",
        b"%PDF-1.7 evidence evidence evidence evidence",
    ),
    ("data/none", b""),
];

fn digest(bytes: &[u8]) -> String {
    FileDigest::of(bytes).hex()
}

/// What we read, or the codes of why not.
fn ours(bytes: &[u8]) -> Result<Files, Vec<&'static str>> {
    let opening = opened(bytes);
    let Some(archive) = opening.archive else {
        let codes = opening.findings.iter().map(|finding| finding.fault.code());
        return Err(codes
            .filter(|code| !code.starts_with("rewritten"))
            .collect());
    };
    let mut files = Files::new();
    for (index, entry) in archive.entries().iter().enumerate() {
        if !entry.folder {
            let content = content(&archive, bytes, index).map_err(|code| vec![code])?;
            files.insert(entry.name.clone(), digest(&content));
        }
    }
    Ok(files)
}

/// What the crate `zip` reads.
fn by_crate(bytes: &[u8]) -> Option<Files> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut files = Files::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).ok()?;
        if file.is_dir() {
            continue;
        }
        let mut content = Vec::new();
        file.by_ref().take(1 << 20).read_to_end(&mut content).ok()?;
        files.insert(file.name().to_owned(), digest(&content));
    }
    Some(files)
}

/// What `zipfile` reads of each archive `N.zip` in a folder, in one run.
fn by_zipfile(folder: &Path, count: usize) -> Vec<Option<Files>> {
    let script = format!(
        "import zipfile, hashlib\n\
         for n in range({count}):\n\
         \x20try:\n\
         \x20 z = zipfile.ZipFile('%d.zip' % n)\n\
         \x20 rows = ['%s %s' % (hashlib.sha256(z.read(i)).hexdigest(), i.filename) for i in z.infolist() if not i.is_dir()]\n\
         \x20 print('ok', len(rows)); [print(r) for r in rows]\n\
         \x20except Exception as e: print('no 0')"
    );
    let printed = run(folder, "python3", &["-W", "ignore", "-c", &script]);
    let mut lines = printed.lines();
    let mut all = Vec::new();
    while let Some((verdict, rows)) = lines.next().and_then(|line| line.split_once(' ')) {
        let rows = lines.by_ref().take(rows.parse().unwrap());
        let files = rows.map(|row| {
            let (digest, name) = row.split_once(' ').unwrap();
            (name.to_owned(), digest.to_owned())
        });
        let files: Files = files.collect();
        all.push((verdict == "ok").then_some(files));
    }
    assert_eq!(all.len(), count);
    all
}

/// What a program unpacks into a folder.
fn unpacked_by(folder: &Path, program: &str, arguments: &[&str]) -> Option<Files> {
    let out = folder.join("out");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir(&out).unwrap();
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C.UTF-8")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("`{program}` is needed for this test: {error}"));
    if !output.status.success() {
        return None;
    }
    let mut files = Files::new();
    collect(&out, "", &mut files);
    Some(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else if let Ok(bytes) = fs::read(entry.path()) {
            files.insert(name, digest(&bytes));
        }
    }
}

fn by_unzip(folder: &Path, file: &str) -> Option<Files> {
    unpacked_by(folder, "unzip", &["-qq", "-o", file, "-d", "out"])
}

fn by_seven_zip(folder: &Path, file: &str) -> Option<Files> {
    unpacked_by(folder, seven_zip(), &["x", "-y", "-bd", "-oout", file])
}

/// Archives that are sound, written in different ways.
fn made() -> Vec<Vec<u8>> {
    let deflate = FILES
        .iter()
        .map(|(name, bytes)| deflated(name, bytes))
        .collect();
    let descriptor = |bytes: &[u8]| {
        let (crc, size) = (
            FileDigest::of(bytes).crc32,
            u32::try_from(bytes.len()).unwrap(),
        );
        let fields = [crc, size, size].map(u32::to_le_bytes).concat();
        [b"PK\x07\x08", &fields[..]].concat()
    };
    let streamed = FILES.iter().map(|(name, bytes)| {
        entry(name, bytes)
            .flags(0x808)
            .after(&descriptor(bytes))
            .local(14, &[0; 12])
    });
    vec![
        packed(FILES),
        Forge::of(deflate).build(),
        Forge::of(streamed.collect()).build(),
    ]
}

/// Archives that some reader takes and we do not: one for each reason.
fn hostile() -> Vec<Vec<u8>> {
    let one = |forged: Forged| Forge::of(vec![forged]).build();
    let two = |a, b| Forge::of(vec![a, b]).build();
    let pair = || Forge::of(vec![entry("a", b"1"), entry("b", b"2")]);
    let gap = vec![entry("a", b"1").after(b"gap"), entry("b", b"2")];
    vec![
        two(entry("a", b"1"), entry("a", b"2")),
        two(entry("A", b"1"), entry("a", b"2")),
        two(entry("a", b"1"), entry("a/b", b"2")),
        one(entry("../up", b"1")),
        one(entry("/etc/x", b"1")),
        one(entry("a//b", b"1")),
        one(entry("a\\b", b"1")),
        one(entry("data/nul.txt", b"1")),
        one(entry("a:b", b"1")),
        one(entry("a.", b"1")),
        one(entry("~/a", b"1")),
        one(entry("a\u{202e}gpj.exe", b"1")),
        one(entry("a\x01", b"1")),
        one(entry("n".repeat(256), b"1")),
        one(entry(["d"; 33].join("/"), b"1")),
        one(entry(["abcd"; 300].join("/"), b"1")),
        one(entry(b"\xb0\xb2", b"1")),
        one(entry("a", b"/etc/passwd").mode(0o120_777, 0)),
        one(entry("a", b"1").mode(0o020_666, 0)),
        one(entry("a", b"1").mode(0o040_755, 0x10)),
        one(entry("a", b"1").local(30, b"b")),
        one(entry("a", b"1").local(14, &[9; 4])),
        one(entry("a", b"1").flags(0x808)),
        one(entry("a", b"1").flags(0x900)),
        one(entry("a", b"1").extra(&[9, 9, 9, 0])),
        one(entry("a", b"1").method(9)),
        one(entry("a", b"1").central(6, &[99]).local(4, &[99])),
        one(deflated("a", b"evidence").size(3)),
        one(deflated("a", b"evidence").size(99)),
        one(entry("a", b"1").central(16, &[9; 4]).local(14, &[9; 4])),
        pair().before(b"MZ").build(),
        pair().after(b"\0").build(),
        pair().before_directory(b"gap").build(),
        pair().end(20, &[2, 0]).after(b"hi").build(),
        pair().end(4, &[1]).build(),
        Forge::of(gap).build(),
        two(
            entry("a", b"1"),
            entry("b", b"2").central(42, &[0; 4]).bodiless(),
        ),
    ]
}

/// Whether the directory says of an entry that MS-DOS made it.
fn is_from_dos(bytes: &[u8]) -> bool {
    bytes
        .windows(6)
        .any(|window| window.starts_with(b"PK\x01\x02") && window[5] == 0)
}

fn ascii(name: &str) -> String {
    name.chars().filter(char::is_ascii).collect()
}

/// Codes in `vectors/refused.md`.
fn documented() -> BTreeSet<&'static str> {
    let rows = REFUSED.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split_once('`'))
        .map(|(code, _)| code)
        .collect()
}

/// Mutants of the made archives, each of them once.
fn mutants(count: u64) -> BTreeSet<Vec<u8>> {
    let made = made();
    let mut all: BTreeSet<Vec<u8>> = made.iter().cloned().collect();
    for seed in 0..count {
        let mut dice = Dice::new(seed);
        let base = &made[dice.below(made.len())];
        all.insert(mutated(base, &mut dice));
    }
    all
}

#[test]
fn what_we_accept_the_others_read_the_same() {
    let all = mutants(6_000);
    let accepted = all
        .iter()
        .filter_map(|bytes| Some((bytes, ours(bytes).ok()?)));
    // Their programs are started for each; these many are enough.
    let accepted: Vec<_> = accepted.take(100).collect();
    assert!(accepted.len() == 100, "{}", accepted.len());
    let folder = tempfile::tempdir().unwrap();
    for (number, (bytes, _)) in accepted.iter().enumerate() {
        fs::write(folder.path().join(format!("{number}.zip")), bytes).unwrap();
    }
    let zipfile = by_zipfile(folder.path(), accepted.len());
    for (number, (bytes, files)) in accepted.iter().enumerate() {
        let file = format!("{number}.zip");
        let same = |name: &str, theirs: Option<&Files>| {
            assert_eq!(
                theirs,
                Some(files),
                "{name} reads {file} otherwise: {bytes:?}"
            );
        };
        same("zip", by_crate(bytes).as_ref());
        same("zipfile", zipfile[number].as_ref());
        let unzip = by_unzip(folder.path(), &file);
        if unzip.as_ref() != Some(files) && is_from_dos(bytes) {
            // Names that MS-DOS is said to have made it recodes, marked as UTF-8 or not.
            let plain = |files: &Files| {
                files
                    .iter()
                    .map(|(name, sum)| (ascii(name), sum.clone()))
                    .collect::<Files>()
            };
            assert_eq!(unzip.as_ref().map(plain), Some(plain(files)), "{file}");
        } else {
            same("unzip", unzip.as_ref());
        }
        same("7-Zip", by_seven_zip(folder.path(), &file).as_ref());
    }
}

#[test]
fn what_only_we_refuse_is_listed_with_its_reason() {
    let mut refused: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut met = BTreeSet::new();
    let mutants: Vec<_> = mutants(1_500).into_iter().collect();
    let hostile = hostile();
    let folder = tempfile::tempdir().unwrap();
    let all: Vec<&Vec<u8>> = hostile.iter().chain(&mutants).collect();
    for (number, bytes) in all.iter().enumerate() {
        fs::write(folder.path().join(format!("{number}.zip")), bytes).unwrap();
    }
    let zipfile = by_zipfile(folder.path(), all.len());
    for (number, bytes) in all.iter().enumerate() {
        let Err(codes) = ours(bytes) else {
            assert!(number >= hostile.len(), "{number} is accepted");
            continue;
        };
        met.extend(codes.iter().copied());
        let mut note = |reader, accepts: bool| {
            for code in codes.iter().filter(|_| accepts) {
                refused.entry(code).or_default().insert(reader);
            }
        };
        note("zip", by_crate(bytes).is_some());
        note("zipfile", zipfile[number].is_some());
        if number < hostile.len() {
            // Only tested, not unpacked: names may climb.
            let file = folder.path().join(format!("{number}.zip"));
            let tested = |program: &str, arguments: &[&str]| {
                let run = Command::new(program).args(arguments).arg(&file).output();
                run.is_ok_and(|output| output.status.success())
            };
            note("unzip", tested("unzip", &["-tqq"]));
            note("7-Zip", tested(seven_zip(), &["t", "-bd"]));
        }
    }
    let table: Vec<_> = refused
        .iter()
        .map(|(code, readers)| format!("{code}: {readers:?}"))
        .collect();
    println!("{}", table.join("\n"));
    let found: BTreeSet<_> = refused.keys().copied().collect();
    let lacking: Vec<_> = found.difference(&documented()).copied().collect();
    assert!(lacking.is_empty(), "vectors/refused.md lacks {lacking:?}");
    let unfounded: Vec<_> = documented().difference(&met).copied().collect();
    assert!(
        unfounded.is_empty(),
        "nothing here is refused as {unfounded:?}"
    );
}
