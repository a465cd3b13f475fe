//! `zhicheng verify`: packages in, findings out.

mod source;

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

use assess::Engine;
use chrono::{Local, NaiveDate};
use json::{Json, Object};
use package::bag::sha256_alone;
use package::container::{Blocking, Options, wait};
use package::intake::{IntakeError, Settings};
use package::name::UNICODE;
use package::readiness::TargetChoice;
use package::severity::Severity;
use package::subject::Claim;
use package::verify::{Receiver, Verification, verify};
use rulebook::{Book, Season};
use wording::finding::verified;
use wording::report::of_submission;

use crate::args::VerifyOptions;
use crate::books;
use crate::exit::Exit;

pub(crate) use source::FileSource;

/// Verifies every package; what cannot be read is named and the others are still done.
pub(crate) fn run(options: &VerifyOptions) -> Exit {
    let shipped = books::held().filter_map(|book| books::shipped_engine(book).ok());
    let mut engines: Vec<Rc<Engine>> = shipped.map(Rc::new).collect();
    if let Some(path) = &options.book {
        match books::engine_from(path) {
            Ok(engine) => engines.push(Rc::new(engine)),
            Err(message) => return crate::book::wrong(path, &message),
        }
    }
    let desk = Desk {
        engines,
        seasons: shipped::seasons(),
        today: options.today.unwrap_or_else(|| Local::now().date_naive()),
        target: options.target.as_deref(),
        claim: options.claim,
    };
    let mut exit = Exit::Fine;
    for path in &options.inputs {
        exit = exit.and(match desk.look(path) {
            Ok(verification) => show(path, &verification, options.json),
            Err(message) => unreadable(path, &message, options.json),
        });
    }
    exit
}

/// Who looks at packages.
struct Desk<'o> {
    target: Option<&'o str>,
    claim: Option<Claim>,
    engines: Vec<Rc<Engine>>,
    seasons: Vec<Season>,
    today: NaiveDate,
}

impl Desk<'_> {
    fn look(&self, path: &Path) -> Result<Verification, String> {
        let source = FileSource::open(path);
        let source = source.map_err(|error| wording::command::cannot_read(&error.to_string()))?;
        let receiver = Receiver {
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
        };
        let mut meter = Meter::new(source.len());
        let mut progress = |bytes| meter.tick(bytes);
        let mut source = Blocking(source);
        let verification = wait(verify(&mut source, &receiver, &mut progress));
        meter.clear();
        let mut verification = verification.map_err(|error| match error {
            IntakeError::Source(error) => wording::command::cannot_read(&error.to_string()),
            IntakeError::Cancelled => wording::command::cannot_read(""),
        })?;
        let report = verification.content.as_ref().and_then(|content| {
            let (submission, pledge) = (content.submission(), content.pledge.as_ref());
            let made_on = content.date?;
            Some(of_submission(
                &submission,
                &content.assessment,
                pledge,
                made_on,
            ))
        });
        if let Some(report) = report {
            verification.check_report(report.as_bytes());
        }
        if let Some(claim) = &self.claim {
            verification.check_claim(claim);
        }
        Ok(verification)
    }
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

/// How far a package is read, for a person who waits at a terminal.
pub(crate) struct Meter {
    total: u64,
    done: u64,
    shown: u64,
    terminal: bool,
}

impl Meter {
    pub(crate) fn new(total: u64) -> Self {
        let terminal = io::stderr().is_terminal();
        Self {
            total,
            done: 0,
            shown: 0,
            terminal,
        }
    }

    pub(crate) fn tick(&mut self, bytes: u64) -> ControlFlow<()> {
        const STEP: u64 = 32 << 20;
        self.done = self.done.saturating_add(bytes);
        if self.terminal && self.done.saturating_sub(self.shown) >= STEP {
            self.shown = self.done;
            let share = self.done.saturating_mul(100).checked_div(self.total);
            eprint!("\r{:>3} %", share.unwrap_or(100).min(100));
        }
        ControlFlow::Continue(())
    }

    pub(crate) fn clear(&self) {
        if self.shown > 0 {
            eprint!("\r     \r");
        }
    }
}

fn show(path: &Path, verification: &Verification, json: bool) -> Exit {
    let text = if json {
        format!("{}\n", to_json(path, verification).canonical())
    } else {
        to_text(path, verification)
    };
    let wrong = if verification.is_valid() {
        Exit::Fine
    } else {
        Exit::Wrong
    };
    crate::input::print(&text).and(wrong)
}

fn to_text(path: &Path, verification: &Verification) -> String {
    let name = path.to_string_lossy();
    format!("{name}\n{}", wording::cli::verification(verification))
}

fn to_json(path: &Path, verification: &Verification) -> Json {
    let book = verification.content.as_ref();
    let book = book.map(|content| content.engine.book());
    let mut object = Object::new();
    object.insert("format", Json::from("zhicheng-verification/1"));
    object.insert("input", Json::from(path.to_string_lossy().into_owned()));
    object.insert("valid", Json::from(verification.is_valid()));
    if let Some(content) = &verification.content {
        object.insert("code", Json::from(content.code.to_string()));
        object.insert("subject", Json::from(content.subject.hex()));
        object.insert("assessment", content.assessment.to_json());
    }
    let findings = verification.findings.iter().map(|finding| {
        let told = verified(book, finding);
        let mut finding = Object::new();
        finding.insert("code", Json::from(told.code));
        finding.insert("severity", Json::from(severity(told.severity)));
        finding.insert("place", Json::from(told.place.as_str()));
        finding.insert("message", Json::from(told.message.whole()));
        Json::Object(finding)
    });
    object.insert("findings", Json::Array(findings.collect()));
    Json::Object(object)
}

pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Notice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

pub(crate) fn unreadable(path: &Path, message: &str, json: bool) -> Exit {
    let exit = crate::book::wrong(path, message);
    if !json {
        return exit;
    }
    let mut object = Object::new();
    object.insert("format", Json::from("zhicheng-error/1"));
    object.insert("input", Json::from(path.to_string_lossy().into_owned()));
    object.insert("message", Json::from(message));
    let line = format!("{}\n", Json::Object(object).canonical());
    crate::input::print(&line).and(exit)
}
