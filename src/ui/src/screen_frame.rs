//! The frame of a screen: title, focus, scroll.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::el::{classed, el};
use crate::platform::page;

/// The id of the heading of the screen.
const TITLE_ID: &str = "screen-title";

/// A screen: its heading, a sentence below it, its body. Its component also calls
/// [`use_arrival()`].
pub fn screen_frame(title: &AttrValue, intro: &AttrValue, body: Html) -> Html {
    let heading = classed("h1", "screen__title").set("id", TITLE_ID);
    let heading = heading.set("tabindex", "-1").text(title.clone());
    let intro = classed("p", "screen__intro").text(intro.clone());
    let body = classed("div", "stack").put(body);
    el("section")
        .class("screen stack")
        .set("aria-labelledby", TITLE_ID)
        .put(heading.html())
        .put(intro.html())
        .put(body.html())
        .html()
}

/// When a screen appears: sets the title of the page, scrolls up and puts the focus on the
/// heading, or on the element that was asked for. `visit` counts the screens that appeared.
#[hook]
pub fn use_arrival(title: &AttrValue, visit: u64, focus: Option<String>) {
    use_effect_with(title.clone(), |title| {
        page::set_title(&words::page_title(title));
    });
    // INVARIANT: depends on the arrival alone, so that no other change moves the focus.
    use_effect_with(visit, move |visit| match &focus {
        Some(id) if page::focus(id) => {}
        // The page has just been opened: the reader begins at its top by itself.
        None if *visit == 0 => {}
        _ => page::arrive(TITLE_ID),
    });
}
