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
use crate::ui::{Button, ButtonLook, ScreenFrame};
use finished::Finished;
use obstacle_list::ObstacleList;
use sealing::{Stage, use_sealing};
use working::Working;

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
    html! {
        <ScreenFrame title={forms::PACKAGE} intro={words::PACKAGE_INTRO}>
            <div class="notice-slot" role="status">
                <p class={if ready { "notice notice--good" } else { "notice notice--warning" }}>
                    { words::readiness(errors.len()) }
                </p>
            </div>
            <ObstacleList title={words::IN_THE_WAY} obstacles={errors} />
            <ObstacleList title={words::MAY_BE_REFUSED} obstacles={warnings} />
            <div class="cluster">
                <Button
                    label={words::SEAL}
                    look={ButtonLook::Primary}
                    disabled={!ready || busy}
                    on_press={sealing.on_seal.clone()}
                />
            </div>
            <Working stage={sealing.stage.clone()} on_stop={sealing.on_stop.clone()} />
            <Finished stage={sealing.stage} />
        </ScreenFrame>
    }
}
