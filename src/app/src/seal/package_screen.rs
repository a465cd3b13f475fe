//! Sealing and downloading.

mod finished;
mod obstacle_list;
mod portal_choice;
mod sealing;
mod to_place;
mod working;

use errand::{Hindrance, Portal, Sheet, Survey};
use package::severity::Severity;
use wording::ui::forms;
use wording::ui::seal as words;
use yew::prelude::*;

use super::print_buttons;
use crate::forms::way_on;
use crate::seal::contents;
use crate::state::{AppHandle, AppState, SurveyState, use_app};
use crate::ui::el::{all, classed, el, words as texts};
use crate::ui::{button, details, screen_frame};
use finished::finished;
use obstacle_list::obstacle_list;
use portal_choice::portal_choice;
use sealing::{Stage, use_sealing};
use working::working;

/// Sealing and downloading: what is in the way, the making, the checking, the file.
#[component]
pub(crate) fn PackageScreen() -> Html {
    let app = use_app();
    let sealing = use_sealing(&app);
    // While the worker looks again, what it said last stays in view.
    let said = app.surveyed.1.survey();
    let portals = said.map_or(&[][..], |survey| &survey.portals);
    let portal = said.and_then(|survey| contents::portal(&app, survey));
    let of = |severity| of_weight(said, portal, severity);
    let errors = of(Severity::Error);
    let busy = matches!(sealing.stage, Stage::Working(_));
    let ready = matches!(app.survey(), SurveyState::Here(_)) && errors.is_empty();
    let seal = button(words::SEAL.into(), sealing.on_seal).primary();
    let slot = classed("div", "notice-slot").set("role", "status");
    let body = vec![
        slot.put(readiness(&app, errors.len())).html(),
        obstacle_list(&app, words::IN_THE_WAY, &errors),
        portal_choice(&app, portals, portal),
        obstacle_list(&app, words::MAY_BE_REFUSED, &of(Severity::Warning)),
        for_a_person(&app, &of(Severity::Notice)),
        classed("div", "cluster")
            .put(seal.disabled(!ready || busy).html())
            .html(),
        working(&sealing.stage, sealing.on_stop),
        finished(&app, &sealing.stage),
        on_paper(&app),
        way_on(&app, matches!(sealing.stage, Stage::Ready(_))),
    ];
    screen_frame(
        &app,
        forms::PACKAGE.into(),
        words::PACKAGE_INTRO.into(),
        all(body),
    )
}

/// What only a person can see, folded: it is there for everybody, and long. The slot is always
/// there.
fn for_a_person(app: &AppHandle, found: &[&Hindrance]) -> Html {
    let slot = classed("div", "stack");
    if found.is_empty() {
        return slot.html();
    }
    let summary = words::only_a_person_sees(found.len());
    let list = obstacle_list(app, words::SEE_YOURSELF, found);
    slot.put(details("details", summary.into(), "", list))
        .html()
}

/// What is said of a weight: first of the whole, then of the portal.
fn of_weight<'a>(
    said: Option<&'a Survey>,
    portal: Option<&'a Portal>,
    severity: Severity,
) -> Vec<&'a Hindrance> {
    let of_portal = portal.into_iter().flat_map(|portal| &portal.hindrances);
    let found = said.into_iter().flat_map(|survey| &survey.hindrances);
    let found = found.chain(of_portal);
    found.filter(|found| found.severity == severity).collect()
}

/// The form, the self-score sheet and the pledge on paper.
fn on_paper(app: &AppHandle) -> Html {
    let sheets = [Sheet::Form, Sheet::Score, Sheet::Pledge];
    let section = classed("section", "stack").put(el("h2").say(words::ON_PAPER).html());
    section.put(print_buttons(app, &sheets)).html()
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
