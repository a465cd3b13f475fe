//! The answer for a level at a glance: whether, by which route, if not why and when.

use assess::{LevelLine, Verdict};
use wording::ui::verdict as words;
use yew::Html;

use crate::state::AppState;
use crate::ui::el::{classed, el, words as words_in};
use crate::verdict::nearest::nearest;
use crate::verdict::{conclusion, explain};

/// The answer for a level.
pub(super) fn answer(app: &AppState, level: &LevelLine) -> Html {
    let explain = explain(app);
    let look = match level.conclusion.verdict {
        Verdict::Met => "notice notice--good",
        Verdict::NotMet => "notice notice--danger",
        Verdict::Open => "notice notice--warning",
    };
    let name = explain.labels().level(&level.id);
    classed("div", look)
        .put(words_in("p", "route__verdict", &explain.level(level)))
        .put(el("div").put(otherwise(app, level)).html())
        .put(conclusion::stand_ins(explain, &level.conclusion, &name))
        .html()
}

/// Where the level does not hold: the nearest route, what it lacks and when it can be met.
fn otherwise(app: &AppState, level: &LevelLine) -> Html {
    let explain = explain(app);
    let told = el("p");
    let Some(route) = nearest(level) else {
        return told.html();
    };
    let earliest = words::earliest(&explain.earliest_year(route));
    if level.conclusion.verdict != Verdict::Met {
        let told = told.say(&words::nearest(&explain.route(level, route).text));
        return told.say(&earliest).html();
    }
    let closes = route.earliest.closes.is_some();
    told.say(if closes { &earliest } else { "" }).html()
}
