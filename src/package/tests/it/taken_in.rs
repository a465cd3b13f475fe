//! A whole package taken in: container and bag in one pass.

use {
    crate::{
        forge::{Forge, deflated, entry},
        options, packed,
    },
    package::{
        bag::{Algorithm, Draft, Hasher, sha256_alone, validate, write},
        container::{Blocking, BlockingSource, OutOfBounds, wait},
        digest::FileDigest,
        intake::{Intake, IntakeError, Settings, take_in},
        name::UNICODE,
    },
    std::ops::ControlFlow,
};

pub(crate) fn files() -> Vec<(String, Vec<u8>)> {
    let payload = [
        ("data/dossier.json".to_owned(), b"{}".to_vec()),
        ("data/files/01/证书.pdf".to_owned(), b"%PDF-1.7".to_vec()),
    ];
    let digests: Vec<_> = payload
        .iter()
        .map(|(path, bytes)| (path.clone(), FileDigest::of(bytes)))
        .collect();
    let draft = Draft {
        payload: &digests,
        info: &[],
        date: "2026-11-24",
        tags: &[],
    };
    let mut files = write(&draft).unwrap();
    files.extend(payload);
    files
}

fn taken(bytes: &[u8]) -> Intake {
    let settings = Settings {
        options: options(),
        hashers: sha256_alone,
    };
    wait_for(bytes, &settings, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn wait_for(
    bytes: &[u8],
    settings: &Settings,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Intake, ()> {
    match wait(take_in(&mut Blocking(bytes), settings, progress)) {
        Ok(intake) => Ok(intake),
        Err(IntakeError::Cancelled) => Err(()),
        Err(error) => panic!("{error:?}"),
    }
}

pub(crate) fn whole() -> Vec<u8> {
    let files = files();
    let list: Vec<_> = files
        .iter()
        .map(|(path, bytes)| (path.as_str(), &bytes[..]))
        .collect();
    packed(&list)
}

/// Bytes that have to be copied, as those of a large file.
struct Copied<'a>(&'a [u8]);

impl BlockingSource for Copied<'_> {
    type Error = OutOfBounds;

    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), OutOfBounds> {
        self.0.read_at(offset, buffer)
    }
}

#[test]
fn bytes_in_memory_and_bytes_that_are_copied_are_taken_in_alike() {
    let settings = Settings {
        options: options(),
        hashers: sha256_alone,
    };
    let mut large = files();
    large.push(("data/large".to_owned(), vec![7; 300 << 10]));
    let large: Vec<_> = large
        .iter()
        .map(|(path, bytes)| (path.as_str(), &bytes[..]))
        .collect();
    for bytes in [whole(), packed(&large)] {
        for at in (0..bytes.len()).step_by(997) {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            let mut source = Blocking(Copied(&changed));
            let mut progress = |_| ControlFlow::Continue(());
            let copied = wait(take_in(&mut source, &settings, &mut progress));
            assert_eq!(taken(&changed), copied.unwrap(), "byte {at}");
        }
    }
}

#[test]
fn a_package_of_ours_has_nothing_to_find() {
    let intake = taken(&whole());
    assert_eq!(intake.findings, []);
    assert_eq!(validate(&intake.listing, UNICODE).findings, []);
    assert_eq!(intake.root, "");
    assert_eq!(intake.entries.len(), 6);
}

#[test]
fn a_changed_byte_of_a_package_is_found_and_named() {
    let whole = whole();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x20;
        let intake = taken(&changed);
        assert!(!intake.findings.is_empty(), "byte {at}");
    }
}

#[test]
fn a_package_zipped_again_in_its_folder_is_still_a_valid_bag() {
    let mut entries = vec![entry("申报材料/", b"").mode(0o040_755, 0x10)];
    for (path, bytes) in files() {
        entries.push(deflated(&format!("申报材料/{path}"), &bytes));
    }
    entries.push(entry("__MACOSX/申报材料/._bagit.txt", b"\0\x05\x16\x07"));
    let intake = taken(&Forge::of(entries).build());
    assert_eq!(intake.root, "申报材料/");
    assert_eq!(intake.aside, ["__MACOSX/申报材料/._bagit.txt"]);
    let codes: Vec<_> = intake
        .findings
        .iter()
        .map(|finding| finding.fault.code())
        .collect();
    assert!(
        codes.iter().all(|code| code.starts_with("rewritten-")),
        "{codes:?}"
    );
    assert!(codes.contains(&"rewritten-deflate") && codes.contains(&"rewritten-folder"));
    assert_eq!(validate(&intake.listing, UNICODE).findings, []);
}

#[test]
fn a_damaged_file_is_left_out_and_named() {
    let entries = files()
        .into_iter()
        .map(|(path, bytes)| {
            let made = entry(&path, &bytes);
            if path == "data/dossier.json" {
                made.data(b"[]")
            } else {
                made
            }
        })
        .collect();
    let intake = taken(&Forge::of(entries).build());
    assert!(
        intake
            .findings
            .iter()
            .any(|finding| finding.fault.code() == "zip-crc")
    );
    let findings = validate(&intake.listing, UNICODE).findings;
    assert!(
        findings
            .iter()
            .any(|finding| finding.fault.code() == "bag-missing")
    );
}

#[test]
fn taking_in_tells_its_progress_and_stops_when_asked() {
    let whole = whole();
    let settings = Settings {
        options: options(),
        hashers: sha256_alone,
    };
    let mut seen = 0;
    let done = wait_for(&whole, &settings, &mut |bytes| {
        seen += bytes;
        ControlFlow::Continue(())
    });
    let expected: u64 = files().iter().map(|(_, bytes)| bytes.len() as u64).sum();
    assert_eq!(seen, expected);
    assert!(done.is_ok());
    assert_eq!(
        wait_for(&whole, &settings, &mut |_| ControlFlow::Break(())),
        Err(())
    );
}

/// The length as a checksum: enough to see that it is asked for and used.
pub(crate) struct Length(pub(crate) u64);

impl Hasher for Length {
    fn update(&mut self, bytes: &[u8]) {
        self.0 += bytes.len() as u64;
    }
    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.to_be_bytes().to_vec()
    }
}

#[test]
fn other_algorithms_are_computed_where_a_manifest_asks() {
    let bytes = packed(&[("manifest-md5.txt", b""), ("data/a", b"12345")]);
    let settings = Settings {
        options: options(),
        hashers: |algorithm| {
            assert_eq!(algorithm, Algorithm::Md5);
            Some(Box::new(Length(0)))
        },
    };
    let intake = wait_for(&bytes, &settings, &mut |_| ControlFlow::Continue(())).unwrap();
    let facts = &intake.listing.files()["data/a"];
    assert_eq!(facts.checksums[&Algorithm::Md5], 5_u64.to_be_bytes());
    assert_eq!(
        facts.checksums[&Algorithm::Sha256],
        FileDigest::of(b"12345").sha256
    );
}
