//! The report of a submission: the same when it is sealed and when it is verified.

use assess::Assessment;
use chrono::NaiveDate;
use dossier::Pledge;
use package::subject::{Subject, Submission};
use package::verify::Content;

use super::{Attached, Part, Report, html};

/// The report of a submission on the day of sealing.
///
/// A receiver that makes it again from the content of a package gets the same bytes.
pub fn of_submission(
    submission: &Submission<'_>,
    assessment: &Assessment,
    pledge: Option<&Pledge>,
    made_on: NaiveDate,
) -> String {
    let made = Made {
        assessment,
        pledge,
        on: made_on,
    };
    with(submission, made, html)
}

/// The report of what was found in a package, as whoever sealed it must have printed it; none when the day of sealing
/// cannot be read.
pub fn of_content(content: &Content) -> Option<String> {
    let made = Made {
        assessment: &content.assessment,
        pledge: content.pledge.as_ref(),
        on: content.date?,
    };
    let submission = content.submission();
    Some(about(&submission, &content.subject, made, html))
}

/// A part of the report of a submission, printed alone.
pub fn part_of_submission(
    submission: &Submission<'_>,
    assessment: &Assessment,
    (pledge, made_on): (Option<&Pledge>, NaiveDate),
    part: Part,
) -> String {
    let made = Made {
        assessment,
        pledge,
        on: made_on,
    };
    with(submission, made, |report| super::part(report, part))
}

/// What a report is made of beside the submission.
#[derive(Clone, Copy)]
struct Made<'a> {
    assessment: &'a Assessment,
    pledge: Option<&'a Pledge>,
    on: NaiveDate,
}

fn with(
    submission: &Submission<'_>,
    made: Made<'_>,
    write: impl FnOnce(&Report<'_>) -> String,
) -> String {
    about(submission, &submission.subject(), made, write)
}

fn about(
    submission: &Submission<'_>,
    subject: &Subject,
    made: Made<'_>,
    write: impl FnOnce(&Report<'_>) -> String,
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
    write(&Report {
        book: submission.engine.book(),
        dossier: submission.dossier,
        assessment: made.assessment,
        pledge: made.pledge,
        subject,
        files: &files,
        made_on: made.on,
    })
}
