//! Our own check of a finished package, before it is offered.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use package::container::Source;
use package::readiness::TargetChoice;
use package::severity::Severity;
use package::verify::{Finding, verify};
use wording::ui::seal::SealFailure;

use crate::desk::Desk;
use crate::stop::ReadStop;

/// Reads a finished package from beginning to end and verifies it, as the receiver will; the
/// printable form must be `report`. `progress` gets the number of bytes of each piece, and may
/// stop.
///
/// # Errors
/// When it was stopped, could not be read, or did not pass.
pub async fn package<S: Source<Error = ReadStop>>(
    desk: &Desk,
    today: NaiveDate,
    source: &mut S,
    report: &[u8],
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<(), SealFailure> {
    let verified = verify(
        source,
        &desk.receiver(today, TargetChoice::Nowhere),
        progress,
    )
    .await;
    let mut verified = verified.map_err(|error| match ReadStop::from(error) {
        ReadStop::Cancelled => SealFailure::Stopped,
        ReadStop::Unreadable => SealFailure::Unreadable(Vec::new()),
    })?;
    verified.check_report(report);
    // A stranger's package may have small faults; our own may have none.
    let mut faults = verified.findings.iter();
    match faults.find(|finding| finding.severity() >= Severity::Warning && !is_season(finding)) {
        None => Ok(()),
        Some(finding) => {
            let book = verified.content.as_ref();
            let book = book.map(|content| content.engine.book());
            let told = wording::finding::verified(book, finding);
            Err(SealFailure::Refused(told.line()))
        }
    }
}

/// A season that no notice has announced yet is no fault of the package.
fn is_season(finding: &Finding) -> bool {
    matches!(finding, Finding::SeasonUnknown { known: None, .. })
}
