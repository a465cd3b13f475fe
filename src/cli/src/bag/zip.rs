//! A bag in a zip.

use std::path::Path;

use package::bag::all_hashers;
use package::container::{Blocking, Fault, Options, wait};
use package::intake::{IntakeError, Settings, take_in_within};
use package::name::UNICODE;

use super::{Held, MOST_FILES, TEXT_LIMIT};
use crate::verify::{FileSource, Meter};

/// What is taken: an archive's size is its own, but it may not expand without bound.
fn options() -> Options {
    Options {
        entries: MOST_FILES as u64,
        directory: 512 << 20,
        expanded: 1 << 40,
        legacy: super::gbk,
        ..Options::new(UNICODE)
    }
}

/// Reads an archive: each entry once, for all its checksums.
pub(super) fn read(path: &Path) -> Result<Held, String> {
    let cannot = |error: std::io::Error| wording::command::cannot_read(&error.to_string());
    let source = FileSource::open(path).map_err(cannot)?;
    let mut meter = Meter::new(source.len());
    let settings = Settings {
        options: options(),
        hashers: all_hashers,
    };
    let mut progress = |bytes| meter.tick(bytes);
    let mut source = Blocking(source);
    let taken = take_in_within(&mut source, &settings, TEXT_LIMIT, &mut progress);
    let taken = wait(taken);
    meter.clear();
    let intake = taken.map_err(|error| match error {
        IntakeError::Source(error) => cannot(error),
        IntakeError::Cancelled => wording::command::cannot_read(""),
    })?;
    // That it is not as our writer writes it says nothing of a bag of others.
    let findings = intake.findings.iter();
    let findings = findings.filter(|finding| !matches!(finding.fault, Fault::Rewritten(_)));
    Ok(Held {
        told: findings.map(wording::finding::container).collect(),
        listing: intake.archive.is_some().then_some(intake.listing),
    })
}
