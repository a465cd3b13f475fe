//! A source that takes digests itself is believed in exactly that.

use {
    crate::{
        archive,
        forge::{Forge, deflated, entry},
    },
    package::{
        container::{Blocking, BlockingSource as _, Hashing, OutOfBounds, ReadError, Source, wait},
        digest::FileDigest,
    },
};

/// Bytes, and what is said of parts of them.
struct Hashes<'a> {
    bytes: &'a [u8],
    says: fn(&[u8]) -> Result<[u8; 32], OutOfBounds>,
    asked: Vec<(u64, u64)>,
}

impl Source for Hashes<'_> {
    type Error = OutOfBounds;

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    async fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), OutOfBounds> {
        self.bytes.read_at(offset, buffer)
    }

    async fn hash(
        &mut self,
        offset: u64,
        length: u64,
    ) -> Result<Option<Hashing<OutOfBounds>>, OutOfBounds> {
        self.asked.push((offset, length));
        let mut part = vec![0; usize::try_from(length).unwrap()];
        self.bytes.read_at(offset, &mut part)?;
        let said = (self.says)(&part);
        Ok(Some(Box::pin(async move { said })))
    }
}

/// The digests of a stored and a compressed entry of the same content.
fn digests(
    says: fn(&[u8]) -> Result<[u8; 32], OutOfBounds>,
) -> [Result<FileDigest, ReadError<OutOfBounds>>; 2] {
    let bytes = Forge::of(vec![entry("a", b"content"), deflated("b", b"content")]).build();
    let archive = archive(&bytes);
    let mut source = Hashes {
        bytes: &bytes,
        says,
        asked: Vec::new(),
    };
    let digests = [0, 1].map(|index| wait(archive.digest(&mut source, index)));
    let stored = bytes.windows(7).position(|part| part == b"content");
    // What is compressed has no part of the source for its content.
    assert_eq!(source.asked, [(stored.unwrap() as u64, 7)]);
    digests
}

#[test]
fn what_a_source_says_of_its_bytes_stands_for_what_we_would_have_reckoned() {
    let said = digests(|part| Ok(FileDigest::of(part).sha256));
    for digest in said {
        assert_eq!(digest.unwrap(), FileDigest::of(b"content"));
    }
}

#[test]
fn a_wrong_digest_of_a_source_is_seen_in_the_stored_entry_alone() {
    let [stored, compressed] = digests(|_| Ok([7; 32]));
    assert_eq!(stored.unwrap().sha256, [7; 32]);
    assert_eq!(compressed.unwrap(), FileDigest::of(b"content"));
}

#[test]
fn a_source_that_fails_at_the_digest_has_failed() {
    let [stored, compressed] = digests(|_| Err(OutOfBounds));
    assert!(matches!(stored, Err(ReadError::Source(OutOfBounds))));
    assert!(compressed.is_ok());
}

#[test]
fn other_sources_leave_it_to_us() {
    let mut source = Blocking(&b"content"[..]);
    assert!(wait(source.hash(0, 7)).unwrap().is_none());
}
