//! Reading answers and evidence out of a file.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use assess::Judged;
use dossier::{Dossier, Holder};
use json::Json;
use package::container::{self, Archive, Options, ReadError};
use package::digest::FileDigest;
use package::layout;
use package::severity::Severity;
use package::verify::PART_LIMIT;
use wording::ui::seal::{self as words, ReopenFailure};

use crate::desk::draft_file::{self, DRAFT};
use crate::platform::blob::FileBlob;
use crate::platform::download::{Part, assemble};
use crate::platform::files::{self, BlobSource, ReadStop, UNICODE};
use crate::state::{Draft, DraftError, Notice, Progress, StoredFile};

/// Bytes that are in memory at once, before the browser keeps them.
const PIECE: usize = 1 << 20;
/// The largest draft file without evidence that is read.
const MOST_TEXT: u64 = 1 << 24;

/// What is in a file.
pub(crate) struct Reopened {
    /// The answers and what belongs to them.
    pub(crate) draft: Draft,
    /// The evidence that is there, by the ids of records and materials.
    pub(crate) files: Vec<(String, StoredFile)>,
}

/// Reads a draft file of any version, or a package.
///
/// # Errors
/// What the person is told when it is neither, cannot be read, or was stopped.
pub(crate) async fn read(blob: &FileBlob, progress: Progress<'_>) -> Result<Reopened, Notice> {
    let zip = files::begins_with(blob, b"PK").await;
    if !zip.ok_or(Notice::Unreadable)? {
        return text(blob).await;
    }
    let told = |failure| Notice::Words(words::reopen_failed(&failure));
    let mut reader = Reader::open(blob, progress).await.map_err(told)?;
    let read = if reader.is_draft {
        reader.draft().await
    } else {
        reader.package().await
    };
    read.map_err(told)
}

/// A draft that holds no evidence: a dossier, or what the rescue screen saved.
async fn text(blob: &FileBlob) -> Result<Reopened, Notice> {
    let bytes = files::whole(blob, MOST_TEXT).await;
    let bytes = bytes.ok_or(Notice::Unreadable)?;
    let draft = std::str::from_utf8(&bytes).ok().map(Draft::read);
    let draft = match draft {
        Some(Ok(draft)) => draft,
        _ => Draft::of_dossier_file(&bytes).map_err(Notice::NotADraft)?,
    };
    let files = Vec::new();
    Ok(Reopened { draft, files })
}

/// What an id of the evidence's folder stands for.
pub(super) fn held(dossier: &Dossier, id: &str) -> Holder {
    if dossier.record(id).is_some() {
        return Holder::Record(id.to_owned());
    }
    Holder::Material(id.to_owned())
}

/// A draft file or a package being read.
struct Reader<'a> {
    source: BlobSource,
    archive: Archive,
    /// The folder around it all, when it was packed anew.
    root: String,
    /// Whether it is a draft file, and not a package.
    is_draft: bool,
    progress: Progress<'a>,
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
        let root = |part| {
            let names = archive.entries().iter().map(|entry| entry.name.as_str());
            // At the top, or in the one folder around it all.
            let mut roots = names.filter_map(|name| name.strip_suffix(part));
            let root = roots.find(|root| root.is_empty() || root.find('/') == Some(root.len() - 1));
            root.map(str::to_owned)
        };
        let draft = root(DRAFT);
        Ok(Self {
            is_draft: draft.is_some(),
            root: draft
                .or_else(|| root(layout::DOSSIER))
                .ok_or(ReopenFailure::NoPackage)?,
            source,
            archive,
            progress,
        })
    }

    /// A draft file: every file that the draft names must be there, as it was.
    async fn draft(&mut self) -> Result<Reopened, ReopenFailure> {
        let bytes = self.part(DRAFT).await?;
        let text = std::str::from_utf8(&bytes).map_err(|_| ReopenFailure::NoPackage)?;
        let draft = Draft::read(text).map_err(|error| match error {
            DraftError::Dossier(error) => ReopenFailure::Dossier(error),
            DraftError::Format => ReopenFailure::NoPackage,
        })?;
        let mut files = Vec::new();
        let mut seen = BTreeSet::new();
        for file in &draft.files {
            let lacks = || ReopenFailure::Lacks(file.name.clone());
            let path = draft_file::path(&file.holder, &file.name);
            // However often it is named, it is read once.
            if !seen.insert(path.clone()) {
                continue;
            }
            let (digest, blob) = self.file(self.entry(&path).ok_or_else(lacks)?).await?;
            if digest != file.digest {
                return Err(lacks());
            }
            let name = file.name.clone();
            files.push((file.holder.clone(), StoredFile { name, digest, blob }));
        }
        Ok(Reopened { draft, files })
    }

    /// A package. Whether its pledge holds does not matter: it is given again.
    async fn package(&mut self) -> Result<Reopened, ReopenFailure> {
        let bytes = self.part(layout::DOSSIER).await?;
        let dossier = Dossier::read(&bytes).map_err(ReopenFailure::Dossier)?;
        let mut files = Vec::new();
        for (holder, name) in dossier.files() {
            let Some(entry) = self.entry(&layout::evidence_path(holder, name)) else {
                continue;
            };
            let (digest, blob) = self.file(entry).await?;
            let name = name.to_owned();
            files.push((holder.to_owned(), StoredFile { name, digest, blob }));
        }
        let judged = match self.part(layout::ASSESSMENT).await {
            Ok(bytes) => Json::parse(&bytes).ok(),
            Err(_) => None,
        };
        let judged = judged.as_ref().and_then(Judged::from_json);
        let draft = Draft {
            judged,
            ..Draft::of(dossier)
        };
        Ok(Reopened { draft, files })
    }

    /// A part that is read into memory.
    async fn part(&mut self, path: &str) -> Result<Vec<u8>, ReopenFailure> {
        let entry = self.entry(path).ok_or(ReopenFailure::NoPackage)?;
        let listed = self.archive.entries().get(entry);
        if listed.is_none_or(|entry| entry.size > PART_LIMIT) {
            return Err(ReopenFailure::NoPackage);
        }
        let mut bytes = Vec::new();
        let mut sink = |piece: &[u8]| {
            bytes.extend_from_slice(piece);
            ControlFlow::Continue(())
        };
        self.content(entry, &mut sink).await?;
        Ok(bytes)
    }

    /// The position of an entry.
    fn entry(&self, path: &str) -> Option<usize> {
        let mut entries = self.archive.entries().iter();
        entries.position(|entry| entry.name.strip_prefix(&self.root) == Some(path))
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
    }
}
