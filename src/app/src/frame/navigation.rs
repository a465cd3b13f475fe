//! The ways to the main screens.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::{classed, el};
use crate::ui::{link, still};

/// The ways to the main screens, with the one that is shown.
pub(crate) fn navigation(app: &AppHandle) -> Html {
    let shown = app.screen.clone();
    let app = app.clone();
    still("navigation", shown, move |_| drawn(&app))
}

fn drawn(app: &AppHandle) -> Html {
    let ways = [
        (Screen::Tasks, words::TASKS),
        (Screen::Ask(None), wording::ui::ask::TITLE),
        (Screen::Conditions, words::CONDITIONS),
        (Screen::Score, words::SCORE),
        (Screen::Result, words::RESULT),
        (Screen::Materials, words::MATERIALS),
        (Screen::Check, words::CHECK),
        (Screen::Pledge, words::PLEDGE),
        (Screen::Package, words::PACKAGE),
        (Screen::Next, words::NEXT),
    ];
    let mut list = classed("ul", "nav");
    for (screen, label) in ways {
        let way = link(app, screen).class("nav__link").says(label);
        list = list.put(el("li").put(way).html());
    }
    let nav = classed("nav", "layout__side").set("aria-label", words::NAVIGATION);
    nav.put(list.html()).html()
}
