//! Takes in a package: one pass over the archive gives everything that the
//! layers of verification look at.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

mod ahead;

use {
    crate::{
        bag::{self, Hashers, Kind, Listing, Others},
        container::{self, Archive, Finding, Opening, Options, ReadError, Source},
    },
    std::{collections::BTreeMap, ops::ControlFlow},
};

/// Most bytes of tag files held in memory: a manifest of 10,000 files with
/// names of the greatest length stays below it.
pub const TEXT_LIMIT: u64 = 16 << 20;

/// Where macOS keeps what it adds to an archive.
const APPLE: &str = "__MACOSX/";

/// A package taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// The container, for reading single files; none when it is refused.
    pub archive: Option<Archive>,
    /// What was found about the container.
    pub findings: Vec<Finding>,
    /// The folder around the bag, with a slash at its end; empty when the bag
    /// stands at the root.
    pub root: String,
    /// What macOS added beside the bag; left aside.
    pub aside: Vec<String>,
    /// The files of the bag.
    pub listing: Listing,
    /// Entries of the archive by path in the bag.
    pub entries: BTreeMap<String, usize>,
}

/// Why taking in stopped.
#[derive(Debug)]
pub enum IntakeError<E> {
    /// The source failed.
    Source(E),
    /// The caller asked to stop.
    Cancelled,
}

/// How to take in.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Limits of the container.
    pub options: Options,
    /// Algorithms besides SHA-256.
    pub hashers: Hashers,
}

/// Opens an archive and reads all its content once. `progress` gets the number
/// of bytes of each piece as it is done, and may stop.
///
/// # Errors
/// See [`IntakeError`]; whatever is wrong with the package is a finding.
pub async fn take_in<S: Source>(
    source: &mut S,
    settings: &Settings,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Intake, IntakeError<S::Error>> {
    take_in_within(source, settings, TEXT_LIMIT, progress).await
}

/// As [`take_in`], with a limit of one's own for the bytes of tag files that
/// are held in memory.
///
/// # Errors
/// See [`IntakeError`].
pub async fn take_in_within<S: Source>(
    source: &mut S,
    settings: &Settings,
    text_limit: u64,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Intake, IntakeError<S::Error>> {
    let keep = Keep {
        text: text_limit,
        parts: &[],
        part: 0,
    };
    let opening = opening(source, settings).await?;
    let taken = take_in_keeping(source, opening, (settings, keep), progress).await?;
    Ok(taken.0)
}

/// Opens an archive, for being taken in.
///
/// # Errors
/// When the source fails; whatever is wrong with the archive is a finding.
pub async fn opening<S: Source>(
    source: &mut S,
    settings: &Settings,
) -> Result<Opening, IntakeError<S::Error>> {
    let opening = container::open(source, &settings.options).await;
    opening.map_err(IntakeError::Source)
}

/// What is held in memory of what goes by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Keep {
    /// The most bytes of all tag files.
    pub(crate) text: u64,
    /// Other files that are kept, by their paths in the bag.
    pub(crate) parts: &'static [&'static str],
    /// The most bytes of each of them.
    pub(crate) part: u64,
}

/// Files that were kept, by their paths in the bag.
pub(crate) type Kept = BTreeMap<String, Vec<u8>>;

/// As [`take_in`] of an archive that is opened, and keeps files as they go by, so that nobody has to read and digest them
/// again.
pub(crate) async fn take_in_keeping<S: Source>(
    source: &mut S,
    opening: Opening,
    (settings, keep): (&Settings, Keep),
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<(Intake, Kept), IntakeError<S::Error>> {
    let mut kept = Kept::new();
    let mut intake = Intake::new(opening);
    let Some(archive) = intake.archive.clone() else {
        return Ok((intake, kept));
    };
    let algorithms = bag::algorithms(intake.entries.keys().map(String::as_str));
    let wanted = (settings, keep, &algorithms);
    let ahead = ahead::ahead(source, (&intake, &archive), wanted, progress).await?;
    let mut room = keep.text;
    for (path, &index) in &intake.entries {
        let size = archive.entries().get(index).map_or(0, |entry| entry.size);
        let mut others = Others::new(algorithms.iter().copied(), settings.hashers);
        let is_part = keep.is_part(path, size);
        let is_text = Kind::of(path).is_read() && size <= room;
        // INVARIANT: `size` is what a finished entry has, and it is within a limit.
        let whole = || Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        let mut held = (is_part || is_text).then(whole);
        let mut sink = |bytes: &[u8]| {
            others.update(bytes);
            if let Some(held) = &mut held {
                held.extend_from_slice(bytes);
            }
            progress(bytes.len() as u64)
        };
        let read = match ahead.get(&index) {
            Some(&digest) => archive.check(index, digest),
            None => archive.read(source, index, &mut sink).await,
        };
        match read {
            Ok(digest) => intake.listing.add_file(path.clone(), others.finish(digest)),
            Err(fault) => {
                intake.findings.extend(finding(fault)?);
                continue;
            }
        }
        match held {
            Some(part) if is_part => {
                kept.insert(path.clone(), part);
            }
            Some(text) => {
                room = room.saturating_sub(size);
                intake.listing.add_text(path.clone(), text);
            }
            None => {}
        }
    }
    Ok((intake, kept))
}

/// What is wrong with an entry; none when there is no such entry.
fn finding<E>(fault: ReadError<E>) -> Result<Option<Finding>, IntakeError<E>> {
    match fault {
        ReadError::Fault(finding) => Ok(Some(finding)),
        ReadError::Source(error) => Err(IntakeError::Source(error)),
        ReadError::Cancelled => Err(IntakeError::Cancelled),
        ReadError::NoEntry => Ok(None),
    }
}

impl Keep {
    fn is_part(&self, path: &str, size: u64) -> bool {
        size <= self.part && self.parts.contains(&path)
    }
}

impl Intake {
    fn new(opening: Opening) -> Self {
        let mut intake = Self {
            archive: opening.archive,
            findings: opening.findings,
            root: String::new(),
            aside: Vec::new(),
            listing: Listing::default(),
            entries: BTreeMap::new(),
        };
        if let Some(archive) = &intake.archive {
            intake.root = root(archive);
            for (index, entry) in archive.entries().iter().enumerate() {
                match entry.name.strip_prefix(&intake.root) {
                    Some(path) if entry.folder => intake.listing.add_folder(path),
                    Some(path) if !is_aside(&entry.name) => {
                        intake.entries.insert(path.to_owned(), index);
                    }
                    _ if entry.folder => {}
                    _ => intake.aside.push(entry.name.clone()),
                }
            }
        }
        intake
    }
}

fn is_aside(name: &str) -> bool {
    name.starts_with(APPLE)
}

/// The one folder that everything lies in, if there is one and the root has
/// no `bagit.txt`: people who re-zip an unpacked package put its folder in.
fn root(archive: &Archive) -> String {
    let mut names = archive
        .entries()
        .iter()
        .filter(|entry| !entry.folder && !is_aside(&entry.name))
        .map(|entry| entry.name.as_str());
    let first = names.next().and_then(|name| name.split_once('/'));
    let Some((folder, _)) = first.filter(|(folder, _)| *folder != "data") else {
        return String::new();
    };
    let root = format!("{folder}/");
    if names.all(|name| name.starts_with(&root)) {
        root
    } else {
        String::new()
    }
}
