//! The limits of the portal that a package is for, and what packages come
//! back for.

use {
    super::{Finding, Receiver, Verification},
    crate::{
        container::{ReadError, Source},
        intake::{Intake, IntakeError},
        look::Look,
        readiness::{self, Conditions, Extra, TargetChoice},
        severity::Severity,
        subject::File,
    },
    std::collections::BTreeMap,
};

/// Holds a package against the target that the receiver asks for.
pub(super) async fn check<S: Source>(
    source: &mut S,
    intake: &Intake,
    receiver: &Receiver<'_>,
    verification: &mut Verification,
) -> Result<(), IntakeError<S::Error>> {
    let Some(content) = &verification.content else {
        return Ok(());
    };
    let choice = receiver.target;
    let target = readiness::target(content.engine.book(), &content.dossier, choice);
    let findings = match (choice, target) {
        (TargetChoice::Nowhere, _) => return Ok(()),
        (TargetChoice::Named(id), None) => vec![Finding::TargetUnknown(id.to_owned())],
        (_, target) => {
            let unicode = receiver.settings.options.unicode;
            let looks = looks(source, intake, &content.evidence, unicode.normalise).await?;
            let conditions = Conditions {
                today: content.date.unwrap_or(receiver.today).min(receiver.today),
                unicode,
                target,
            };
            let extra = Extra {
                looks: &looks,
                assessment: Some(&content.assessment),
            };
            let pledge = content.pledge.as_ref();
            let found = readiness::precheck(&content.submission(), pledge, &conditions, &extra);
            // Errors have layers of their own, and notices are for whoever fills it in.
            let warnings = found.into_iter();
            let warnings = warnings.filter(|found| found.severity() == Severity::Warning);
            warnings.map(Finding::Target).collect()
        }
    };
    for finding in findings {
        verification.push(finding);
    }
    Ok(())
}

/// A look at each evidence file; none at one that cannot be read, which has
/// been found already.
async fn looks<S: Source>(
    source: &mut S,
    intake: &Intake,
    files: &[File],
    normalise: fn(&str) -> String,
) -> Result<Vec<Option<Look>>, IntakeError<S::Error>> {
    let mut entries: BTreeMap<String, usize> = BTreeMap::new();
    for (path, index) in &intake.entries {
        entries.insert(normalise(path), *index);
    }
    let mut looks = Vec::new();
    for file in files {
        let entry = entries.get(&file.path());
        let look = match (&intake.archive, entry) {
            (Some(archive), Some(&index)) => match archive.peek(source, index).await {
                Ok(peek) => Some(peek.look()),
                Err(ReadError::Source(error)) => return Err(IntakeError::Source(error)),
                Err(_) => None,
            },
            _ => None,
        };
        looks.push(look);
    }
    Ok(looks)
}
