//! What is wrong on this screen, with links to the fields.

use wording::ui::forms as texts;
use yew::Html;

use crate::el::{classed, el};

/// What is wrong on this screen, as links to the fields. The slot is always there; nothing is
/// blocked.
pub fn error_summary(links: Vec<Html>) -> Html {
    let slot = classed("div", "error-summary-slot");
    if links.is_empty() {
        return slot.html();
    }
    let title = el("h2").set("id", "error-summary-title");
    let title = title.say(&texts::errors_title(links.len()));
    let mut list = el("ul");
    for (index, link) in links.into_iter().enumerate() {
        list = list.put(el("li").put(link).key(&index.to_string()).html());
    }
    let summary = classed("div", "error-summary")
        .set("role", "group")
        .set("aria-labelledby", "error-summary-title")
        .put(title.html())
        .put(el("p").say(texts::ERRORS_DO_NOT_BLOCK).html())
        .put(list.html());
    slot.put(summary.html()).html()
}
