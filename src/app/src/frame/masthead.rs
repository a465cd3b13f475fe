//! The heading of the page: name, season, whether the draft is safe.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::storage;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::{classed, el};
use crate::ui::{link, looks};

/// The heading of the page.
pub(crate) fn masthead(app: &AppHandle) -> Html {
    let cut_off = wording::number::date(app.season.cut_off);
    let season = el("span").say(&words::season_line(app.season.year, &cut_off));
    let saved = classed("span", "masthead__saved").set("role", "status");
    let saved = saved.say(words::saved(app.save_state.into()));
    let meta = classed("p", "masthead__meta").put(season.html());
    let title = link(app, Screen::Start).class("masthead__title");
    classed("header", "masthead")
        .put(title.says(words::PRODUCT))
        .put(meta.put(saved.html()).html())
        .put(looks(storage::look, storage::keep_look))
        .html()
}
