//! A bag in a folder.
//!
//! INVARIANT: only files that were met while walking the folder are opened, never a path that stands in a manifest; links
//! are not followed (RFC 8493, 5.1).

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use package::bag::{
    Fault, Finding, Foreign, Hashing, Kind, Listing, Place, algorithms, all_hashers,
};
use package::name::DEPTH_LIMIT;

use super::{Held, MOST_FILES, TEXT_LIMIT};
use crate::verify::Meter;

const CHUNK: usize = 256 << 10;

/// Reads a folder: each file once, for all its checksums.
pub(super) fn read(root: &Path) -> Result<Held, String> {
    let mut walk = Walk::default();
    walk.folder(root, "", 0)?;
    let paths = walk.files.iter().map(|found| found.path.as_str());
    let algorithms: Vec<_> = algorithms(paths).into_iter().collect();
    let total = walk.files.iter().map(|found| found.size);
    let mut meter = Meter::new(total.fold(0, u64::saturating_add));
    let mut room = TEXT_LIMIT;
    for found in &walk.files {
        let mut hashing = Hashing::new(algorithms.iter().copied(), all_hashers);
        let keep = Kind::of(&found.path).is_read() && found.size <= room;
        let mut text = Vec::new();
        let mut sink = |piece: &[u8]| {
            hashing.update(piece);
            // A file may have grown since it was met.
            let left = room.saturating_sub(text.len() as u64);
            if keep && piece.len() as u64 <= left {
                text.extend_from_slice(piece);
            }
            meter.tick(piece.len() as u64)
        };
        let cannot = |error| named(&found.file, &error);
        stream(&found.file, &mut sink).map_err(cannot)?;
        walk.listing.add_file(found.path.clone(), hashing.finish());
        if keep {
            room = room.saturating_sub(text.len() as u64);
            walk.listing.add_text(found.path.clone(), text);
        }
    }
    meter.clear();
    let told = walk.findings.iter().map(wording::finding::bag).collect();
    Ok(Held {
        listing: Some(walk.listing),
        told,
    })
}

fn stream(file: &Path, sink: &mut impl FnMut(&[u8]) -> ControlFlow<()>) -> io::Result<()> {
    let mut file = File::open(file)?;
    let mut buffer = vec![0; CHUNK];
    loop {
        let count = match file.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if sink(buffer.get(..count).unwrap_or(&[])).is_break() {
            return Ok(());
        }
    }
}

/// A file that was met.
struct Found {
    path: String,
    file: PathBuf,
    size: u64,
}

#[derive(Default)]
struct Walk {
    files: Vec<Found>,
    listing: Listing,
    findings: Vec<Finding>,
}

impl Walk {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) -> Result<(), String> {
        let cannot = |error| named(folder, &error);
        for entry in fs::read_dir(folder).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            let name = entry.file_name();
            let path = format!("{prefix}{}", name.to_string_lossy());
            let kind = entry.file_type().map_err(cannot)?;
            let fault = if name.to_str().is_none() {
                Foreign::NameEncoding
            } else if kind.is_symlink() {
                Foreign::Link
            } else if kind.is_dir() {
                self.listing.add_folder(&path);
                // What is deeper is found too deep by its folder's name.
                if depth <= DEPTH_LIMIT {
                    self.folder(&entry.path(), &format!("{path}/"), depth.saturating_add(1))?;
                }
                continue;
            } else if kind.is_file() {
                self.file(path, entry.path())?;
                continue;
            } else {
                Foreign::SpecialFile
            };
            self.findings.push(Finding {
                place: Place::File(path),
                fault: Fault::Foreign(fault),
            });
        }
        Ok(())
    }

    fn file(&mut self, path: String, file: PathBuf) -> Result<(), String> {
        if self.files.len() >= MOST_FILES {
            return Err(wording::command::too_many_files(MOST_FILES));
        }
        let meta = fs::symlink_metadata(&file).map_err(|error| named(&file, &error))?;
        let size = meta.len();
        self.files.push(Found { path, file, size });
        Ok(())
    }
}

fn named(path: &Path, error: &io::Error) -> String {
    let cause = format!("{}: {error}", path.to_string_lossy());
    wording::command::cannot_read(&cause)
}
