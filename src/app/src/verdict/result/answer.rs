//! The answer for a level at a glance: whether, by which route, if not why and when.

use assess::{LevelLine, RouteLine, Verdict};
use wording::ui::verdict as words;
use yew::Html;

use crate::state::{AppHandle, AppState};
use crate::ui::el::{classed, el, text, words as words_in};
use crate::verdict::{conclusion, explain};

/// The answer for a level.
pub(super) fn answer(app: &AppHandle, level: &LevelLine, target: bool) -> Html {
    let explain = explain(app);
    let look = match level.conclusion.verdict {
        Verdict::Met => "notice notice--good",
        Verdict::NotMet => "notice notice--danger",
        Verdict::Open => "notice notice--warning",
    };
    let name = explain.labels().level(&level.id);
    let mut head = classed("h2", "cluster").put(text(&name));
    if target {
        head = head.put(words_in("span", "tag", words::TARGET));
    }
    classed("section", look)
        .key(&level.id)
        .put(head.html())
        .put(words_in("p", "route__verdict", &explain.level(level)))
        .put(el("div").put(otherwise(app, level)).html())
        .put(conclusion::stand_ins(explain, &level.conclusion, &name))
        .html()
}

/// The id of the box of a route.
pub(super) fn route_id(level: &LevelLine, route: &RouteLine) -> String {
    format!("route-{}-{}", level.id, route.id)
}

/// Where the level does not hold: the nearest route, what it lacks and when it can be met.
fn otherwise(app: &AppState, level: &LevelLine) -> Html {
    let explain = explain(app);
    let told = el("p");
    let Some(route) = app.assessment.nearest(level) else {
        return told.html();
    };
    let name = explain.labels().route(&level.id, &route.id);
    let lacks = explain.lacks(level, route);
    let earliest = words::earliest(&explain.earliest_year(route));
    match level.conclusion.verdict {
        Verdict::Met if route.earliest.closes.is_none() => told.html(),
        Verdict::Met => told.say(&earliest).html(),
        Verdict::NotMet => {
            let told = told.say(&words::nearest(&name, &lacks));
            told.say(&earliest).html()
        }
        Verdict::Open => told.say(&words::look_first(&name, &lacks)).html(),
    }
}
