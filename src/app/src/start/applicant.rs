//! Where the applicant begins.

use wording::ui::forms as words;
use yew::prelude::*;

use super::drafts::Drafts;
use super::season_choice::SeasonChoice;
use crate::screen::Screen;
use crate::state::use_app;
use crate::ui::{Details, ScreenLink};

/// The applicant's part.
#[component]
pub(super) fn Applicant() -> Html {
    let app = use_app();
    let label = words::begin(app.has_content());
    html! {
        <div class="stack">
            <div class="cluster">
                <ScreenLink to={Screen::Tasks} class={classes!("button", "button--primary")}>
                    { label }
                </ScreenLink>
            </div>
            <Details summary={words::change_season(app.season.year)}><SeasonChoice /></Details>
            <Drafts />
        </div>
    }
}
