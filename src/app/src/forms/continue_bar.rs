//! The way on from a screen.

use wording::ui::forms as words;
use yew::Html;

use crate::flow;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::{classed, el};
use crate::ui::link;

/// The way on: to the next screen, or straight back to where an answer was to be changed.
pub(crate) fn continue_bar(app: &AppHandle) -> Html {
    bar(app, "button button--primary")
}

/// The way on from a screen on which something else is to be done first; nothing once what was done has its own.
pub(crate) fn way_on(app: &AppHandle, has_own: bool) -> Html {
    if has_own {
        return el("div").html();
    }
    bar(app, "button")
}

fn bar(app: &AppHandle, look: &'static str) -> Html {
    let next = flow::after(app.book(), &app.screen);
    let (to, label) = match &app.return_to {
        Some(back) => (back.clone(), words::back_to(&flow::name(app.book(), back))),
        None => (next.clone(), words::go_on(&flow::name(app.book(), &next))),
    };
    let on = link(app, to).class(look).says(&label);
    let tasks = link(app, Screen::Tasks).class("button button--quiet");
    let bar = classed("div", "cluster continue").put(on);
    bar.put(tasks.says(words::TO_TASKS)).html()
}
