//! Our own check of a finished package, before it is offered.

use std::ops::ControlFlow;

use package::bag::sha256_alone;
use package::container::Options;
use package::intake::{IntakeError, Settings};
use package::readiness::TargetChoice;
use package::severity::Severity;
use package::verify::{Finding, Receiver, verify};
use wording::ui::seal::SealFailure;

use crate::platform::blob::FileBlob;
use crate::platform::clock;
use crate::platform::files::{BlobSource, ReadStop, UNICODE};
use crate::state::AppState;

/// Reads a finished package from beginning to end and verifies it, as the receiver will; the
/// printable form must be `report`. `progress` gets the number of bytes of each piece, and may
/// stop.
///
/// # Errors
/// When it was stopped, could not be read, or did not pass.
pub(super) async fn package(
    app: &AppState,
    blob: &FileBlob,
    report: &[u8],
    mut progress: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<(), SealFailure> {
    let receiver = Receiver {
        settings: Settings {
            options: Options::new(UNICODE),
            hashers: sha256_alone,
        },
        engines: std::slice::from_ref(&app.rules.engine),
        reader: None,
        seasons: &app.rules.seasons,
        target: TargetChoice::Nowhere,
        today: clock::today(),
    };
    let mut source = BlobSource::new(blob.clone());
    let verified = verify(&mut source, &receiver, &mut progress).await;
    let mut verified = verified.map_err(|error| match error {
        IntakeError::Source(ReadStop::Cancelled) | IntakeError::Cancelled => SealFailure::Stopped,
        IntakeError::Source(ReadStop::Unreadable) => SealFailure::Unreadable(Vec::new()),
    })?;
    verified.check_report(report);
    // A stranger's package may have small faults; our own may have none.
    let mut faults = verified.findings.iter();
    match faults.find(|finding| finding.severity() >= Severity::Warning && !is_season(finding)) {
        None => Ok(()),
        Some(finding) => Err(SealFailure::Refused(finding.to_string())),
    }
}

/// A season that no notice has announced yet is no fault of the package.
fn is_season(finding: &Finding) -> bool {
    matches!(finding, Finding::SeasonUnknown { known: None, .. })
}
