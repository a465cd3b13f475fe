//! Links to where answers are missing.

use assess::Place;
use wording::ui::verdict as words;
use yew::Html;

use super::explain;
use crate::state::AppHandle;
use crate::ui::el::{classed, el};
use crate::ui::{field_id, place_link};

/// Links to where answers are missing; each leads straight back.
pub(super) fn missing(app: &AppHandle, places: &[Place]) -> Html {
    let mut list = classed("ul", "place-list");
    for place in places {
        let text = words::missing_place(explain(app), place);
        let link = place_link(app, place, true, &text);
        list = list.put(el("li").key(&field_id(place)).put(link).html());
    }
    list.html()
}
