//! The frame around the application: heading, way back.

use ui::el::{classed, el};
use ui::looks;
use wording::desk::office as words;
use yew::prelude::*;

use crate::platform::{look, page};

/// The page around what is shown.
pub(crate) fn frame(facts: &str, main: Html) -> Html {
    let on_skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        page::focus("main");
    });
    let skip = classed("a", "skip-link").set("href", "#main");
    let own = classed("main", "layout__main");
    let own = own.set("id", "main").set("tabindex", "-1").put(main);
    let layout = classed("div", "layout layout--wide").put(own.html());
    el("div")
        .class("page")
        .put(skip.on_click(on_skip).say(wording::ui::forms::SKIP).html())
        .put(masthead(facts))
        .put(layout.html())
        .html()
}

fn masthead(facts: &str) -> Html {
    let title = classed("span", "masthead__title").say(words::TITLE);
    // The address of the applicants' application: `boot.js` loads the page anew with it.
    let back = el("a").set("href", "#/start").say(words::BACK);
    let meta = classed("p", "masthead__meta");
    let meta = meta.put(el("span").say(facts).html()).put(back.html());
    classed("header", "masthead")
        .put(title.html())
        .put(meta.html())
        .put(looks(look, |_, _| ()))
        .html()
}
