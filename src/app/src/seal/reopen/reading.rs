//! Reading answers and evidence out of a package.

use std::ops::ControlFlow;

use dossier::{Dossier, Holder};
use package::container::{self, Archive, Options, ReadError};
use package::digest::FileDigest;
use package::layout;
use package::severity::Severity;
use package::verify::PART_LIMIT;
use wording::ui::seal::ReopenFailure;

use crate::platform::blob::FileBlob;
use crate::platform::download::{Part, assemble};
use crate::platform::files::{BlobSource, ReadStop, UNICODE};
use crate::state::StoredFile;

/// Bytes that are in memory at once, before the browser keeps them.
const PIECE: usize = 1 << 20;

/// What is in a package.
pub(super) struct Reopened {
    /// The answers.
    pub(super) dossier: Dossier,
    /// The evidence that the answers name and that is there.
    pub(super) files: Vec<(Holder, StoredFile)>,
}

/// A package being read.
struct Reader<'a> {
    source: BlobSource,
    archive: Archive,
    /// The folder around the bag, when the package was packed anew.
    root: String,
    progress: &'a dyn Fn(u64) -> ControlFlow<()>,
}

/// Reads a package. Whether the pledge holds does not matter: it is given again.
///
/// # Errors
/// When it is no package, cannot be read, or was stopped.
pub(super) async fn read(
    blob: &FileBlob,
    progress: &dyn Fn(u64) -> ControlFlow<()>,
) -> Result<Reopened, ReopenFailure> {
    let mut reader = Reader::open(blob, progress).await?;
    let mut bytes = Vec::new();
    let mut sink = |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        ControlFlow::Continue(())
    };
    let path = format!("{}{}", reader.root, layout::DOSSIER);
    let found = reader.entry(&path).ok_or(ReopenFailure::NoPackage)?;
    reader.content(found, &mut sink).await?;
    let dossier = Dossier::read(&bytes).map_err(ReopenFailure::Dossier)?;
    let mut files = Vec::new();
    for (holder, name) in dossier.files() {
        let path = format!("{}{}", reader.root, layout::evidence_path(holder, name));
        let Some(entry) = reader.entry(&path) else {
            continue;
        };
        let (digest, blob) = reader.file(entry).await?;
        let name = name.to_owned();
        let file = StoredFile { name, digest, blob };
        files.push((held(&dossier, holder), file));
    }
    Ok(Reopened { dossier, files })
}

fn held(dossier: &Dossier, id: &str) -> Holder {
    if dossier.record(id).is_some() {
        return Holder::Record(id.to_owned());
    }
    Holder::Material(id.to_owned())
}

impl<'a> Reader<'a> {
    async fn open(
        blob: &FileBlob,
        progress: &'a dyn Fn(u64) -> ControlFlow<()>,
    ) -> Result<Self, ReopenFailure> {
        let mut source = BlobSource::new(blob.clone());
        let opening = container::open(&mut source, &Options::new(UNICODE)).await;
        let opening = opening.map_err(stop)?;
        let mut findings = opening.findings.iter();
        let fault = findings.find(|finding| finding.fault.severity() == Severity::Error);
        if let Some(fault) = fault {
            let told = wording::finding::container(fault);
            return Err(ReopenFailure::Container(told.message.whole()));
        }
        let archive = opening.archive.ok_or(ReopenFailure::NoPackage)?;
        let mut names = archive.entries().iter().map(|entry| entry.name.as_str());
        let root = names.find_map(|name| name.strip_suffix(layout::DOSSIER));
        Ok(Self {
            root: root.ok_or(ReopenFailure::NoPackage)?.to_owned(),
            source,
            archive,
            progress,
        })
    }

    /// The position of an entry, when its size is acceptable.
    fn entry(&self, path: &str) -> Option<usize> {
        let entries = self.archive.entries();
        let index = entries.iter().position(|entry| entry.name == path)?;
        let entry = entries.get(index)?;
        let is_part = path.ends_with(layout::DOSSIER);
        (!is_part || entry.size <= PART_LIMIT).then_some(index)
    }

    async fn content(
        &mut self,
        entry: usize,
        sink: &mut dyn FnMut(&[u8]) -> ControlFlow<()>,
    ) -> Result<FileDigest, ReopenFailure> {
        let progress = self.progress;
        let mut both = |piece: &[u8]| {
            sink(piece)?;
            progress(u64::try_from(piece.len()).unwrap_or_default())
        };
        let read = self.archive.read(&mut self.source, entry, &mut both).await;
        read.map_err(|error| match error {
            ReadError::Source(error) => stop(error),
            ReadError::Cancelled => ReopenFailure::Stopped,
            ReadError::NoEntry => ReopenFailure::NoPackage,
            ReadError::Fault(finding) => {
                let told = wording::finding::container(&finding);
                ReopenFailure::Container(told.message.whole())
            }
        })
    }

    /// An evidence file, handed over to the browser piece by piece.
    async fn file(&mut self, entry: usize) -> Result<(FileDigest, FileBlob), ReopenFailure> {
        let mut kept: Vec<FileBlob> = Vec::new();
        let mut bytes: Vec<u8> = Vec::with_capacity(PIECE);
        let mut sink = |piece: &[u8]| {
            bytes.extend_from_slice(piece);
            if bytes.len() >= PIECE {
                let Some(blob) = one(&bytes) else {
                    return ControlFlow::Break(());
                };
                kept.push(blob);
                bytes.clear();
            }
            ControlFlow::Continue(())
        };
        let digest = self.content(entry, &mut sink).await?;
        let last = [Part::Bytes(&bytes)];
        let parts = kept.iter().map(Part::Blob).chain(last);
        let blob = assemble(parts, "application/octet-stream");
        Ok((digest, blob.ok_or(ReopenFailure::NoRoom)?))
    }
}

/// Bytes, kept by the browser.
fn one(bytes: &[u8]) -> Option<FileBlob> {
    assemble([Part::Bytes(bytes)].into_iter(), "application/octet-stream")
}

fn stop(error: ReadStop) -> ReopenFailure {
    match error {
        ReadStop::Unreadable => ReopenFailure::Unreadable,
        ReadStop::Cancelled => ReopenFailure::Stopped,
    }
}
