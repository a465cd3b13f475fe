//! More, for who wants to know.

use yew::{AttrValue, Html};

use crate::el::{el, words};

/// A part that unfolds. `about` is read aloud behind the summary.
pub fn details(class: &'static str, summary: AttrValue, about: &str, children: Html) -> Html {
    let summary = el("summary").text(summary);
    let summary = summary.put(words("span", "visually-hidden", about)).html();
    let inside = el("div").put(children).html();
    el("details").class(class).put(summary).put(inside).html()
}
