//! Sealing and downloading.

mod finished;
mod obstacle_list;
mod sealing;
mod to_place;
mod working;

use errand::Hindrance;
use package::severity::Severity;
use wording::ui::forms;
use wording::ui::seal as words;
use yew::prelude::*;

use crate::state::{AppState, SurveyState, use_app};
use crate::ui::el::{all, classed, words as texts};
use crate::ui::{button, screen_frame};
use finished::finished;
use obstacle_list::obstacle_list;
use sealing::{Stage, use_sealing};
use working::working;

/// Sealing and downloading: what is in the way, the making, the checking, the file.
#[component]
pub(crate) fn PackageScreen() -> Html {
    let app = use_app();
    let sealing = use_sealing(&app);
    // While the worker looks again, what it said last stays in view.
    let said = app.surveyed.1.survey();
    let hindrances = said.map_or(&[][..], |survey| &survey.hindrances);
    let (errors, warnings): (Vec<&Hindrance>, Vec<_>) = hindrances
        .iter()
        .partition(|hindrance| hindrance.severity == Severity::Error);
    let busy = matches!(sealing.stage, Stage::Working(_));
    let ready = matches!(app.survey(), SurveyState::Here(_)) && errors.is_empty();
    let seal = button(words::SEAL.into(), sealing.on_seal).primary();
    let slot = classed("div", "notice-slot").set("role", "status");
    let body = vec![
        slot.put(readiness(&app, errors.len())).html(),
        obstacle_list(&app, words::IN_THE_WAY, &errors),
        obstacle_list(&app, words::MAY_BE_REFUSED, &warnings),
        classed("div", "cluster")
            .put(seal.disabled(!ready || busy).html())
            .html(),
        working(&sealing.stage, sealing.on_stop),
        finished(&app, &sealing.stage),
    ];
    screen_frame(
        forms::PACKAGE.into(),
        words::PACKAGE_INTRO.into(),
        all(body),
    )
}

/// How many things are in the way, or why that is not known.
fn readiness(app: &AppState, errors: usize) -> Html {
    match app.survey() {
        SurveyState::Failed(why) => texts("p", "notice notice--danger", why),
        SurveyState::Awaited => texts("p", "notice", words::LOOKING),
        SurveyState::Here(_) if errors == 0 => {
            texts("p", "notice notice--good", &words::readiness(0))
        }
        SurveyState::Here(_) => texts("p", "notice notice--warning", &words::readiness(errors)),
    }
}
