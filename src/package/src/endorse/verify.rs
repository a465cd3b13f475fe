//! Checks the employer's part, and the applicant's package in it.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

use {
    super::{
        APPLICATION, ENDORSEMENT, Endorsement, FORM, Finding,
        endorsement::{display, least},
        window::Window,
    },
    crate::{
        bag,
        container::{Archive, ReadError, Source},
        intake::{Intake, IntakeError, take_in},
        layout::TAGS,
        severity::Severity,
        verify::{Content, PART_LIMIT, Receiver, Verification, verify as verify_application},
    },
    chrono::NaiveDate,
    dossier::Answer,
    json::Json,
    rulebook::{Calendars, StatementBy},
    std::{collections::BTreeSet, ops::ControlFlow},
};

/// What came of a verification.
#[derive(Debug)]
pub struct Endorsed {
    /// What was found about the employer's part.
    pub findings: Vec<Finding>,
    /// The employer's part, where it could be read.
    pub endorsement: Option<Endorsement>,
    /// Its page as it is packed.
    pub form: Option<Vec<u8>>,
    /// What was found about the applicant's package; none where it could not be reached.
    pub application: Option<Verification>,
}

impl Endorsed {
    /// Whether both parts are valid.
    pub fn is_valid(&self) -> bool {
        let own = self
            .findings
            .iter()
            .all(|finding| finding.severity() < Severity::Error);
        own && self
            .application
            .as_ref()
            .is_some_and(Verification::is_valid)
    }

    /// Compares the page with what this program prints for the same endorsement, which the caller has to make.
    pub fn check_form(&mut self, expected: &[u8]) {
        let Some(packed) = &self.form else { return };
        if packed != expected {
            let (ours, theirs) = (
                expected.split(|byte| *byte == b'\n'),
                packed.split(|byte| *byte == b'\n'),
            );
            let same = ours
                .zip(theirs)
                .take_while(|(ours, theirs)| ours == theirs)
                .count();
            self.findings.push(Finding::Form(same.saturating_add(1)));
        }
    }
}

/// Whether an archive claims to be such a package.
pub fn is_endorsed(archive: &Archive) -> bool {
    archive
        .entries()
        .iter()
        .any(|entry| entry.name == ENDORSEMENT)
}

/// Verifies both parts. `progress` gets the bytes as they are done, and may stop.
///
/// # Errors
/// When the source fails or `progress` stops.
pub async fn verify<S: Source>(
    source: &mut S,
    (receiver, calendars): (&Receiver<'_>, &Calendars),
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Endorsed, IntakeError<S::Error>> {
    let intake = take_in(source, &receiver.settings, progress).await?;
    let mut endorsed = Endorsed {
        findings: outer(&intake, receiver),
        endorsement: None,
        form: part(source, &intake, FORM).await?,
        application: None,
    };
    let Some(archive) = &intake.archive else {
        return Ok(endorsed);
    };
    let bytes = part(source, &intake, ENDORSEMENT).await?;
    endorsed.endorsement = bytes.and_then(|bytes| read(&bytes, &mut endorsed.findings));
    let Some(index) = intake.entries.get(APPLICATION).copied() else {
        return Ok(endorsed);
    };
    let Some(place) = archive.stored(index) else {
        endorsed.findings.push(Finding::Compressed);
        return Ok(endorsed);
    };
    let mut window = Window::new(source, place);
    let application = verify_application(&mut window, receiver, progress).await?;
    if !application.is_valid() {
        endorsed.findings.push(Finding::Application);
    }
    if let (Some(endorsement), Some(content)) = (&endorsed.endorsement, &application.content) {
        if digest_of(&intake, APPLICATION).is_none_or(|digest| digest != endorsement.application) {
            endorsed.findings.push(Finding::OtherApplication);
        }
        let found = faults(endorsement, content, (calendars, receiver.today));
        endorsed.findings.extend(found);
    }
    endorsed.application = Some(application);
    Ok(endorsed)
}

fn outer(intake: &Intake, receiver: &Receiver<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = intake
        .findings
        .iter()
        .cloned()
        .map(Finding::Container)
        .collect();
    if intake.archive.is_none() {
        return findings;
    }
    let validation = bag::validate(&intake.listing, receiver.settings.options.unicode);
    findings.extend(validation.findings.into_iter().map(Finding::Bag));
    let mut expected: BTreeSet<&str> = BTreeSet::new();
    expected.extend(TAGS.into_iter().chain([APPLICATION, ENDORSEMENT, FORM]));
    let there = intake.listing.files();
    let lacking = expected.iter().filter(|path| !there.contains_key(**path));
    findings.extend(lacking.map(|path| Finding::Lacking(path)));
    let unexpected = there
        .keys()
        .filter(|path| !expected.contains(path.as_str()));
    findings.extend(unexpected.cloned().map(Finding::Unexpected));
    findings
}

fn digest_of(intake: &Intake, path: &str) -> Option<String> {
    let facts = intake.listing.files().get(path)?;
    facts.sha256().map(crate::digest::to_hex)
}

async fn part<S: Source>(
    source: &mut S,
    intake: &Intake,
    path: &str,
) -> Result<Option<Vec<u8>>, IntakeError<S::Error>> {
    let index = intake.entries.get(path).copied();
    let (Some(archive), Some(index)) = (&intake.archive, index) else {
        return Ok(None);
    };
    if archive
        .entries()
        .get(index)
        .is_none_or(|entry| entry.size > PART_LIMIT)
    {
        return Ok(Some(Vec::new()));
    }
    let mut bytes = Vec::new();
    let mut sink = |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        ControlFlow::Continue(())
    };
    match archive.read(source, index, &mut sink).await {
        Ok(_) => Ok(Some(bytes)),
        Err(ReadError::Source(error)) => Err(IntakeError::Source(error)),
        Err(_) => Ok(None),
    }
}

fn read(bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Endorsement> {
    let Ok(json) = Json::parse(bytes) else {
        findings.push(Finding::Unreadable);
        return None;
    };
    match Endorsement::from_json(&json) {
        Ok(endorsement) => {
            if endorsement.to_json().canonical().as_bytes() != bytes {
                findings.push(Finding::NotCanonical);
            }
            Some(endorsement)
        }
        Err(error) => {
            findings.push(Finding::Shape(error.0));
            None
        }
    }
}

/// What is wrong with an endorsement of this application, seen on a day.
pub(super) fn faults(
    endorsement: &Endorsement,
    content: &Content,
    (calendars, today): (&Calendars, NaiveDate),
) -> Vec<Finding> {
    let mut findings = Vec::new();
    if endorsement.subject != content.subject.hex() {
        findings.push(Finding::OtherSubject);
    }
    let blank = [
        ("employer", &endorsement.employer),
        ("signatory", &endorsement.signatory),
        ("place", &endorsement.display.place),
    ];
    let blank = blank.into_iter().filter(|(_, text)| text.trim().is_empty());
    findings.extend(blank.map(|(key, _)| Finding::Blank(key)));
    let book = content.engine.book();
    let employer = book.roles.employer.as_deref();
    let employer = employer
        .and_then(|question| content.dossier.answer(question))
        .and_then(Answer::text);
    if let Some(expected) = employer.filter(|name| name.trim() != endorsement.employer.trim()) {
        let expected = expected.to_owned();
        findings.push(Finding::OtherEmployer { expected });
    }
    statements(endorsement, content, &mut findings);
    days(endorsement, content, (calendars, today), &mut findings);
    findings
}

fn statements(endorsement: &Endorsement, content: &Content, findings: &mut Vec<Finding>) {
    let book = content.engine.book();
    let asked = book
        .statement
        .iter()
        .filter(|statement| statement.by == StatementBy::Employer);
    let asked: Vec<&str> = asked.map(|statement| statement.id.as_str()).collect();
    let mut left = asked;
    for opinion in &endorsement.opinions {
        match left.iter().position(|id| *id == opinion.statement) {
            Some(at) => {
                left.remove(at);
                if !opinion.holds {
                    findings.push(Finding::Denied(opinion.statement.clone()));
                }
            }
            None => findings.push(Finding::UnknownStatement(opinion.statement.clone())),
        }
    }
    findings.extend(
        left.into_iter()
            .map(|id| Finding::Unanswered(id.to_owned())),
    );
    if !endorsement.recommended {
        findings.push(Finding::NotRecommended);
    }
}

fn days(
    endorsement: &Endorsement,
    content: &Content,
    (calendars, today): (&Calendars, NaiveDate),
    findings: &mut Vec<Finding>,
) {
    let book = content.engine.book();
    let shown = &endorsement.display;
    let least = least(book);
    if shown.days < least {
        findings.push(Finding::DisplayShort { least });
    }
    let reckoned = display(book, calendars, shown.opened, shown.days);
    if (shown.first, shown.last) != (reckoned.first, reckoned.last) {
        findings.push(Finding::DisplayDays {
            first: reckoned.first,
            last: reckoned.last,
            provisional: reckoned.provisional,
        });
    } else if reckoned.provisional {
        findings.push(Finding::Provisional);
    }
    let after = reckoned.last.succ_opt().unwrap_or(reckoned.last);
    if endorsement.date < after {
        findings.push(Finding::SignedEarly(after));
    }
    if endorsement.date > today {
        findings.push(Finding::Future(endorsement.date));
    }
    for objection in &shown.objections {
        let span = shown.opened..=endorsement.date;
        if !span.contains(&objection.date) {
            findings.push(Finding::ObjectionDay(objection.date));
        }
        if objection.result.trim().is_empty() {
            findings.push(Finding::ObjectionOpen(objection.date));
        }
    }
}
