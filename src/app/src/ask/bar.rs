//! The way on from a question.

use assess::Place;
use wording::ui::{ask as words, forms, verdict};
use yew::Html;

use super::overview::told;
use crate::screen::Screen;
use crate::state::{Action, AppHandle, Guide, act};
use crate::ui::el::{classed, el};
use crate::ui::{button, link};

/// The way on: to the next question, past this one, or to the result once it is final.
pub(super) fn bar(app: &AppHandle, place: &Place, answered: bool, leave: &'static str) -> Html {
    let settled = app.is_settled();
    // Always there, so that readers announce what comes; the verdict is said once it is final.
    let mut status = el("div").set("role", "status");
    if settled {
        status = status.put(told(app));
    }
    let open = app.asks().is_none_or(|asks| {
        let mut places = asks.iter().map(|ask| &ask.place);
        places.any(|other| other == place)
    });
    let label = if answered || !open {
        words::NEXT
    } else {
        leave
    };
    let on = if settled {
        let result = link(app, Screen::Result).class("button button--primary");
        result.says(verdict::TO_RESULT)
    } else {
        let next = button(label.into(), act(app, Action::Guide(Guide::Next)));
        next.primary().id("ask-next".into()).html()
    };
    let tasks = link(app, Screen::Tasks).class("button button--quiet");
    let ways = classed("div", "cluster").put(on);
    classed("div", "stack continue")
        .put(status.html())
        .put(ways.put(tasks.says(forms::TO_TASKS)).html())
        .html()
}
