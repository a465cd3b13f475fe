//! By which route the person goes, since the clause of the route says what is special about it.

use wording::ui::verdict as words;
use yew::Html;

use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::{classed, el};
use crate::ui::{authority_tag, link};
use crate::verdict::{explain, level_of, target};

/// The route that is recommended at the level applied for, with its clause; or that none holds yet.
/// The slot is always there.
pub(super) fn route(app: &AppHandle) -> Html {
    let slot = el("div");
    let Some(level) = target(app).and_then(|id| level_of(app, id)) else {
        return slot.html();
    };
    let labels = explain(app).labels();
    let name = labels.level(&level.id);
    let card = classed("div", "card stack");
    let card = card.put(el("h2").say(&words::way_to(&name)).html());
    let best = level.recommended.as_ref();
    let Some(def) = best.and_then(|id| labels.route_def(&level.id, id)) else {
        let told = words::no_route(level.conclusion.verdict);
        let told = el("p").say(told).say(" ");
        let told = told.put(link(app, Screen::Result).says(words::TO_RESULT));
        return slot.put(card.put(told.html()).html()).html();
    };
    let told = el("p").put(el("strong").say(&def.label).html());
    let card = card.put(told.say("：").say(&def.text).html());
    let card = card.put(authority_tag(def.authority, &def.locator));
    slot.put(card.html()).html()
}
