//! The readers under test: what each makes of bytes, and what has to hold of it.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::LazyLock;

use dossier::{Dossier, Pledge};
use json::Json;
use package::bag::{Decoded, FileFacts, Kind, Listing, validate_any};
use package::container::{Blocking, Options, open, wait};
use package::digest::FileDigest;
use package::name::UNICODE;
use roster::{Mapping, Reading};

/// A reader.
pub(crate) struct Target {
    /// Its name, and that of its corpus.
    pub(crate) name: &'static str,
    /// How its inputs are changed.
    pub(crate) kind: Input,
    /// Reads bytes and tells in a few words what came of it. Panics when something does not hold.
    pub(crate) read: fn(&[u8]) -> String,
}

/// What an input is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    /// A zip.
    Archive,
    /// Text, with words that its readers know.
    Text(&'static [&'static str]),
}

const JSON_WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1e999",
    "0.1",
    "1e-400",
    "99999999999999999999",
    "\"\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"2024-02-30\"",
    "\"format\":",
    "\"id\":",
    "[[[[[[[[[[[[[[[[",
    "{\"a\":{\"a\":",
];
const TOML_WORDS: &[&str] = &[
    "[",
    "]",
    "[[",
    "]]",
    "=",
    "\"\"\"",
    "'''",
    "\n",
    "{ a = 1 }",
    "2024-02-30",
    "1e999",
    "0x_1",
    "true",
    ".",
    "#",
    "[[question]]\n",
    "[[clause]]\n",
    "id = \"a\"\n",
    "[[[[[[[[[[[[",
];
const ROSTER_WORDS: &[&str] = &[
    ",",
    ";",
    "\t",
    "\"",
    "\n",
    "\r\n",
    "\0",
    "\u{feff}",
    "编号",
    "姓名",
    "出生日期",
    "填写",
    "学历学位已填全",
    "是",
    "2024-02-30",
    "20240501",
    "45413",
    "1e999",
    "+titles level=engineer",
    "complete titles",
    "=",
    "=1+1",
];
const BAG_WORDS: &[&str] = &[
    "\0",
    "\n",
    "\r",
    "  ",
    "\t",
    "data/",
    "../",
    "%0A",
    "%25",
    "%",
    "*",
    ": ",
    "-",
    "0.97",
    "1.0",
    "UTF-8",
    "bagit.txt",
    "bag-info.txt",
    "package-info.txt",
    "fetch.txt",
    "manifest-md5.txt",
    "tagmanifest-sha256.txt",
    "Payload-Oxum: 1.1\n",
    "BagIt-Version: 0.96\n",
    "\u{feff}",
    "e\u{301}",
    "\u{e9}",
    "NUL",
    "d41d8cd98f00b204e9800998ecf8427e  data/a\n",
];

pub(crate) const CONTAINER: Target = Target {
    name: "container",
    kind: Input::Archive,
    read: container,
};
pub(crate) const BAG: Target = Target {
    name: "bag",
    kind: Input::Text(BAG_WORDS),
    read: bag,
};
pub(crate) const JSON: Target = Target {
    name: "json",
    kind: Input::Text(JSON_WORDS),
    read: json,
};
pub(crate) const DOSSIER: Target = Target {
    name: "dossier",
    kind: Input::Text(JSON_WORDS),
    read: dossier,
};
pub(crate) const PLEDGE: Target = Target {
    name: "pledge",
    kind: Input::Text(JSON_WORDS),
    read: pledge,
};
pub(crate) const BOOK: Target = Target {
    name: "book",
    kind: Input::Text(JSON_WORDS),
    read: book,
};
pub(crate) const ROSTER: Target = Target {
    name: "roster",
    kind: Input::Text(ROSTER_WORDS),
    read: roster,
};
pub(crate) const WORKBOOK: Target = Target {
    name: "workbook",
    kind: Input::Archive,
    read: workbook,
};
pub(crate) const TOML: Target = Target {
    name: "toml",
    kind: Input::Text(TOML_WORDS),
    read: toml,
};

fn container(bytes: &[u8]) -> String {
    let opening = wait(open(&mut Blocking(bytes), &Options::new(UNICODE))).unwrap();
    let mut codes: Vec<_> = opening
        .findings
        .iter()
        .map(|finding| finding.fault.code())
        .collect();
    let Some(archive) = opening.archive else {
        assert!(!codes.is_empty(), "refused without a word");
        return codes.join(" ");
    };
    for (index, entry) in archive.entries().iter().enumerate() {
        let mut size = 0;
        let mut sink = |piece: &[u8]| {
            size += piece.len() as u64;
            ControlFlow::Continue(())
        };
        match wait(archive.read(&mut Blocking(bytes), index, &mut sink)) {
            Ok(digest) => assert!(digest.size == entry.size && size == entry.size),
            Err(package::container::ReadError::Fault(finding)) => codes.push(finding.fault.code()),
            Err(error) => panic!("{error:?}"),
        }
        assert!(size <= entry.size, "more than was declared");
    }
    codes.join(" ")
}

static BOOK_OF_ROSTERS: LazyLock<rulebook::Book> =
    LazyLock::new(|| shipped::book("zhejiang-safety-2019").unwrap());

fn reading(mapping: &Mapping) -> Reading<'_> {
    Reading {
        book: &BOOK_OF_ROSTERS,
        mapping,
        // As if every byte were a letter: whatever is not UTF-8 is decoded somehow.
        decode: |bytes| Some(bytes.iter().copied().map(char::from).collect()),
        unicode: UNICODE,
    }
}

fn roster(bytes: &[u8]) -> String {
    let mapping = Mapping::default();
    told(&roster::read_csv(bytes, &reading(&mapping)))
}

fn workbook(bytes: &[u8]) -> String {
    let mapping = Mapping::default();
    let mut source = Blocking(bytes);
    let read = wait(roster::read_xlsx(&mut source, &reading(&mapping)));
    told(&read.unwrap())
}

fn told(roster: &roster::Roster) -> String {
    let codes: BTreeSet<_> = roster
        .all_problems()
        .map(|problem| problem.kind.code())
        .collect();
    let mut count = 0_usize;
    for row in &roster.rows {
        let Some(candidate) = &row.candidate else {
            assert!(row.is_refused(), "a blank row");
            continue;
        };
        count += 1;
        let text = candidate.dossier.to_json().canonical();
        let again = Dossier::read(text.as_bytes()).unwrap();
        assert_eq!(again, candidate.dossier, "reads back");
    }
    format!("{} {codes:?}", count.min(3))
}

/// Files of a bag: paths and contents, each ended by a zero byte.
fn bag(bytes: &[u8]) -> String {
    let mut listing = Listing::default();
    let mut parts = bytes.split(|&byte| byte == 0);
    while let (Some(path), Some(content)) = (parts.next(), parts.next()) {
        let path = String::from_utf8_lossy(path).into_owned();
        listing.add_file(path.clone(), FileFacts::from(FileDigest::of(content)));
        if Kind::of(&path).is_read() {
            listing.add_text(path, content.to_vec());
        }
    }
    let decode = |name: &str, bytes: &[u8]| match name {
        "latin" => Decoded::Text(bytes.iter().copied().map(char::from).collect()),
        _ => Decoded::Unknown,
    };
    let validation = validate_any(&listing, UNICODE, decode);
    let codes: BTreeSet<_> = validation
        .findings
        .iter()
        .map(|finding| finding.fault.code())
        .collect();
    format!("{:?} {codes:?}", validation.version)
}

fn json(bytes: &[u8]) -> String {
    match Json::parse(bytes) {
        Ok(value) => {
            let text = value.canonical();
            assert_eq!(Json::parse(text.as_bytes()).unwrap(), value, "reads back");
            assert_eq!(
                Json::parse(value.pretty().as_bytes()).unwrap(),
                value,
                "reads back"
            );
            let shape: String = text
                .chars()
                .filter(|c| "{}[]\"tfn.-".contains(*c))
                .take(12)
                .collect();
            format!("ok {shape}")
        }
        Err(error) => outline(&error.kind),
    }
}

fn dossier(bytes: &[u8]) -> String {
    match Dossier::read(bytes) {
        Ok(dossier) => {
            let text = dossier.to_json().canonical();
            let again = Dossier::read(text.as_bytes()).unwrap();
            assert_eq!(again.to_json().canonical(), text, "reads back");
            format!("ok {} {}", dossier.lists.len(), dossier.files().len())
        }
        Err(error) => outline(&error),
    }
}

fn pledge(bytes: &[u8]) -> String {
    let Ok(json) = Json::parse(bytes) else {
        return "no json".to_owned();
    };
    match Pledge::from_json(&json) {
        Ok(pledge) => {
            let text = pledge.to_json().canonical();
            let again = Json::parse(text.as_bytes()).unwrap();
            assert_eq!(Pledge::from_json(&again).unwrap(), pledge, "reads back");
            // A drawing must not carry anything but numbers.
            let plain = |c: char| c.is_ascii_alphanumeric() || " .,-".contains(c);
            for stroke in &pledge.signature {
                assert!(stroke.path().chars().all(plain), "{}", stroke.path());
            }
            format!("ok {}", pledge.signature.len())
        }
        Err(error) => outline(&error),
    }
}

fn book(bytes: &[u8]) -> String {
    match rulebook::read_book(bytes) {
        Ok(book) => {
            let text = rulebook::compile_book(&book).unwrap();
            assert_eq!(
                rulebook::read_book(text.as_bytes()).unwrap(),
                book,
                "reads back"
            );
            format!("ok {} {}", book.question.len(), book.clause.len())
        }
        Err(errors) => errors
            .iter()
            .take(4)
            .map(|error| outline(&error.kind))
            .collect(),
    }
}

fn toml(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).into_owned();
    match rulebook::author::read_folder(&[("book.toml".to_owned(), text)]) {
        Ok(authored) => {
            let text = rulebook::compile_book(&authored.book).unwrap();
            assert_eq!(
                rulebook::read_book(text.as_bytes()).unwrap(),
                authored.book,
                "reads back"
            );
            "ok".to_owned()
        }
        Err(errors) => errors
            .iter()
            .take(4)
            .map(|error| outline(&error.kind))
            .collect(),
    }
}

/// What kind of error it is: its names without texts and numbers.
fn outline(error: &impl std::fmt::Debug) -> String {
    let text = format!("{error:?}");
    let parts = text.split('"').step_by(2);
    let letters = parts.flat_map(str::chars).filter(char::is_ascii_alphabetic);
    letters.take(60).collect()
}
