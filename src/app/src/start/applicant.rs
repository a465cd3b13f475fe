//! Where the applicant begins.

use wording::ui::forms as words;
use yew::prelude::*;

use super::season_choice::season_choice;
use crate::desk::Drafts;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::classed;
use crate::ui::{details, link};

/// The applicant's part.
pub(super) fn applicant(app: &AppHandle) -> Html {
    let begin = link(app, Screen::Tasks).class("button button--primary");
    let begin = begin.says(words::begin(app.has_content()));
    let ask = link(app, Screen::Ask(None)).class("button");
    let ask = ask.says(wording::ui::ask::TITLE);
    let season = words::change_season(app.season.year).into();
    classed("div", "stack")
        .put(classed("div", "cluster").put(begin).put(ask).html())
        .put(details("details", season, "", season_choice(app)))
        .put(html! { <Drafts /> })
        .html()
}
