//! What happens after the package is handed in: the steps that concern a person, with their days.

mod calendar_file;
mod plan;

use dossier::{Answer, Dossier};
use rulebook::{Book, Step};

pub use calendar_file::calendar_file;
pub use plan::{Days, Planned, plan};

/// The steps of the chosen level and review path; all of them where nothing is chosen.
pub fn steps<'a>(book: &'a Book, dossier: &Dossier) -> Vec<&'a Step> {
    let level = chosen(dossier, &book.roles.level);
    let level = level.filter(|id| book.level.iter().any(|level| level.id == *id));
    let path = review_path(book, dossier);
    let fits = |only: &[String], chosen: Option<&str>| {
        only.is_empty() || chosen.is_none_or(|id| only.iter().any(|other| other == id))
    };
    let steps = book.step.iter();
    steps
        .filter(|step| fits(&step.level, level) && fits(&step.path, path))
        .collect()
}

/// The chosen review path; none for one that no step knows.
pub fn review_path<'a>(book: &Book, dossier: &'a Dossier) -> Option<&'a str> {
    let id = chosen(dossier, book.roles.review_path.as_ref()?)?;
    let mut steps = book.step.iter();
    steps
        .any(|step| step.path.iter().any(|path| path == id))
        .then_some(id)
}

fn chosen<'a>(dossier: &'a Dossier, question: &str) -> Option<&'a str> {
    dossier.answer(question).and_then(Answer::text)
}
