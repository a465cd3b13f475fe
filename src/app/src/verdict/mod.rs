//! Verdicts: the live bar, conditions, score, result, what happens next.

mod axis;
mod bar;
mod conclusion;
mod conditions;
pub(crate) mod drawing;
mod next;
mod places;
mod reasons;
mod rehearsal;
mod result;
mod score;
mod spoken;

use assess::{Assessment, LevelLine};
use wording::explain::Explain;

use crate::state::AppState;

pub(crate) use bar::verdict_bar;
pub(crate) use conditions::conditions_screen;
pub(crate) use next::next_screen;
pub(crate) use result::result_screen;
pub(crate) use score::score_screen;

/// Speaks about the present assessment, naming records by what was entered.
pub(crate) fn explain(app: &AppState) -> Explain<'_> {
    Explain::new(app.book(), &app.assessment).with(&app.dossier)
}

/// The id of the level that is applied for, once it is chosen and the book has it.
pub(crate) fn target(app: &AppState) -> Option<&str> {
    let answer = app.dossier.answer(&app.book().roles.level)?;
    let id = answer.text()?;
    app.book()
        .level
        .iter()
        .any(|level| level.id == id)
        .then_some(id)
}

/// A level by its id.
fn level_of<'a>(app: &'a AppState, id: &str) -> Option<&'a LevelLine> {
    let mut levels = app.assessment.levels.iter();
    levels.find(|level| level.id == id)
}

/// The levels, the one that is applied for first.
fn levels<'a>(assessment: &'a Assessment, target: Option<&str>) -> Vec<&'a LevelLine> {
    let wanted = |level: &&LevelLine| Some(level.id.as_str()) == target;
    let levels = assessment.levels.iter();
    let mut sorted: Vec<&LevelLine> = levels.clone().filter(wanted).collect();
    sorted.extend(levels.filter(|level| !wanted(level)));
    sorted
}
