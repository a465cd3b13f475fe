//! Making the package.

use dossier::Answer;
use errand::Work;
use package::container::Segment;
use package::qr::Qr;
use package::seal::{Contents, SealFault};
use package::subject::Submission;
use wording::report::of_submission;
use wording::ui::seal::{SealFailure, package_file};

use crate::desk::Desk;

/// A package ready to be put together.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its parts: bytes, and files by their position in [`Work::files`].
    pub segments: Vec<Segment>,
    /// Its length in bytes.
    pub size: u64,
    /// Its short code.
    pub code: String,
    /// The QR code of what was pledged.
    pub qr: Option<Qr>,
    /// The name of its file.
    pub file: String,
    /// The printable form in it.
    pub report: Vec<u8>,
}

/// Makes a package.
///
/// # Errors
/// When it is not ready.
pub fn make(desk: &Desk, work: &Work) -> Result<Made, SealFailure> {
    let unknown = || SealFailure::Broken(work.book.clone());
    desk.with(work, |submission| packed(desk, work, submission))
        .ok_or_else(unknown)?
}

fn packed(desk: &Desk, work: &Work, submission: &Submission<'_>) -> Result<Made, SealFailure> {
    let pledge = work.pledge.as_ref().ok_or(SealFailure::NotReady)?;
    let Submission {
        engine,
        season,
        dossier,
        ..
    } = *submission;
    let assessment = engine.assess(dossier, season, work.today);
    let report = of_submission(submission, &assessment, Some(pledge), work.today).into_bytes();
    let sealed = package::seal::seal(&Contents {
        submission: *submission,
        pledge,
        report: &report,
        date: work.today,
        unicode: desk.unicode(),
    });
    let sealed = sealed.map_err(|fault| match fault {
        SealFault::NotReady(_) => SealFailure::NotReady,
        SealFault::BookDigest => SealFailure::Broken("book-digest".to_owned()),
        SealFault::Bag(_) => SealFailure::Broken("bag".to_owned()),
        SealFault::Zip(_) => SealFailure::Broken("zip".to_owned()),
    })?;
    let code = sealed.code.to_string();
    let name = dossier.answer(&engine.book().roles.name);
    let name = name.and_then(Answer::text).unwrap_or_default();
    Ok(Made {
        size: sealed.size,
        file: package_file(name, season.year, &code),
        segments: sealed.segments,
        qr: Qr::of(&submission.subject()),
        code,
        report,
    })
}
