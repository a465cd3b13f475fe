//! The files and the metadata that a package has, and no others.

use {
    super::{Finding, evidence::Paths},
    crate::{
        bag::Info,
        layout,
        seal::{AGENT, PROGRAM, wanted},
        subject::{ShortCode, Submission},
    },
    chrono::NaiveDate,
};

const DATE: &str = "Bagging-Date";
const OXUM: &str = "Payload-Oxum";

/// Files that must be there, and files that must not.
pub(super) fn files(paths: &Paths, findings: &mut Vec<Finding>) {
    let known = || layout::TAGS.into_iter().chain(layout::PARTS);
    let lacking = known().filter(|path| !paths.contains_key(*path));
    findings.extend(lacking.map(Finding::Lacking));
    let others = paths
        .keys()
        .filter(|path| !path.starts_with(layout::EVIDENCE) && known().all(|known| known != **path));
    findings.extend(others.cloned().map(Finding::Unexpected));
}

/// The day of sealing.
pub(super) fn date(
    info: &Info,
    today: NaiveDate,
    findings: &mut Vec<Finding>,
) -> Option<NaiveDate> {
    for label in [AGENT, OXUM] {
        if single(info, label).is_none() {
            findings.push(Finding::Label(label));
        }
    }
    if let Some(agent) = single(info, AGENT).filter(|agent| *agent != PROGRAM) {
        findings.push(Finding::OtherProgram(agent.to_owned()));
    }
    let date = single(info, DATE).and_then(dossier::parse_day);
    match date {
        None => findings.push(Finding::Label(DATE)),
        Some(date) if date > today => findings.push(Finding::SealedLater(date)),
        Some(_) => {}
    }
    date
}

/// Whether it says that this version of this program made the package.
pub(super) fn same_program(info: &Info) -> bool {
    single(info, AGENT) == Some(PROGRAM)
}

/// Whether the metadata says what the dossier says.
pub(super) fn info(
    info: &Info,
    submission: &Submission<'_>,
    code: ShortCode,
    findings: &mut Vec<Finding>,
) {
    for (label, expected) in wanted(submission, code) {
        match single(info, label) {
            None => findings.push(Finding::Label(label)),
            Some(value) if value != expected => findings.push(Finding::Value { label, expected }),
            Some(_) => {}
        }
    }
}

/// The value of a label that stands exactly once.
fn single<'a>(info: &'a Info, label: &str) -> Option<&'a str> {
    let mut elements = info
        .elements
        .iter()
        .filter(|element| element.label.eq_ignore_ascii_case(label));
    let first = elements.next()?;
    elements.next().is_none().then_some(first.value.as_str())
}
