//! `zhicheng precheck`: a dossier and its files, before they are sealed.

mod evidence;

use std::path::Path;
use std::rc::Rc;

use assess::Engine;
use chrono::{Datelike, Local, NaiveDate};
use dossier::Dossier;
use json::{Json, Object};
use package::name::UNICODE;
use package::readiness::{self, Conditions, Extra, Obstacle, TargetChoice};
use package::severity::Severity;
use package::subject::Submission;
use wording::ui::seal::obstacle_place;

use crate::args::PrecheckOptions;
use crate::book::wrong;
use crate::books::Books;
use crate::exit::Exit;
use crate::input;
use crate::verify::{severity, target};
use evidence::Evidence;

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
    let today = options.today.unwrap_or_else(|| Local::now().date_naive());
    let checks = options
        .inputs
        .iter()
        .map(|path| match check(path, options, &mut books, today) {
            Ok(checked) => show(path, &checked, options.json),
            Err(message) => wrong(path, &message),
        });
    checks.fold(Exit::Fine, Exit::and)
}

/// A dossier that was checked.
struct Checked {
    engine: Rc<Engine>,
    dossier: Dossier,
    obstacles: Vec<Obstacle>,
}

fn check(
    path: &Path,
    options: &PrecheckOptions,
    books: &mut Books,
    today: NaiveDate,
) -> Result<Checked, String> {
    let bytes = input::file(path).map_err(|error| error.text())?;
    let dossier = Dossier::read(&bytes);
    let dossier = dossier.map_err(|error| wording::fault::dossier_error(&error).whole())?;
    let engine = books.engine(&dossier.book)?;
    let year = options.season.or(dossier.season);
    let season = books.season(engine.book(), year.unwrap_or_else(|| today.year()))?;
    let choice = target(options.target.as_deref());
    let held = readiness::target(engine.book(), &dossier, choice);
    if held.is_none() && matches!(choice, TargetChoice::Named(_)) {
        return Err(wording::cli::NO_TARGET.to_owned());
    }
    let evidence = match &options.files {
        Some(folder) => Evidence::read(folder, &dossier)?,
        None => Evidence::default(),
    };
    let assessment = engine.assess(&dossier, &season, today);
    let submission = Submission {
        engine: &engine,
        season: &season,
        dossier: &dossier,
        files: &evidence.files,
    };
    let conditions = Conditions {
        today,
        unicode: UNICODE,
        target: held,
    };
    let extra = Extra {
        looks: &evidence.looks,
        assessment: Some(&assessment),
    };
    let mut obstacles = readiness::precheck(&submission, None, &conditions, &extra);
    // The pledge comes after this check.
    obstacles.retain(|found| found.place != readiness::Place::Pledge);
    Ok(Checked {
        engine,
        dossier,
        obstacles,
    })
}

fn show(path: &Path, checked: &Checked, json: bool) -> Exit {
    let (book, dossier) = (checked.engine.book(), &checked.dossier);
    let name = path.to_string_lossy();
    let text = if json {
        format!("{}\n", to_json(&name, checked).canonical())
    } else {
        let told = wording::cli::precheck(book, dossier, &checked.obstacles);
        format!("{name}\n{told}")
    };
    let found = checked.obstacles.iter();
    let wrong = found.map(Obstacle::severity).max() > Some(Severity::Notice);
    let exit = if wrong { Exit::Wrong } else { Exit::Fine };
    input::print(&text).and(exit)
}

fn to_json(name: &str, checked: &Checked) -> Json {
    let (book, dossier) = (checked.engine.book(), &checked.dossier);
    let mut object = Object::new();
    object.insert("format", Json::from("zhicheng-precheck/1"));
    object.insert("input", Json::from(name));
    object.insert("ready", Json::from(readiness::is_ready(&checked.obstacles)));
    let findings = checked.obstacles.iter().map(|found| {
        let told = wording::finding::obstacle(book, found);
        let place = obstacle_place(book, dossier, &found.place);
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
