//! `zhicheng calendar`: what happens next, as a calendar file.

use std::fs;
use std::path::Path;

use chrono::{Local, NaiveDate};
use dossier::Dossier;
use wording::procedure::{calendar_file, plan, steps};

use crate::args::ReportOptions;
use crate::book::wrong;
use crate::books::Books;
use crate::exit::Exit;
use crate::input;

/// Prints the steps that concern the person of a dossier, as early as may be.
pub(crate) fn run(options: &ReportOptions) -> Exit {
    let today = options.today.unwrap_or_else(|| Local::now().date_naive());
    let file = match made(&options.input, options.book.as_deref(), today) {
        Ok(file) => file,
        Err(message) => return wrong(&options.input, &message),
    };
    let Some(out) = &options.out else {
        return input::print(&file);
    };
    match fs::write(out, file) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            eprintln!("{}", wording::command::cannot_write(&error.to_string()));
            Exit::Failed
        }
    }
}

fn made(path: &Path, book: Option<&Path>, today: NaiveDate) -> Result<String, String> {
    let bytes = input::file(path).map_err(|error| error.text())?;
    let dossier = Dossier::read(&bytes);
    let dossier = dossier.map_err(|error| wording::fault::dossier_error(&error).whole())?;
    let engine = Books::new(book)?.engine(&dossier.book)?;
    let steps = steps(engine.book(), &dossier);
    let planned = plan(steps, today, &shipped::calendars());
    let title = wording::ui::verdict::CALENDAR_TITLE;
    Ok(calendar_file(&planned, today, title))
}
