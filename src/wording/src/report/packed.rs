//! The report of a submission: the same when it is sealed and when it is verified.

use assess::Assessment;
use chrono::NaiveDate;
use dossier::Pledge;
use package::subject::Submission;

use super::{Attached, Report, html};

/// The report of a submission on the day of sealing.
///
/// A receiver that makes it again from the content of a package gets the same bytes.
pub fn of_submission(
    submission: &Submission<'_>,
    assessment: &Assessment,
    pledge: Option<&Pledge>,
    made_on: NaiveDate,
) -> String {
    let digests: Vec<String> = submission
        .files
        .iter()
        .map(|file| file.digest.hex())
        .collect();
    let files = submission.files.iter().zip(&digests);
    let files: Vec<Attached<'_>> = files
        .map(|(file, sha256)| Attached {
            holder: &file.holder,
            name: &file.name,
            size: file.digest.size,
            sha256,
        })
        .collect();
    html(&Report {
        book: submission.engine.book(),
        dossier: submission.dossier,
        assessment,
        pledge,
        subject: &submission.subject(),
        files: &files,
        made_on,
    })
}
