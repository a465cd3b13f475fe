//! The two ways to go: everything, or only what settles the verdict.

use wording::ui::ask as words;
use yew::Html;

use crate::flow;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::{classed, el, words as texts};
use crate::ui::link;

/// The two ways to go, until one was taken: from then on they are among the ways to the main screens. The slot is always there.
pub(super) fn ways(app: &AppHandle) -> Html {
    let section = classed("section", "stack");
    if app.has_content() {
        return section.html();
    }
    let mut tasks = flow::filled_in(app.book()).into_iter();
    let full = tasks.next().unwrap_or(Screen::Check);
    let list = classed("ul", "ways")
        .put(way(app, full, (words::FULL, words::FULL_HELP)))
        .put(way(
            app,
            Screen::Ask(None),
            (words::TITLE, words::TITLE_HELP),
        ));
    let section = section.put(el("h2").say(words::WAYS).html());
    section.put(list.html()).html()
}

fn way(app: &AppHandle, to: Screen, (name, help): (&str, &str)) -> Html {
    let link = link(app, to).class("button").says(name);
    let card = classed("li", "card stack--tight").put(link);
    card.put(texts("p", "field__help", help)).html()
}
