//! What another version of the rule book has changed, and what it does not take.

use wording::ui::drafts as words;
use yew::Html;

use crate::state::{Action, AppHandle, act};
use crate::ui::button;
use crate::ui::el::{classed, el};

/// Verdicts that another version has changed, until they were seen; answers that it does not take,
/// as long as there are any. The slot is always there.
pub(super) fn rules_changed(app: &AppHandle) -> Html {
    let slot = el("div").key("rules-changed");
    let unfit = app.unfit();
    let mut changed = app.changed.iter();
    let head = changed.next();
    if head.is_none() && unfit.is_empty() {
        return slot.html();
    }
    let mut card = classed("section", "notice notice--warning stack");
    if let Some(head) = head {
        card = card
            .put(el("h2").say(words::RULES_CHANGED).html())
            .put(el("p").say(head).html())
            .put(list(changed.map(String::as_str)));
    }
    if !unfit.is_empty() {
        card = card
            .put(el("p").say(words::UNFIT).html())
            .put(list(unfit.iter().map(String::as_str)));
    }
    if head.is_some() {
        let seen = button(words::RULES_SEEN.into(), act(app, Action::SeenChanges));
        card = card.put(classed("div", "cluster").put(seen.html()).html());
    }
    slot.put(card.html()).html()
}

fn list<'a>(lines: impl Iterator<Item = &'a str>) -> Html {
    let mut list = el("ul");
    for line in lines {
        list = list.put(el("li").say(line).html());
    }
    list.html()
}
