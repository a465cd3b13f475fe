//! `zhicheng verify`: packages in, findings out.

mod desk;
mod endorsement;
mod meter;
mod source;

use std::path::Path;

use chrono::{Local, NaiveDate};
use json::{Json, Object};
use package::severity::Severity;
use package::verify::Verification;
use wording::finding::verified;
use wording::report::Part;

use crate::args::VerifyOptions;
use crate::exit::Exit;
use crate::since::Since;

pub(crate) use desk::target;
pub(crate) use desk::{Desk, failed};
pub(crate) use meter::Meter;
pub(crate) use source::FileSource;

/// Verifies every package; what cannot be read is named and the others are still done.
pub(crate) fn run(options: &VerifyOptions) -> Exit {
    let today = options.today.unwrap_or_else(|| Local::now().date_naive());
    let desk = match Desk::new(options.book.as_deref(), today) {
        Ok(desk) => Desk {
            target: options.target.as_deref(),
            claim: options.claim,
            ..desk
        },
        Err(message) => {
            let book = options.book.as_deref().unwrap_or_else(|| Path::new(""));
            return crate::book::wrong(book, &message);
        }
    };
    let mut exit = Exit::Fine;
    for path in &options.inputs {
        match desk.endorsed(path) {
            Ok(None) => {}
            Ok(Some(endorsed)) => {
                exit = exit.and(endorsement::show(path, &endorsed, options.json));
                continue;
            }
            Err(message) => {
                exit = exit.and(unreadable(path, &message, options.json));
                continue;
            }
        }
        exit = exit.and(match desk.look(path) {
            Ok(verification) => {
                let since = desk.since(&verification);
                show(path, (&verification, since.as_ref()), options.json)
            }
            Err(message) => unreadable(path, &message, options.json),
        });
    }
    exit
}

/// The printable form of a package, made anew from its data.
pub(crate) fn printed(
    path: &Path,
    book: Option<&Path>,
    today: NaiveDate,
    part: Part,
) -> Result<String, String> {
    let verification = Desk::new(book, today)?.look(path)?;
    let content = verification.content.as_ref();
    content
        .and_then(|content| desk::part(content, part))
        .ok_or_else(|| wording::cli::NO_CONTENT.to_owned())
}

/// Whether our own package passes, as the receiver sees it; else what was found.
pub(crate) fn passes(path: &Path, book: Option<&Path>, today: NaiveDate) -> Result<(), String> {
    let desk = Desk {
        target: Some("none"),
        ..Desk::new(book, today)?
    };
    let verification = desk.look(path)?;
    if verification.is_valid() {
        return Ok(());
    }
    let told = wording::cli::verification(&verification);
    Err(wording::cli::seal_refused(&told))
}

/// A verification, and what another version of the book has changed.
type Looked<'v> = (&'v Verification, Option<&'v Since>);

fn show(path: &Path, looked: Looked<'_>, json: bool) -> Exit {
    let text = if json {
        format!("{}\n", to_json(path, looked).canonical())
    } else {
        to_text(path, looked)
    };
    let (verification, _) = looked;
    let wrong = if verification.is_valid() {
        Exit::Fine
    } else {
        Exit::Wrong
    };
    crate::input::print(&text).and(wrong)
}

fn to_text(path: &Path, (verification, since): Looked<'_>) -> String {
    let name = path.to_string_lossy();
    let mut text = format!("{name}\n{}", wording::cli::verification(verification));
    if let Some(since) = since {
        text.push_str(&since.text());
        text.push('\n');
    }
    text
}

fn to_json(path: &Path, (verification, since): Looked<'_>) -> Json {
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
    if let Some(since) = since {
        object.insert("changed_since", since.to_json());
    }
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
