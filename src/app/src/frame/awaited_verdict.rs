//! The live verdict before there is an engine.

use wording::ui::{forms, verdict as words};
use yew::Html;

use crate::screen::Screen;
use crate::state::{Absent, AppHandle};
use crate::ui::el::{classed, words as texts};
use crate::ui::link;
use crate::verdict::target;

/// The live verdict before there is an engine: the same levels, and whether they will be judged.
pub(super) fn awaited_verdict(app: &AppHandle, absent: Absent) -> Html {
    let book = app.book();
    let target = target(app);
    let (busy, text) = match absent {
        Absent::Awaited => ("true", forms::VERDICT_AWAITED),
        Absent::Missing => ("false", forms::VERDICT_MISSING),
    };
    let mut levels = classed("div", "verdict-bar__levels");
    for level in &book.level {
        if target.is_some_and(|id| id != level.id) {
            continue;
        }
        let label = texts("span", "verdict-bar__label", &level.label);
        let value = texts("span", "verdict-bar__value", text);
        let item = classed("p", "verdict-bar__item").key(&level.id);
        levels = levels.put(item.put(label).put(value).html());
    }
    classed("section", "verdict-bar")
        .set("aria-label", words::BAR)
        .set("aria-busy", busy)
        .put(levels.html())
        .put(link(app, Screen::Result).says(words::TO_RESULT))
        .html()
}
