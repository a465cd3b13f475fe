//! Bags: what we write is valid, and each MUST of RFC 8493, broken, is named.

use {
    package::{
        bag::{
            Algorithm, Draft, DraftFault, FileFacts, Kind, Listing, Validation, validate, write,
        },
        digest::FileDigest,
        name::UNICODE,
    },
    proptest::{collection::btree_map, prelude::*},
    std::collections::BTreeMap,
};

/// The files of a bag, by path.
type Files = BTreeMap<String, Vec<u8>>;

const SUM_OF_A: &str = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

/// Writes a bag around payload files.
fn bag(payload: &[(&str, &[u8])]) -> Files {
    let digests: Vec<_> = payload
        .iter()
        .map(|(path, bytes)| ((*path).to_owned(), FileDigest::of(bytes)))
        .collect();
    let info = [(
        "Source-Organization".to_owned(),
        "浙江某安全技术有限公司".to_owned(),
    )];
    let draft = Draft {
        payload: &digests,
        info: &info,
        date: "2026-11-24",
        tags: &[],
    };
    let mut files: Files = write(&draft).unwrap().into_iter().collect();
    files.extend(
        payload
            .iter()
            .map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())),
    );
    files
}

fn small() -> Files {
    bag(&[("data/a", b"a"), ("data/安全/b 100%.txt", b"bb")])
}

fn listing(files: &Files) -> Listing {
    let mut listing = Listing::default();
    for (path, bytes) in files {
        listing.add_file(path.clone(), FileFacts::from(FileDigest::of(bytes)));
        if Kind::of(path).is_read() {
            listing.add_text(path.clone(), bytes.clone());
        }
    }
    listing
}

fn validated(files: &Files) -> Validation {
    validate(&listing(files), UNICODE)
}

fn codes(files: &Files) -> Vec<&'static str> {
    validated(files)
        .findings
        .iter()
        .map(|finding| finding.fault.code())
        .collect()
}

/// Rewrites the tag manifest, so that only the change under test shows.
fn sealed(mut files: Files) -> Files {
    files.remove("tagmanifest-sha256.txt");
    let lines: Vec<_> = files
        .iter()
        .filter(|(path, _)| !path.starts_with("data/") && !path.starts_with("tagmanifest"))
        .map(|(path, bytes)| format!("{}  {path}\n", FileDigest::of(bytes).hex()))
        .collect();
    files.insert("tagmanifest-sha256.txt".into(), lines.concat().into_bytes());
    files
}

/// The small bag with one file replaced.
fn with(path: &str, text: &str) -> Files {
    let mut files = small();
    files.insert(path.to_owned(), text.as_bytes().to_vec());
    sealed(files)
}

/// The small bag with text added to one file.
fn adding(path: &str, text: &str) -> Files {
    let mut files = small();
    files
        .entry(path.to_owned())
        .or_default()
        .extend(text.as_bytes());
    sealed(files)
}

fn without(path: &str) -> Files {
    let mut files = small();
    files.remove(path).unwrap();
    sealed(files)
}

#[test]
fn what_we_write_is_valid_and_exactly_so() {
    let files = small();
    assert_eq!(codes(&files), [""; 0]);
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    assert_eq!(
        text("bagit.txt"),
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    );
    assert_eq!(
        text("bag-info.txt"),
        "Source-Organization: 浙江某安全技术有限公司\nBagging-Date: 2026-11-24\nPayload-Oxum: 3.2\n"
    );
    let sum_of_bb = FileDigest::of(b"bb").hex();
    assert_eq!(
        text("manifest-sha256.txt"),
        format!("{SUM_OF_A}  data/a\n{sum_of_bb}  data/安全/b 100%25.txt\n")
    );
    assert_eq!(text("tagmanifest-sha256.txt").lines().count(), 3);
    assert_eq!(small(), files);
}

#[test]
fn a_bag_that_cannot_be_written_says_all_that_stands_against_it() {
    let digest = FileDigest::of(b"");
    let draft = Draft {
        payload: &[
            ("a".into(), digest),
            ("data/b".into(), digest),
            ("data/b".into(), digest),
        ],
        info: &[
            ("payload-oxum".into(), "1.1".into()),
            ("A:B".into(), "x".into()),
            ("Note".into(), "two\nlines".into()),
        ],
        date: "2026-02-30",
        tags: &[("data/c".into(), vec![]), ("fetch.txt".into(), vec![])],
    };
    assert_eq!(
        write(&draft).unwrap_err(),
        [
            DraftFault::Place("a".into()),
            DraftFault::Place("data/c".into()),
            DraftFault::Reserved("fetch.txt".into()),
            DraftFault::Twice("data/b".into()),
            DraftFault::Label("payload-oxum".into()),
            DraftFault::Label("A:B".into()),
            DraftFault::Value("Note".into()),
            DraftFault::Date,
        ]
    );
}

#[test]
fn required_elements_are_missed() {
    assert_eq!(codes(&without("bagit.txt")), ["bag-no-declaration"]);
    assert_eq!(codes(&without("manifest-sha256.txt")), ["bag-no-manifest"]);
    let mut empty = bag(&[]);
    assert_eq!(codes(&empty), ["bag-no-payload-folder"]);
    let mut with_folder = listing(&empty);
    with_folder.add_folder("data");
    assert_eq!(validate(&with_folder, UNICODE).findings, []);
    empty.clear();
    assert_eq!(
        codes(&empty),
        [
            "bag-no-declaration",
            "bag-no-payload-folder",
            "bag-no-manifest",
            "bag-no-tag-manifest"
        ]
    );
}

#[test]
fn the_declaration_is_its_two_lines() {
    let wrong = "BagIt-Version:1.0\nTag-File-Character-Encoding: UTF-8\n";
    assert_eq!(codes(&with("bagit.txt", wrong)), ["bag-declaration"]);
    let old = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n";
    assert_eq!(codes(&with("bagit.txt", old)), ["bag-unsupported-version"]);
    let marked = "\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    assert_eq!(codes(&with("bagit.txt", marked)), ["bag-byte-order-mark"]);
    let latin = "BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n";
    assert_eq!(
        codes(&with("bagit.txt", latin)),
        ["bag-unsupported-encoding"]
    );
}

#[test]
fn the_payload_is_complete_both_ways() {
    let mut files = small();
    files.remove("data/a");
    assert_eq!(codes(&files), ["bag-missing", "bag-oxum"]);
    let mut files = small();
    files.insert("data/more".into(), vec![]);
    assert_eq!(codes(&files), ["bag-not-listed", "bag-oxum"]);
}

#[test]
fn a_changed_payload_file_is_named() {
    let mut files = small();
    files.insert("data/a".into(), b"b".to_vec());
    let validation = validated(&files);
    assert!(!validation.is_valid());
    assert_eq!(
        format!("{:?}", validation.findings),
        r#"[Finding { place: File("data/a"), fault: Checksum { path: "data/a", algorithm: Sha256 } }]"#
    );
}

#[test]
fn lines_of_a_manifest_are_checked() {
    let file = "manifest-sha256.txt";
    for (line, codes_of_line) in [
        ("data/x\n", &["bag-manifest-line"][..]),
        ("abcd  data/x\n", &["bag-checksum-length"]),
        (&format!("{SUM_OF_A}  data/a\n"), &["bag-listed-twice"]),
        (&format!("{SUM_OF_A}  data/x%20y\n"), &["bag-percent"]),
        (&format!("{SUM_OF_A}  data/x\n"), &["bag-missing"]),
        (&format!("{SUM_OF_A}  data/\n"), &["bag-missing"]),
        (
            &format!("{SUM_OF_A}  ../x\n"),
            &["bag-outside-payload", "bag-missing"],
        ),
        (
            &format!("{SUM_OF_A}  /data/x\n"),
            &["bag-outside-payload", "bag-missing"],
        ),
        (
            &format!("{SUM_OF_A} *data/x\n"),
            &["bag-outside-payload", "bag-missing"],
        ),
        (
            &format!("{SUM_OF_A}  ./data/a\n"),
            &["bag-outside-payload", "bag-missing"],
        ),
        ("\n", &["bag-manifest-line"]),
    ] {
        assert_eq!(codes(&adding(file, line)), codes_of_line, "{line:?}");
    }
    assert_eq!(
        codes(&adding("manifest-whirlpool.txt", "")),
        ["bag-unknown-algorithm"]
    );
    assert_eq!(
        codes(&adding("manifest-SHA256.txt", "")),
        ["name-alike", "bag-unknown-algorithm"]
    );
}

#[test]
fn every_manifest_lists_every_payload_file() {
    let md5 = "0cc175b9c0f1b6a831c399e269772661  data/a\n";
    let mut list = listing(&adding("manifest-md5.txt", md5));
    let codes = |list: &Listing| -> Vec<_> {
        validate(list, UNICODE)
            .findings
            .iter()
            .map(|finding| finding.fault.code())
            .collect()
    };
    // Not computed is not verified.
    assert_eq!(codes(&list), ["bag-not-verified", "bag-not-listed"]);
    let mut facts = FileFacts::from(FileDigest::of(b"a"));
    let sum = package::digest::from_hex("0cc175b9c0f1b6a831c399e269772661").unwrap();
    facts.checksums.insert(Algorithm::Md5, sum);
    list.add_file("data/a".into(), facts.clone());
    assert_eq!(codes(&list), ["bag-not-listed"]);
    facts.checksums.insert(Algorithm::Md5, vec![0; 16]);
    list.add_file("data/a".into(), facts);
    assert_eq!(codes(&list), ["bag-checksum", "bag-not-listed"]);
}

#[test]
fn a_bag_with_broken_algorithms_only_is_warned_of() {
    let mut files = small();
    files.remove("manifest-sha256.txt");
    files.insert("manifest-md5.txt".into(), b"".to_vec());
    let codes = codes(&sealed(files));
    assert_eq!(
        codes,
        ["bag-broken-algorithms", "bag-not-listed", "bag-not-listed"]
    );
}

#[test]
fn tag_files_are_checked_against_their_manifest() {
    let file = "tagmanifest-sha256.txt";
    let tagged = |line: &str| {
        let mut files = small();
        files.get_mut(file).unwrap().extend(line.as_bytes());
        codes(&files)
    };
    assert_eq!(
        tagged(&format!("{SUM_OF_A}  data/a\n")),
        ["bag-payload-in-tag-manifest"]
    );
    assert_eq!(tagged(&format!("{SUM_OF_A}  none.txt\n")), ["bag-missing"]);
    assert_eq!(
        tagged(&format!("{SUM_OF_A}  {file}\n")),
        ["bag-tag-manifest-listed", "bag-checksum"]
    );
    let mut files = small();
    files.insert("bag-info.txt".into(), b"Payload-Oxum: 3.2\n".to_vec());
    assert_eq!(codes(&files), ["bag-checksum"]);
    let mut files = small();
    files.insert("note.txt".into(), vec![]);
    assert_eq!(codes(&files), ["bag-tag-not-listed"]);
    assert!(validated(&files).is_valid());
    let mut files = small();
    let text = String::from_utf8(files[file].clone()).unwrap();
    let kept: Vec<_> = text
        .lines()
        .filter(|line| !line.ends_with(" manifest-sha256.txt"))
        .map(|line| format!("{line}\n"))
        .collect();
    files.insert(file.into(), kept.concat().into_bytes());
    assert_eq!(codes(&files), ["bag-manifest-not-listed"]);
    let mut files = small();
    files.remove(file);
    assert_eq!(codes(&files), ["bag-no-tag-manifest"]);
}

#[test]
fn metadata_is_checked() {
    let file = "bag-info.txt";
    for (text, expected) in [
        (
            "Payload-Oxum: 3.2\r\nNote: long\r\n  and longer\r\n",
            &[][..],
        ),
        ("payload-OXUM: 3.3\n", &["bag-oxum"]),
        ("Payload-Oxum: 4.2\n", &["bag-oxum"]),
        ("Payload-Oxum: many\n", &["bag-oxum-form"]),
        (
            "Payload-Oxum: 3.2\nPayload-Oxum: 3.2\n",
            &["bag-oxum-repeated"],
        ),
        ("Bagging-Date: 24.11.2026\n", &["bag-bagging-date"]),
        ("Label:value\n", &["bag-info-line"]),
        ("A: b\n\n", &["bag-info-blank"]),
        ("\u{feff}A: b\n", &["bag-byte-order-mark"]),
    ] {
        assert_eq!(codes(&with(file, text)), expected, "{text:?}");
    }
    let validation = validated(&with(file, "Contact-Name: 甲\nContact-Name: 乙\n"));
    let names: Vec<_> = validation
        .info
        .all("contact-name")
        .map(|e| e.value.as_str())
        .collect();
    assert_eq!(names, ["甲", "乙"]);
    assert_eq!(codes(&without(file)), [""; 0]);
}

#[test]
fn files_to_be_fetched_are_missing_until_they_are_there() {
    let fetch = "https://example.org/x - data/x\n";
    assert_eq!(codes(&with("fetch.txt", fetch)), ["bag-fetch-not-listed"]);
    let mut files = adding("manifest-sha256.txt", &format!("{SUM_OF_A}  data/x\n"));
    files.insert("fetch.txt".into(), fetch.as_bytes().to_vec());
    let validation = validated(&sealed(files));
    assert!(
        format!("{:?}", validation.findings)
            .contains(r#"Missing { path: "data/x", fetchable: true }"#)
    );
    assert_eq!(
        codes(&with("fetch.txt", "https://example.org/x - bagit.txt\n")),
        ["bag-fetch-outside"]
    );
    assert_eq!(codes(&with("fetch.txt", "data/x\n")), ["bag-fetch-line"]);
}

#[test]
fn names_that_are_unsafe_somewhere_are_refused() {
    assert_eq!(codes(&bag(&[("data/nul", b"")])), ["name-device"]);
    assert_eq!(
        codes(&bag(&[("data/a.", b"")])),
        ["name-trailing-dot-or-space"]
    );
    assert_eq!(
        codes(&bag(&[("data/A", b""), ("data/a", b"")])),
        ["name-alike"]
    );
    assert_eq!(codes(&bag(&[("data/a\nb", b"")])), ["name-control"]);
}

#[test]
fn a_name_in_another_normal_form_is_found_and_warned_of() {
    let mut files = bag(&[("data/\u{e9}", b"")]);
    let content = files.remove("data/\u{e9}").unwrap();
    files.insert("data/e\u{301}".into(), content);
    assert_eq!(codes(&files), ["bag-normalisation"]);
}

#[test]
fn a_hostile_manifest_does_not_pile_up_findings() {
    let codes = codes(&adding("manifest-sha256.txt", &"x\n".repeat(5000)));
    assert_eq!(codes.len(), 1001);
    assert_eq!(codes.last(), Some(&"bag-omitted"));
}

#[test]
fn any_changed_byte_of_a_bag_is_found() {
    let whole = small();
    for (path, bytes) in &whole {
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut files = whole.clone();
                files.get_mut(path).unwrap()[at] ^= 1 << bit;
                // A checksum in capitals is the same checksum.
                let same = path.starts_with("tagmanifest")
                    && files[path][at].eq_ignore_ascii_case(&bytes[at]);
                assert!(
                    same || !codes(&files).is_empty(),
                    "bit {bit} of byte {at} of {path}"
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn every_bag_we_write_is_valid(
        payload in btree_map("data/[a-z%\u{4e00}-\u{4eff}]{1,9}/[a-z0-9 %]{0,5}[a-z]{2}z", any::<Vec<u8>>(), 1..6)
    ) {
        let list: Vec<_> = payload.iter().map(|(path, bytes)| (path.as_str(), &bytes[..])).collect();
        prop_assume!(payload.keys().all(|path| package::name::check(path).is_ok()));
        prop_assert_eq!(codes(&bag(&list)), [""; 0]);
    }

    #[test]
    fn no_tag_file_makes_the_validator_panic(text in any::<String>(), bytes in any::<Vec<u8>>()) {
        for path in ["bagit.txt", "bag-info.txt", "fetch.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"] {
            let mut files = small();
            files.insert(path.into(), text.clone().into_bytes());
            prop_assert!(!codes(&files).is_empty());
            files.insert(path.into(), bytes.clone());
            prop_assert!(!codes(&files).is_empty());
        }
    }
}
