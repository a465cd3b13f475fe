//! `zhicheng report`: the printable form, made anew from the data of a package or from a dossier.
//!
//! A receiver need not open the page that a stranger has packed.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use chrono::{Datelike, Local, NaiveDate};
use dossier::Dossier;
use package::subject::Submission;
use wording::report::part_of_submission;

use crate::args::ReportOptions;
use crate::book::wrong;
use crate::books::Books;
use crate::exit::Exit;
use crate::{input, verify};

/// Prints the form of one package or dossier.
pub(crate) fn run(options: &ReportOptions) -> Exit {
    let today = options.today.unwrap_or_else(|| Local::now().date_naive());
    let made = match is_zip(&options.input) {
        Ok(true) => verify::printed(&options.input, options.book.as_deref(), today, options.part),
        Ok(false) => of_dossier(options, today),
        Err(error) => Err(wording::command::cannot_read(&error.to_string())),
    };
    let html = match made {
        Ok(html) => html,
        Err(message) => return wrong(&options.input, &message),
    };
    let Some(out) = &options.out else {
        return input::print(&html);
    };
    match fs::write(out, html) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            eprintln!("{}", wording::command::cannot_write(&error.to_string()));
            Exit::Failed
        }
    }
}

fn is_zip(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(2).read_to_end(&mut start)?;
    Ok(start == b"PK")
}

/// What is entered so far, without pledge and files.
fn of_dossier(options: &ReportOptions, today: NaiveDate) -> Result<String, String> {
    let bytes = input::file(&options.input).map_err(|error| error.text())?;
    let dossier = Dossier::read(&bytes);
    let dossier = dossier.map_err(|error| wording::fault::dossier_error(&error).whole())?;
    let mut books = Books::new(options.book.as_deref())?;
    let engine = books.engine(&dossier.book)?;
    let year = dossier.season.unwrap_or_else(|| today.year());
    let season = books.season(engine.book(), year)?;
    let assessment = engine.assess(&dossier, &season, today);
    let submission = Submission {
        engine: &engine,
        season: &season,
        dossier: &dossier,
        files: &[],
    };
    let made = (None, today);
    Ok(part_of_submission(
        &submission,
        &assessment,
        made,
        options.part,
    ))
}
