//! Whether a pledge is given, and whether it still holds.

use wording::ui::forms;
use wording::ui::seal as words;
use yew::Html;

use crate::screen::Screen;
use crate::seal::contents;
use crate::state::{Action, AppHandle, act};
use crate::ui::el::{classed, el};
use crate::ui::{button, link};

/// Whether a pledge is given, and whether it still holds. The slot is always there.
pub(super) fn standing(app: &AppHandle) -> Html {
    let slot = classed("div", "notice-slot").set("aria-live", "polite");
    let Some(pledge) = &app.pledge else {
        return slot.html();
    };
    let told = if contents::holds(app) {
        let on_withdraw = act(app, Action::SetPledge(None));
        let withdraw = button(words::WITHDRAW.into(), on_withdraw).quiet();
        let on = link(app, Screen::Package).class("button button--primary");
        let ways = classed("div", "cluster")
            .put(on.says(&forms::go_on(forms::PACKAGE)))
            .put(withdraw.html());
        let holds = words::pledge_holds(&pledge.name, pledge.date);
        classed("div", "notice notice--good")
            .key("holds")
            .put(el("p").say(&holds).html())
            .put(ways.html())
    } else {
        let void = el("strong").say(words::PLEDGE_VOID).html();
        let was = words::pledge_was(&pledge.name, pledge.date);
        classed("div", "notice notice--warning")
            .key("void")
            .put(el("p").put(void).html())
            .put(el("p").say(&was).html())
    };
    slot.put(told.html()).html()
}
