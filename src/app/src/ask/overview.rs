//! Where one stands: the verdict when it is final, else what is left to ask.

use assess::Verdict;
use wording::ui::{ask as words, forms, verdict};
use yew::Html;

use super::standing::left;
use crate::screen::Screen;
use crate::state::{Action, AppHandle, AppState, Guide, act};
use crate::ui::el::{all, classed, el, words as texts};
use crate::ui::{button, link, screen_frame};
use crate::verdict::explain;

/// Where one stands.
pub(super) fn overview(app: &AppHandle) -> Html {
    let body = if app.is_settled() {
        settled(app)
    } else {
        open(app)
    };
    screen_frame(app, words::TITLE.into(), words::INTRO.into(), body)
}

/// The verdict on each level that is aimed at.
pub(super) fn told(app: &AppState) -> Html {
    let explain = explain(app);
    let mut told = classed("div", "stack--tight");
    for level in app.aims() {
        let look = match level.conclusion.verdict {
            Verdict::Met => "notice notice--good",
            Verdict::NotMet => "notice notice--danger",
            Verdict::Open => "notice notice--warning",
        };
        let line = classed("p", look).key(&level.id);
        told = told.put(line.say(&explain.level(level)).html());
    }
    told.html()
}

fn settled(app: &AppHandle) -> Html {
    let result = link(app, Screen::Result).class("button button--primary");
    let tasks = link(app, Screen::Tasks).class("button");
    let ways = classed("div", "cluster continue").put(result.says(verdict::TO_RESULT));
    all(vec![
        texts("p", "ask__left", words::SETTLED),
        told(app),
        el("p").say(words::SETTLED_MORE).html(),
        ways.put(tasks.says(forms::TO_TASKS)).html(),
    ])
}

fn open(app: &AppHandle) -> Html {
    let asks = app.asks();
    let known = asks.is_some();
    let asks = asks.unwrap_or_default();
    let any_left = asks.iter().any(|ask| !app.is_left_out(&ask.place));
    let tasks = link(app, Screen::Tasks).class("button button--quiet");
    let mut ways = classed("div", "cluster continue");
    let mut parts = Vec::new();
    if any_left || !known {
        parts.push(left(app));
        let next = act(app, Action::Guide(Guide::Next));
        ways = ways.put(button(words::BEGIN.into(), next).primary().html());
    } else if asks.is_empty() {
        parts.push(el("p").say(words::NO_HELP).html());
        let result = link(app, Screen::Result).class("button button--primary");
        ways = ways.put(result.says(verdict::TO_RESULT));
    } else {
        parts.push(el("p").say(words::ONLY_LEFT_OUT).html());
        let mut list = el("ul");
        for ask in &asks {
            let text = verdict::missing_place(explain(app), &ask.place);
            let to = link(app, Screen::Ask(Some(ask.place.clone())));
            list = list.put(el("li").put(to.says(&text)).html());
        }
        parts.push(list.html());
        let again = act(app, Action::Guide(Guide::Again));
        ways = ways.put(button(words::AGAIN.into(), again).primary().html());
    }
    parts.push(ways.put(tasks.says(forms::TO_TASKS)).html());
    parts.push(el("h2").say(words::STANDING).html());
    parts.push(told(app));
    all(parts)
}
