//! Verdicts: the live bar, conditions, score, result, what happens next.

mod bar;
mod conclusion;
mod conditions;
mod nearest;
mod next;
mod places;
mod reasons;
mod result;
mod score;

use assess::{Assessment, LevelLine};
use wording::explain::Explain;

use crate::state::AppState;

pub(crate) use bar::VerdictBar;
pub(crate) use conditions::ConditionsScreen;
pub(crate) use next::NextScreen;
pub(crate) use result::ResultScreen;
pub(crate) use score::ScoreScreen;

/// Speaks about the present assessment, naming records by what was entered.
fn explain(app: &AppState) -> Explain<'_> {
    Explain::new(app.book(), &app.assessment).with(&app.dossier)
}

/// The id of the level that is applied for, once it is chosen and the book has it.
fn target(app: &AppState) -> Option<&str> {
    let answer = app.dossier.answer(&app.book().roles.level)?;
    let id = answer.text()?;
    app.book()
        .level
        .iter()
        .any(|level| level.id == id)
        .then_some(id)
}

/// The levels, the one that is applied for first.
fn levels<'a>(assessment: &'a Assessment, target: Option<&str>) -> Vec<&'a LevelLine> {
    let mut levels: Vec<&LevelLine> = assessment.levels.iter().collect();
    levels.sort_by_key(|level| Some(level.id.as_str()) != target);
    levels
}
