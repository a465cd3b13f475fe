//! What is refused among some places, for the summary of a screen.

use assess::{Place, Severity};
use yew::AttrValue;

use crate::state::AppState;

/// What is refused at the places that a screen shows.
pub(crate) fn errors(app: &AppState, shown: &dyn Fn(&Place) -> bool) -> Vec<(Place, AttrValue)> {
    let problems = app.problems();
    let refused =
        problems.filter(|problem| problem.severity() == Severity::Refused && shown(&problem.place));
    refused
        .map(|problem| (problem.place.clone(), app.told(problem)))
        .collect()
}
