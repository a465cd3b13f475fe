//! When another tab writes the draft.

use wording::ui::drafts as words;
use yew::prelude::*;

use super::drafts::Drafts;
use super::moves;
use crate::state::AppHandle;
use crate::ui::el::{classed, el};
use crate::ui::{button, screen_frame};

/// Stands in place of every screen while another tab writes the draft.
pub(crate) fn taken_screen(app: &AppHandle) -> Html {
    let on_take = {
        let app = app.clone();
        Callback::from(move |()| moves::take(&app))
    };
    let take = button(words::TAKE_OVER.into(), on_take).primary();
    let ways = classed("div", "cluster").put(take.html());
    let told = classed("div", "notice notice--warning").set("role", "alert");
    let body = [
        told.put(el("p").say(words::TAKEN_TEXT).html())
            .put(ways.html())
            .html(),
        html! { <Drafts /> },
    ];
    screen_frame(
        app,
        words::TAKEN_TITLE.into(),
        "".into(),
        body.into_iter().collect(),
    )
}
