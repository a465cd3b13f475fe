//! What a file is: a package, or a draft.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

use std::ops::ControlFlow;

use dossier::{Dossier, ReadError, ReadErrorKind};
use json::Json;
use package::container::{Archive, Finding, ReadError as Unread, Source};
use package::digest::{FileDigest, from_hex};
use package::endorse::{self, Endorsed, is_endorsed};
use package::intake::{IntakeError, opening};
use package::subject::File;
use package::verify::{Receiver, Verification, verify_opened};
use rulebook::Calendars;

/// The file in a draft file that holds everything but evidence.
const DRAFT: &str = "draft.json";
/// The formats of drafts: a dossier and what belongs to it.
const DRAFTS: [&str; 2] = ["zhicheng-draft/1", "zhicheng-draft/2"];
/// Most bytes of a dossier.
pub const MOST_BYTES: u64 = 16 << 20;

/// What was found in a file.
#[derive(Debug)]
pub enum Looked {
    /// A package, or a zip that claims to be one.
    Package(Box<Verification>),
    /// A package with the employer's part around it.
    Endorsed(Box<Endorsed>),
    /// A draft.
    Draft(Box<DraftFile>),
}

/// A dossier and the files that came with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// What was entered.
    pub dossier: Dossier,
    /// Evidence with its digests; what is named and not there is left out.
    pub files: Vec<File>,
}

/// Why a file is neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookFault {
    /// No dossier.
    Dossier(ReadError),
    /// Larger than any dossier.
    TooLarge,
    /// A part of the zip is damaged.
    Damaged(Finding),
}

/// Reads a file.
///
/// A zip is a draft file when it holds a draft, else it is verified as a package; anything else is read as a dossier or a
/// draft without evidence. `progress` gets the bytes as they are done, and may stop.
///
/// # Errors
/// When the source fails or `progress` stops.
pub async fn look<S: Source>(
    source: &mut S,
    (receiver, calendars): (&Receiver<'_>, &Calendars),
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Result<Looked, LookFault>, IntakeError<S::Error>> {
    let size = source.size();
    let mut head = vec![0; usize::try_from(size.min(2)).unwrap_or(0)];
    source
        .read_at(0, &mut head)
        .await
        .map_err(IntakeError::Source)?;
    if head != b"PK" {
        if size > MOST_BYTES {
            return Ok(Err(LookFault::TooLarge));
        }
        let mut bytes = vec![0; usize::try_from(size).unwrap_or(0)];
        source
            .read_at(0, &mut bytes)
            .await
            .map_err(IntakeError::Source)?;
        return Ok(text(&bytes).map(|draft| Looked::Draft(Box::new(draft))));
    }
    let opening = opening(source, &receiver.settings).await?;
    if opening.archive.as_ref().is_some_and(is_endorsed) {
        let endorsed = endorse::verify(source, (receiver, calendars), progress).await?;
        return Ok(Ok(Looked::Endorsed(Box::new(endorsed))));
    }
    let draft = opening.archive.as_ref().and_then(|archive| {
        let mut entries = archive.entries().iter();
        let at = entries.position(|entry| entry.name == DRAFT)?;
        Some((archive, at))
    });
    let Some(draft) = draft else {
        let verification = verify_opened(source, opening, receiver, progress).await?;
        return Ok(Ok(Looked::Package(Box::new(verification))));
    };
    match zipped(source, draft, progress).await {
        Ok(read) => Ok(read.map(|draft| Looked::Draft(Box::new(draft)))),
        Err(Unread::Source(error)) => Err(IntakeError::Source(error)),
        Err(Unread::Cancelled) => Err(IntakeError::Cancelled),
        Err(Unread::Fault(finding)) => Ok(Err(LookFault::Damaged(finding))),
        Err(Unread::NoEntry) => Ok(Err(LookFault::TooLarge)),
    }
}

/// A dossier, or a draft that names its evidence.
fn text(bytes: &[u8]) -> Result<DraftFile, LookFault> {
    let json = Json::parse(bytes).map_err(|error| {
        let (place, kind) = (String::new(), ReadErrorKind::NotJson(error));
        LookFault::Dossier(ReadError { place, kind })
    })?;
    let format = json.get("format").and_then(Json::as_str);
    let draft = format.is_some_and(|format| DRAFTS.contains(&format));
    let own = if draft {
        json.get("dossier")
    } else {
        Some(&json)
    };
    let dossier = Dossier::from_json(own.unwrap_or(&Json::Null)).map_err(LookFault::Dossier)?;
    let files = json.get("files").filter(|_| draft).and_then(Json::as_array);
    let files = files.unwrap_or_default().iter().filter_map(file).collect();
    Ok(DraftFile { dossier, files })
}

fn file(json: &Json) -> Option<File> {
    let text = |key| json.get(key).and_then(Json::as_str);
    let number = |key| json.get(key)?.as_number()?.to_integer();
    Some(File {
        holder: text("holder")?.to_owned(),
        name: text("name")?.to_owned(),
        digest: FileDigest {
            sha256: from_hex(text("sha256")?)?.try_into().ok()?,
            crc32: number("crc32")?.try_into().ok()?,
            size: number("size")?.try_into().ok()?,
        },
    })
}

/// A draft file: what it names, with the digests of what is really there.
async fn zipped<S: Source>(
    source: &mut S,
    (archive, at): (&Archive, usize),
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Result<DraftFile, LookFault>, Unread<S::Error>> {
    let entries = archive.entries();
    if entries.get(at).is_none_or(|entry| entry.size > MOST_BYTES) {
        return Ok(Err(LookFault::TooLarge));
    }
    let mut bytes = Vec::new();
    let mut sink = |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        ControlFlow::Continue(())
    };
    archive.read(source, at, &mut sink).await?;
    let mut draft = match text(&bytes) {
        Ok(draft) => draft,
        Err(fault) => return Ok(Err(fault)),
    };
    draft.files.clear();
    let named: Vec<(String, String)> = draft
        .dossier
        .files()
        .into_iter()
        .map(|(holder, name)| (holder.to_owned(), name.to_owned()))
        .collect();
    for (holder, name) in named {
        let path = format!("files/{holder}/{name}");
        let Some(index) = entries.iter().position(|entry| entry.name == path) else {
            continue;
        };
        let digest = archive
            .read(source, index, &mut |piece| progress(piece.len() as u64))
            .await?;
        draft.files.push(File {
            holder,
            name,
            digest,
        });
    }
    Ok(Ok(draft))
}
