//! Who looks at packages, with what in hand.

use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

use assess::Engine;
use chrono::NaiveDate;
use package::bag::sha256_alone;
use package::container::{Blocking, Options, open, wait};
use package::endorse::{self, Endorsed, is_endorsed};
use package::intake::{IntakeError, Settings};
use package::name::UNICODE;
use package::readiness::TargetChoice;
use package::subject::Claim;
use package::verify::{Content, Receiver, Verification, verify};
use rulebook::{Book, Calendars, Season, resolve_season};
use wording::report::{Part, of_content, part_of_submission};

use super::meter::Meter;
use super::source::FileSource;
use crate::books;
use crate::since::Since;

/// Who looks at packages.
pub(crate) struct Desk<'o> {
    /// The target profile by its id; `none` for none.
    pub(crate) target: Option<&'o str>,
    /// What a paper says.
    pub(crate) claim: Option<Claim>,
    pub(crate) engines: Vec<Rc<Engine>>,
    pub(crate) seasons: Vec<Season>,
    pub(crate) calendars: Calendars,
    pub(crate) today: NaiveDate,
}

impl Desk<'_> {
    /// A desk that knows the shipped books, and one more.
    pub(crate) fn new(book: Option<&Path>, today: NaiveDate) -> Result<Self, String> {
        let shipped = books::held().filter_map(|book| books::shipped_engine(book).ok());
        let mut engines: Vec<Rc<Engine>> = shipped.map(Rc::new).collect();
        if let Some(path) = book {
            engines.push(Rc::new(books::engine_from(path)?));
        }
        Ok(Self {
            target: None,
            claim: None,
            engines,
            seasons: shipped::seasons(),
            calendars: shipped::calendars(),
            today,
        })
    }

    /// Verifies one package.
    pub(crate) fn look(&self, path: &Path) -> Result<Verification, String> {
        let source = FileSource::open(path);
        let source = source.map_err(|error| wording::command::cannot_read(&error.to_string()))?;
        let receiver = self.receiver();
        let mut meter = Meter::new(source.len());
        let mut progress = |bytes| meter.tick(bytes);
        let mut source = Blocking(source);
        let verification = wait(verify(&mut source, &receiver, &mut progress));
        meter.clear();
        let mut verification = verification.map_err(|error| failed(&error))?;
        self.compare(&mut verification);
        Ok(verification)
    }

    /// Verifies a package with the employer's part around it; none when it is no such package.
    pub(crate) fn endorsed(&self, path: &Path) -> Result<Option<Endorsed>, String> {
        let cannot = |error: std::io::Error| wording::command::cannot_read(&error.to_string());
        let mut source = Blocking(FileSource::open(path).map_err(cannot)?);
        let receiver = self.receiver();
        let opening = wait(open(&mut source, &receiver.settings.options)).map_err(cannot)?;
        if !opening.archive.as_ref().is_some_and(is_endorsed) {
            return Ok(None);
        }
        let mut progress = |_| ControlFlow::Continue(());
        let looked = endorse::verify(&mut source, (&receiver, &self.calendars), &mut progress);
        let mut endorsed = wait(looked).map_err(|error| failed(&error))?;
        self.compare_endorsed(&mut endorsed);
        Ok(Some(endorsed))
    }

    /// Compares both printed forms with what is printed here.
    pub(crate) fn compare_endorsed(&self, endorsed: &mut Endorsed) {
        if let Some(application) = &mut endorsed.application {
            self.compare(application);
        }
        let application = endorsed.application.as_ref();
        let content = application.and_then(|application| application.content.as_ref());
        if let (Some(content), Some(endorsement)) = (content, &endorsed.endorsement) {
            let page = wording::desk::opinion_page(content, endorsement);
            endorsed.check_form(page.as_bytes());
        }
    }

    /// Who looks, for those who read the package themselves.
    pub(crate) fn receiver(&self) -> Receiver<'_> {
        Receiver {
            settings: Settings {
                options: Options {
                    legacy: crate::bag::gbk,
                    ..Options::new(UNICODE)
                },
                hashers: sha256_alone,
            },
            engines: &self.engines,
            reader: Some(read_book),
            seasons: &self.seasons,
            target: target(self.target),
            today: self.today,
        }
    }

    /// Compares the printed form with what is printed here, and the package with what a paper says.
    pub(crate) fn compare(&self, verification: &mut Verification) {
        let report = verification.content.as_ref().and_then(of_content);
        if let Some(report) = report {
            verification.check_report(report.as_bytes());
        }
        if let Some(claim) = &self.claim {
            verification.check_claim(claim);
        }
    }
}

/// Why a package could not be read.
pub(crate) fn failed(error: &IntakeError<std::io::Error>) -> String {
    match error {
        IntakeError::Source(error) => wording::command::cannot_read(&error.to_string()),
        IntakeError::Cancelled => wording::command::cannot_read(""),
    }
}

impl Desk<'_> {
    /// What another version of the package's book, known here, says otherwise.
    pub(super) fn since(&self, verification: &Verification) -> Option<Since> {
        let content = verification.content.as_ref()?;
        let judged = content.assessment.judged();
        let mut engines = self.engines.iter().rev();
        let engine = engines.find(|engine| judged.is_of_other_version(engine.reference()))?;
        Since::of(&judged, engine, |year| {
            let season = resolve_season(engine.book(), &self.seasons, year);
            let season = season.unwrap_or_else(|| content.season.clone());
            let today = content.date.unwrap_or(self.today);
            engine.assess(&content.dossier, &season, today)
        })
    }
}

/// A part of what this program prints for the content of a package.
pub(super) fn part(content: &Content, part: Part) -> Option<String> {
    let made = (content.pledge.as_ref(), content.date?);
    let assessment = &content.assessment;
    Some(part_of_submission(
        &content.submission(),
        assessment,
        made,
        part,
    ))
}

/// The target profile that an option names.
pub(crate) fn target(option: Option<&str>) -> TargetChoice<'_> {
    match option {
        None => TargetChoice::OfDossier,
        Some("none") => TargetChoice::Nowhere,
        Some(id) => TargetChoice::Named(id),
    }
}

fn read_book(bytes: &[u8]) -> Result<Book, String> {
    rulebook::read_book(bytes).map_err(|errors| wording::fault::book_errors(&errors))
}
