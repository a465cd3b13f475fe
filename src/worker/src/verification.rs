//! Verifying a stranger's package, in words.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use errand::{Found, Layer as Told, Verified};
use package::container::Source;
use package::readiness::TargetChoice;
use package::severity::Severity;
use package::verify::{Layer, Verification, verify};
use wording::finding;
use wording::report::of_submission;
use wording::ui::verify as words;

use crate::desk::Desk;
use crate::stop::ReadStop;

/// The layers of a verification, from the outside in.
const LAYERS: [Layer; 12] = [
    Layer::Container,
    Layer::Bag,
    Layer::Profile,
    Layer::Schema,
    Layer::Files,
    Layer::Readiness,
    Layer::Pledge,
    Layer::Assessment,
    Layer::Rules,
    Layer::Crate,
    Layer::Report,
    Layer::Target,
];

/// The layers that nobody can look at when dossier, book or season cannot be read.
const JUDGED: [Layer; 6] = [
    Layer::Readiness,
    Layer::Pledge,
    Layer::Assessment,
    Layer::Rules,
    Layer::Report,
    Layer::Target,
];

/// Verifies a package on a day. `progress` gets the number of bytes of each piece, and may stop.
///
/// # Errors
/// When it was stopped or could not be read.
pub async fn verification<S: Source<Error = ReadStop>>(
    desk: &Desk,
    today: NaiveDate,
    source: &mut S,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Verified, ReadStop> {
    let receiver = desk.receiver(today, TargetChoice::OfDossier);
    let mut verification = verify(source, &receiver, progress).await?;
    let report = verification.content.as_ref().and_then(|content| {
        let (submission, pledge) = (content.submission(), content.pledge.as_ref());
        let made_on = content.date?;
        let assessment = &content.assessment;
        Some(of_submission(&submission, assessment, pledge, made_on))
    });
    if let Some(report) = report {
        verification.check_report(report.as_bytes());
    }
    Ok(told(&verification))
}

fn told(verification: &Verification) -> Verified {
    let content = verification.content.as_ref();
    let is_error = |finding: &&package::verify::Finding| finding.severity() == Severity::Error;
    let errors = verification.findings.iter().filter(is_error);
    Verified {
        valid: verification.is_valid(),
        headline: words::headline(errors.count(), verification.findings.len()),
        facts: words::facts(verification),
        code: content.map(|content| content.code.to_string()),
        subject: content.map(|content| content.subject.hex()),
        layers: layers(verification),
    }
}

/// Every layer, with what was found in it.
fn layers(verification: &Verification) -> Vec<Told> {
    let content = verification.content.as_ref();
    let book = content.map(|content| content.engine.book());
    let opened = verification.files > 0;
    let layers = LAYERS.into_iter().map(|layer| {
        let own = verification.findings.iter();
        let own = own.filter(|finding| finding.layer() == layer);
        let found = own.map(|finding| {
            let told = finding::verified(book, finding);
            Found {
                code: told.code.to_owned(),
                severity: told.severity,
                place: told.place,
                text: told.message.text,
                remedy: told.message.remedy,
            }
        });
        let found: Vec<Found> = found.collect();
        let hidden = !opened || (book.is_none() && JUDGED.contains(&layer));
        Told {
            name: finding::layer(layer).to_owned(),
            reached: layer == Layer::Container || !hidden || !found.is_empty(),
            found,
        }
    });
    layers.collect()
}
