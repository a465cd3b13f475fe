//! What is wrong on this screen, with links to the fields.

use assess::Place;
use wording::ui::forms as texts;
use yew::{AttrValue, Html};

use super::el::{classed, el};
use super::place_link;
use crate::state::AppHandle;

/// What is wrong on this screen. The slot is always there; nothing is blocked.
pub(crate) fn error_summary(app: &AppHandle, errors: &[(Place, AttrValue)]) -> Html {
    let slot = classed("div", "error-summary-slot");
    if errors.is_empty() {
        return slot.html();
    }
    let mut list = el("ul");
    for (index, (place, text)) in errors.iter().enumerate() {
        let item = el("li").put(place_link(app, place, false, text));
        list = list.put(item.key(&index.to_string()).html());
    }
    let title = el("h2").set("id", "error-summary-title");
    let title = title.say(&texts::errors_title(errors.len()));
    let summary = classed("div", "error-summary")
        .set("role", "group")
        .set("aria-labelledby", "error-summary-title")
        .put(title.html())
        .put(el("p").say(texts::ERRORS_DO_NOT_BLOCK).html())
        .put(list.html());
    slot.put(summary.html()).html()
}
