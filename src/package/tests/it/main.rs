//! Tests of the package from outside: made, mutated and hostile archives and
//! bags, and agreement with other tools.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what goes wrong in a test should stop it"
)]

mod agreement;
mod bags;
mod changed;
mod differential;
mod every_byte;
mod forge;
mod hashing;
mod hostile;
mod limits;
mod mutate;
mod profile;
mod ready;
mod returned;
mod rezipped;
mod sample;
mod sealed;
mod taken_in;
mod tools;
mod verified;
mod written;

use package::{
    container::{
        Archive, Blocking, Body, Item, Opening, Options, OutOfBounds, Plan, ReadError, Segment,
        open, wait,
    },
    digest::FileDigest,
    name::UNICODE,
};

fn options() -> Options {
    Options::new(UNICODE)
}

/// Opens bytes in memory.
fn opened(bytes: &[u8]) -> Opening {
    wait(open(&mut Blocking(bytes), &options())).unwrap()
}

/// The codes of all findings.
fn codes(bytes: &[u8]) -> Vec<&'static str> {
    opened(bytes)
        .findings
        .iter()
        .map(|finding| finding.fault.code())
        .collect()
}

/// The archive in bytes that are expected to be fine.
fn archive(bytes: &[u8]) -> Archive {
    let opening = opened(bytes);
    opening
        .archive
        .unwrap_or_else(|| panic!("refused: {:?}", opening.findings))
}

/// Content of an entry, or the code of why not.
fn content(archive: &Archive, bytes: &[u8], index: usize) -> Result<Vec<u8>, &'static str> {
    let mut content = Vec::new();
    let mut sink = |piece: &[u8]| {
        content.extend_from_slice(piece);
        std::ops::ControlFlow::Continue(())
    };
    match wait(archive.read(&mut Blocking(bytes), index, &mut sink)) {
        Ok(digest) => {
            assert_eq!(digest, FileDigest::of(&content));
            Ok(content)
        }
        Err(ReadError::Fault(finding)) => Err(finding.fault.code()),
        Err(ReadError::Source(OutOfBounds)) => panic!("read outside the archive"),
        Err(error) => panic!("{error:?}"),
    }
}

/// Packs files; those at odd places as files that the caller holds.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let items = files
        .iter()
        .enumerate()
        .map(|(index, (name, bytes))| Item {
            name: (*name).to_owned(),
            body: if index % 2 == 1 {
                Body::File {
                    index,
                    digest: FileDigest::of(bytes),
                }
            } else {
                Body::Bytes(bytes.to_vec())
            },
        })
        .collect();
    let plan = Plan::new(items, UNICODE).unwrap();
    let mut archive = Vec::new();
    for segment in plan.into_segments() {
        match segment {
            Segment::Bytes(bytes) => archive.extend(bytes),
            Segment::File { index, size } => {
                assert_eq!(files[index].1.len() as u64, size);
                archive.extend_from_slice(files[index].1);
            }
        }
    }
    archive
}
