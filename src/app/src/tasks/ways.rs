//! The two ways to go: everything, or only what settles the verdict.

use wording::ui::ask as words;
use yew::Html;

use crate::flow;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::{classed, el, words as texts};
use crate::ui::link;

use super::{Progress, progress};

/// The two ways to go.
pub(super) fn ways(app: &AppHandle) -> Html {
    let filled_in = flow::filled_in(app.book());
    let mut left = filled_in
        .iter()
        .filter(|task| progress(app, task) != Some(Progress::Done));
    let first = left.next().or_else(|| filled_in.first());
    let full = first.cloned().unwrap_or(Screen::Check);
    let list = classed("ul", "ways")
        .put(way(app, full, (words::FULL, words::FULL_HELP)))
        .put(way(
            app,
            Screen::Ask(None),
            (words::TITLE, words::TITLE_HELP),
        ));
    let section = classed("section", "stack").put(el("h2").say(words::WAYS).html());
    section.put(list.html()).html()
}

fn way(app: &AppHandle, to: Screen, (name, help): (&str, &str)) -> Html {
    let link = link(app, to).class("button").says(name);
    let card = classed("li", "card stack--tight").put(link);
    card.put(texts("p", "field__help", help)).html()
}
