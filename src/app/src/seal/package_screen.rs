//! Sealing and downloading.

mod finished;
mod obstacle_list;
mod sealing;
mod working;

use package::severity::Severity;
use wording::ui::forms;
use wording::ui::seal as words;
use yew::prelude::*;

use super::contents;
use crate::state::use_app;
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
    let obstacles = contents::obstacles(&app);
    let (errors, warnings): (Vec<_>, Vec<_>) = obstacles
        .into_iter()
        .partition(|obstacle| obstacle.severity() == Severity::Error);
    let ready = errors.is_empty();
    let busy = matches!(sealing.stage, Stage::Working(_));
    let seal = button(words::SEAL.into(), sealing.on_seal).primary();
    let look = if ready {
        "notice notice--good"
    } else {
        "notice notice--warning"
    };
    let readiness = texts("p", look, &words::readiness(errors.len()));
    let slot = classed("div", "notice-slot").set("role", "status");
    let body = vec![
        slot.put(readiness).html(),
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
