//! Checks a package, whoever made it: layer by layer, every finding with its
//! place. The same code runs in the browser over a Blob and in the native
//! command over a file.
//!
//! The archive is read once, streaming; the parts that are looked into are kept
//! as they go by, each at most [`PART_LIMIT`] bytes.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

mod content;
mod difference;
mod evidence;
mod finding;
mod place;
mod printed;
mod profile;
mod schema;
mod target;
mod words;

pub use {
    finding::{Difference, Finding, Layer},
    place::Place,
};

use {
    crate::{
        bag,
        container::{Opening, Source},
        intake::{Intake, IntakeError, Keep, Kept, Settings, TEXT_LIMIT, opening, take_in_keeping},
        layout,
        readiness::TargetChoice,
        severity::Severity,
        subject::{Claim, File, ShortCode, Subject, Submission},
    },
    assess::{Assessment, Engine},
    chrono::NaiveDate,
    dossier::{Dossier, Pledge},
    rulebook::{Book, Season, SeasonDay},
    std::{collections::BTreeMap, ops::ControlFlow, rc::Rc},
};

/// Most bytes of a part that is looked into.
pub const PART_LIMIT: u64 = 8 << 20;

/// Who looks at a package.
#[derive(Debug, Clone, Copy)]
pub struct Receiver<'a> {
    /// Limits, and what Unicode says of letters.
    pub settings: Settings,
    /// The books that it knows.
    pub engines: &'a [Rc<Engine>],
    /// Reads any other book; without it packages under such a book are not
    /// looked into.
    pub reader: Option<BookReader>,
    /// The seasons that it knows.
    pub seasons: &'a [Season],
    /// The portal whose limits the package is held against.
    pub target: TargetChoice<'a>,
    /// The day.
    pub today: NaiveDate,
}

/// Reads the compiled book of whoever wrote it, or says what is wrong with it,
/// in words for people.
pub type BookReader = fn(&[u8]) -> Result<Book, String>;

/// What came of a verification.
#[derive(Debug, Clone)]
pub struct Verification {
    /// Everything found, layer after layer.
    pub findings: Vec<Finding>,
    /// Files in the bag.
    pub files: usize,
    /// Bytes of the files in the bag.
    pub bytes: u64,
    /// The printable form as it is packed; none when it is not there or larger
    /// than [`PART_LIMIT`].
    pub report: Option<Vec<u8>>,
    /// What was in it, as far as it could be read.
    pub content: Option<Content>,
    /// Whether it says that this version of this program made it.
    pub same_program: bool,
}

/// What is in a package.
#[derive(Debug, Clone)]
pub struct Content {
    /// The book, ready for judging.
    pub engine: Rc<Engine>,
    /// The season.
    pub season: SeasonDay,
    /// What was entered.
    pub dossier: Dossier,
    /// The evidence files that are named and there.
    pub evidence: Vec<File>,
    /// The pledge; none when it cannot be read.
    pub pledge: Option<Pledge>,
    /// The day of sealing; none when it cannot be read.
    pub date: Option<NaiveDate>,
    /// What is here: what a valid pledge names.
    pub subject: Subject,
    /// Its short code.
    pub code: ShortCode,
    /// The assessment, reckoned here from book, dossier and season.
    pub assessment: Assessment,
}

impl Content {
    /// What is handed in.
    pub fn submission(&self) -> Submission<'_> {
        Submission {
            engine: &self.engine,
            season: &self.season,
            dossier: &self.dossier,
            files: &self.evidence,
        }
    }
}

impl Verification {
    /// Whether nothing found is an error.
    pub fn is_valid(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.severity() < Severity::Error)
    }

    /// Compares the printable form with what this program prints for the same
    /// package, which the caller has to make. The first line that differs is
    /// named, and whether what is packed is more than a form to be read.
    pub fn check_report(&mut self, expected: &[u8]) {
        if let Some(packed) = self.report.as_deref()
            && let Some(finding) = printed::difference(packed, expected, self.same_program)
        {
            self.push(finding);
        }
    }

    /// Compares what is here with what a paper says of it.
    pub fn check_claim(&mut self, claim: &Claim) {
        let subject = self.content.as_ref().map(|content| &content.subject);
        let finding = match subject {
            None => Some(Finding::NoSubject),
            Some(subject) => claim.mismatch(subject).map(Finding::Paper),
        };
        if let Some(finding) = finding {
            self.push(finding);
        }
    }

    /// Puts a finding behind those of its layer.
    fn push(&mut self, finding: Finding) {
        let layer = finding.layer();
        let place = self
            .findings
            .partition_point(|other| other.layer() <= layer);
        self.findings.insert(place, finding);
    }
}

/// Verifies a package. `progress` gets the number of bytes of each piece of
/// content as it is done, and may stop.
///
/// # Errors
/// When the source fails or `progress` stops; whatever is wrong with the
/// package is a finding.
pub async fn verify<S: Source>(
    source: &mut S,
    receiver: &Receiver<'_>,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Verification, IntakeError<S::Error>> {
    let opening = opening(source, &receiver.settings).await?;
    verify_opened(source, opening, receiver, progress).await
}

/// As [`verify`], of a package that was opened with the receiver's settings.
///
/// # Errors
/// As those of [`verify`].
pub async fn verify_opened<S: Source>(
    source: &mut S,
    opening: Opening,
    receiver: &Receiver<'_>,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Verification, IntakeError<S::Error>> {
    let keep = Keep {
        text: TEXT_LIMIT,
        parts: &layout::PARTS,
        part: PART_LIMIT,
    };
    let (intake, kept) =
        take_in_keeping(source, opening, (&receiver.settings, keep), progress).await?;
    let parts = parts(&intake, kept);
    let mut verification = content::judge(&intake, parts, receiver);
    target::check(source, &intake, receiver, &mut verification).await?;
    Ok(verification)
}

/// The parts that are there, by path.
type Parts = BTreeMap<&'static str, Part>;

/// A part of a package.
enum Part {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// More than are looked into.
    TooLarge,
}

/// The parts that are there and undamaged.
fn parts(intake: &Intake, mut kept: Kept) -> Parts {
    let there = layout::PARTS.into_iter();
    let there = there.filter(|path| intake.listing.files().contains_key(*path));
    let part = |path: &'static str| {
        let bytes = kept.get_mut(path).map(std::mem::take);
        (path, bytes.map_or(Part::TooLarge, Part::Bytes))
    };
    let mut parts = Parts::new();
    for (path, part) in there.map(part) {
        parts.insert(path, part);
    }
    parts
}

/// What the validator of bags says, without what the container has said
/// already: a file that is damaged is not missing besides.
fn bag_findings(intake: &Intake, findings: Vec<bag::Finding>) -> Vec<Finding> {
    let damaged = |finding: &bag::Finding| match &finding.fault {
        bag::Fault::Missing { path, .. } => intake.entries.contains_key(path),
        _ => false,
    };
    findings
        .into_iter()
        .filter(|finding| !damaged(finding))
        .map(Finding::Bag)
        .collect()
}
