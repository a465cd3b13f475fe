//! Doing what is asked, with files of the browser.

use errand::{Errand, Sealed, Wire, Work};
use package::container::Segment;
use package::qr::Qr;
use web_sys::Blob;
use wording::ui::seal::{self as words, FileRefusal, SealFailure};
use wording::ui::verify as verify_words;

use super::blobs::{self, BlobSource, Part, assemble};
use super::looks::Looks;
use super::serve::{Outcome, Progress};
use crate::desk::Desk;
use crate::stop::ReadStop;
use crate::{admission, check, form, seal, survey, verification};

/// What an errand is done with.
#[derive(Clone, Copy)]
pub(super) struct Aids<'a> {
    pub(super) desk: &'a Desk,
    pub(super) looks: &'a Looks,
    pub(super) progress: Progress<'a>,
}

/// Does an errand.
pub(super) async fn run(aids: Aids<'_>, errand: Errand, files: Vec<Blob>) -> Outcome {
    let Aids {
        desk,
        looks,
        progress,
    } = aids;
    match (errand, files.as_slice()) {
        (Errand::TakeIn { name, others }, [file]) => {
            let taken = take_in(desk, &name, &others, file, progress).await;
            taken.map_err(|refusal| words::refused(&name, &refusal))
        }
        (Errand::Survey(work), files) => {
            let looks = looks.at(&work, files).await;
            match survey::survey(desk, &work, &looks) {
                Some(survey) => Ok((survey.to_text(), Vec::new())),
                None => Err(unknown(&work)),
            }
        }
        (Errand::Seal(work), files) => match sealed(desk, &work, files, progress).await {
            Ok((sealed, package)) => Ok((sealed.to_text(), vec![package])),
            Err(failure) => Err(words::seal_failed(&failure)),
        },
        (Errand::Print(work, sheet), _) => match form::form(desk, &work, sheet) {
            Some(form) => Ok((form.to_text(), Vec::new())),
            None => Err(unknown(&work)),
        },
        (Errand::Verify(today), [package]) => {
            let mut source = BlobSource::new(package.clone());
            let mut progress = progress;
            let verified = verification::verification(desk, today, &mut source, &mut progress);
            match verified.await {
                Ok(verified) => Ok((verified.to_text(), Vec::new())),
                Err(ReadStop::Cancelled) => Err(verify_words::STOPPED.to_owned()),
                Err(ReadStop::Unreadable) => Err(verify_words::UNREADABLE.to_owned()),
            }
        }
        _ => Err(words::WORKER_FAILED.to_owned()),
    }
}

async fn take_in(
    desk: &Desk,
    name: &str,
    others: &[String],
    file: &Blob,
    progress: Progress<'_>,
) -> Result<(String, Vec<Blob>), FileRefusal> {
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    admission::admit(name, &others, desk.unicode())?;
    let digest = blobs::digest(file, progress)
        .await
        .map_err(|stop| match stop {
            ReadStop::Unreadable => FileRefusal::Unreadable,
            ReadStop::Cancelled => FileRefusal::Cancelled,
        })?;
    Ok((digest.to_text(), Vec::new()))
}

/// Makes a package, and checks it with our own reader. Evidence is not copied.
async fn sealed(
    desk: &Desk,
    work: &Work,
    files: &[Blob],
    progress: Progress<'_>,
) -> Result<(Sealed, Blob), SealFailure> {
    let made = seal::make(desk, work)?;
    let parts = made.segments.iter().filter_map(|segment| match segment {
        Segment::Bytes(bytes) => Some(Part::Bytes(bytes)),
        Segment::File { index, .. } => files.get(*index).map(Part::Blob),
    });
    let package = assemble(parts, "application/zip").ok_or(SealFailure::NoRoom)?;
    if blobs::size(&package) != made.size {
        return Err(SealFailure::Unreadable(unreadable(work, files).await));
    }
    let mut source = BlobSource::new(package.clone());
    let mut progress = progress;
    let checked = check::package(desk, work.today, &mut source, &made.report, &mut progress).await;
    match checked {
        Ok(()) => {}
        Err(SealFailure::Unreadable(_)) => {
            return Err(SealFailure::Unreadable(unreadable(work, files).await));
        }
        Err(failure) => return Err(failure),
    }
    let sealed = Sealed {
        file: made.file,
        code: made.code,
        qr: made.qr.as_ref().map(Qr::path).unwrap_or_default(),
    };
    Ok((sealed, package))
}

/// The names of the files that cannot be read any more.
async fn unreadable(work: &Work, files: &[Blob]) -> Vec<String> {
    let mut names = Vec::new();
    for (file, blob) in work.files.iter().zip(files) {
        if !blobs::is_readable(blob).await {
            names.push(file.name.clone());
        }
    }
    names
}

fn unknown(work: &Work) -> String {
    words::seal_failed(&SealFailure::Broken(work.book.clone()))
}
