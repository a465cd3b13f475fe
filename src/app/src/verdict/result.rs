//! The result screen: both levels, all routes side by side.

mod answer;
mod clauses;
mod level;
mod route;
mod why;

use assess::Place;
use wording::ui::{forms, verdict as words};
use yew::prelude::*;

use self::level::level;
use super::{levels, target};
use crate::forms::ContinueBar;
use crate::screen::Screen;
use crate::state::{AppState, use_app};
use crate::ui::{PlaceLink, ScreenFrame, ScreenLink};

/// Both levels, all routes: can I, by which route, if not why and when.
#[component]
pub(crate) fn ResultScreen() -> Html {
    let app = use_app();
    let target = target(&app);
    html! {
        <ScreenFrame title={forms::RESULT} intro={words::RESULT_INTRO}>
            { without_level(&app) }
            for line in levels(&app.assessment, target) {
                <section class="stack" key={line.id.clone()}>
                    { level(&app, line, target == Some(line.id.as_str())) }
                </section>
            }
            { notices(&app) }
            <p class="muted">{ words::assumption() }</p>
            <p class="cluster">
                <ScreenLink to={Screen::Conditions}>{ words::TO_CONDITIONS }</ScreenLink>
                <ScreenLink to={Screen::Score}>{ words::TO_SCORE }</ScreenLink>
            </p>
            <ContinueBar />
        </ScreenFrame>
    }
}

/// Says that no level is chosen.
fn without_level(app: &AppState) -> Html {
    let question = app.book().roles.level.clone();
    html! {
        <div>
            if target(app).is_none() {
                <div class="notice notice--warning">
                    <p>{ words::NO_LEVEL }</p>
                    <p>
                        <PlaceLink place={Place::Question(question)} change={true}>
                            { words::CHOOSE_LEVEL }
                        </PlaceLink>
                    </p>
                </div>
            }
        </div>
    }
}

/// What a person should know although it decides nothing.
fn notices(app: &AppState) -> Html {
    html! {
        <div>
            if !app.assessment.notices.is_empty() {
                <h2>{ words::NOTICES }</h2>
                <ul>
                    for notice in app.assessment.notices.iter() {
                        <li key={notice.id.clone()}>{ &notice.text }</li>
                    }
                </ul>
            }
        </div>
    }
}
