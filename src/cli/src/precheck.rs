//! `zhicheng precheck`: a dossier and its files, before they are sealed.

use std::path::Path;

use chrono::Local;
use json::{Json, Object};
use package::readiness::{self, Obstacle};
use package::severity::Severity;
use wording::ui::seal::obstacle_place;

use crate::args::PrecheckOptions;
use crate::book::wrong;
use crate::books::Books;
use crate::exit::Exit;
use crate::handed::{Handed, Terms};
use crate::input;
use crate::verify::severity;

/// Checks every dossier; what cannot be read is named and the others are still done.
pub(crate) fn run(options: &PrecheckOptions) -> Exit {
    let mut books = match Books::new(options.book.as_deref()) {
        Ok(books) => books,
        Err(message) => {
            return wrong(
                options.book.as_deref().unwrap_or_else(|| Path::new("")),
                &message,
            );
        }
    };
    let terms = Terms {
        season: options.season,
        today: options.today.unwrap_or_else(|| Local::now().date_naive()),
        target: options.target.as_deref(),
        files: &options.files,
    };
    let checks = options
        .inputs
        .iter()
        .map(|path| match Handed::read(path, &mut books, &terms) {
            Ok(handed) => {
                let mut obstacles = handed.precheck(None, &terms);
                // The pledge comes after this check.
                obstacles.retain(|found| found.place != readiness::Place::Pledge);
                show(path, &handed, &obstacles, options.json)
            }
            Err(message) => wrong(path, &message),
        });
    checks.fold(Exit::Fine, Exit::and)
}

fn show(path: &Path, handed: &Handed, obstacles: &[Obstacle], json: bool) -> Exit {
    let (book, dossier) = (handed.engine.book(), &handed.dossier);
    let name = path.to_string_lossy();
    let text = if json {
        format!("{}\n", to_json(&name, handed, obstacles).canonical())
    } else {
        let told = wording::cli::precheck(book, dossier, obstacles);
        format!("{name}\n{told}")
    };
    let found = obstacles.iter();
    let wrong = found.map(Obstacle::severity).max() > Some(Severity::Notice);
    let exit = if wrong { Exit::Wrong } else { Exit::Fine };
    input::print(&text).and(exit)
}

fn to_json(name: &str, handed: &Handed, obstacles: &[Obstacle]) -> Json {
    let (book, dossier) = (handed.engine.book(), &handed.dossier);
    let mut object = Object::new();
    object.insert("format", Json::from("zhicheng-precheck/1"));
    object.insert("input", Json::from(name));
    object.insert("ready", Json::from(readiness::is_ready(obstacles)));
    let findings = obstacles.iter().map(|found| {
        let told = wording::finding::obstacle(book, found);
        let place = obstacle_place(book, dossier, found);
        let mut finding = Object::new();
        finding.insert("code", Json::from(told.code));
        finding.insert("severity", Json::from(severity(told.severity)));
        finding.insert("at", Json::from(found.place.to_string()));
        finding.insert("place", Json::from(place));
        finding.insert("message", Json::from(told.message.whole()));
        Json::Object(finding)
    });
    object.insert("findings", Json::Array(findings.collect()));
    Json::Object(object)
}
