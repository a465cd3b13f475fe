//! A source that takes digests itself is asked for what nobody looks at, and believed in exactly that.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

use {
    crate::{
        forge::{Forge, deflated, entry},
        options,
        taken_in::{Length, files, whole},
    },
    package::{
        bag::{Hashers, sha256_alone},
        container::{Blocking, BlockingSource as _, OutOfBounds, Source, wait},
        digest::FileDigest,
        intake::{Intake, IntakeError, Settings, take_in},
    },
    std::ops::ControlFlow,
};

/// What is said of a part.
type Says = fn(&[u8]) -> Result<FileDigest, OutOfBounds>;

/// Bytes, and what is said of parts of them.
struct Digests<'a> {
    bytes: &'a [u8],
    says: Says,
    asked: Vec<Vec<u8>>,
}

impl Source for Digests<'_> {
    type Error = OutOfBounds;

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    async fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), OutOfBounds> {
        self.bytes.read_at(offset, buffer)
    }

    async fn digests(
        &mut self,
        parts: &[(u64, u64)],
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Option<Vec<FileDigest>>, OutOfBounds> {
        let mut digests = Vec::new();
        for &(offset, length) in parts {
            let mut part = vec![0; usize::try_from(length).unwrap()];
            self.bytes.read_at(offset, &mut part)?;
            digests.push((self.says)(&part)?);
            self.asked.push(part);
            let _ = progress(length);
        }
        Ok(Some(digests))
    }
}

type Taken = Result<Intake, IntakeError<OutOfBounds>>;

fn settings(hashers: Hashers) -> Settings {
    Settings {
        options: options(),
        hashers,
    }
}

/// What comes of bytes, what the source was asked for, and how many bytes were told.
fn taken(bytes: &[u8], says: Says, hashers: Hashers) -> (Taken, Vec<Vec<u8>>, u64) {
    let mut source = Digests {
        bytes,
        says,
        asked: Vec::new(),
    };
    let mut told = 0;
    let mut progress = |length: u64| {
        told += length;
        ControlFlow::Continue(())
    };
    let intake = wait(take_in(&mut source, &settings(hashers), &mut progress));
    (intake, source.asked, told)
}

fn by_reading(bytes: &[u8]) -> Intake {
    let mut progress = |_| ControlFlow::Continue(());
    let settings = settings(sha256_alone);
    wait(take_in(&mut Blocking(bytes), &settings, &mut progress)).unwrap()
}

#[allow(clippy::unnecessary_wraps, reason = "it is a `Says`")]
fn honest(part: &[u8]) -> Result<FileDigest, OutOfBounds> {
    Ok(FileDigest::of(part))
}

#[test]
fn it_comes_to_the_same_and_is_asked_for_the_payload_alone() {
    let bytes = whole();
    let (intake, asked, told) = taken(&bytes, honest, sha256_alone);
    assert_eq!(intake.unwrap(), by_reading(&bytes));
    assert_eq!(asked, [b"{}".to_vec(), b"%PDF-1.7".to_vec()]);
    let expected: u64 = files().iter().map(|(_, bytes)| bytes.len() as u64).sum();
    assert_eq!(told, expected);
}

#[test]
fn every_changed_byte_is_found_as_by_reading() {
    let whole = whole();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x20;
        let (intake, ..) = taken(&changed, honest, sha256_alone);
        assert_eq!(intake.unwrap(), by_reading(&changed), "byte {at}");
    }
}

#[test]
fn what_is_compressed_is_read() {
    let entries = vec![deflated("data/a", b"content"), entry("data/b", b"stored")];
    let bytes = Forge::of(entries).build();
    let (intake, asked, _) = taken(&bytes, honest, sha256_alone);
    assert_eq!(intake.unwrap(), by_reading(&bytes));
    assert_eq!(asked, [b"stored".to_vec()]);
}

#[test]
fn what_other_algorithms_want_too_is_read() {
    let bytes = crate::packed(&[("manifest-md5.txt", b""), ("data/a", b"12345")]);
    let (intake, asked, _) = taken(&bytes, honest, |_| Some(Box::new(Length(0))));
    let facts = intake.unwrap().listing.files()["data/a"].clone();
    assert_eq!((facts.checksums.len(), asked.len()), (2, 0));
}

#[test]
fn a_wrong_length_or_checksum_is_named_and_a_wrong_digest_believed() {
    let bytes = Forge::of(vec![entry("data/a", b"content")]).build();
    let cases: [(Says, &str); 3] = [
        (|_| honest(b"contend"), "zip-crc"),
        (|_| honest(b"conten"), "zip-less-data"),
        (|_| honest(b"contents"), "zip-more-data"),
    ];
    for (says, expected) in cases {
        let (intake, ..) = taken(&bytes, says, sha256_alone);
        let findings = intake.unwrap().findings;
        let codes: Vec<_> = findings.iter().map(|found| found.fault.code()).collect();
        assert!(codes.contains(&expected), "{codes:?}");
    }
    let says: Says = |part| {
        let digest = FileDigest::of(part);
        Ok(FileDigest {
            sha256: [7; 32],
            ..digest
        })
    };
    let (intake, ..) = taken(&bytes, says, sha256_alone);
    let facts = intake.unwrap().listing.files()["data/a"].clone();
    assert!(facts.checksums.values().any(|value| *value == [7; 32]));
}

#[test]
fn a_source_that_fails_at_the_digests_has_failed() {
    let (intake, ..) = taken(&whole(), |_| Err(OutOfBounds), sha256_alone);
    assert!(matches!(intake, Err(IntakeError::Source(OutOfBounds))));
}

#[test]
fn other_sources_leave_it_to_us() {
    let mut source = Blocking(&b"content"[..]);
    let mut progress = |_| ControlFlow::Continue(());
    let digests = wait(source.digests(&[(0, 7)], &mut progress));
    assert!(digests.unwrap().is_none());
}
