//! The answer for a level at a glance: whether, by which route, if not why and when.

use assess::{LevelLine, RouteLine, Verdict};
use wording::ui::verdict as words;
use yew::Html;

use crate::screen::Screen;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{classed, el, text, words as words_in};
use crate::ui::link;
use crate::verdict::nearest::nearest;
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
    let mut routes = classed("ul", "glance");
    for route in &level.routes {
        routes = routes.put(glance(app, level, route));
    }
    classed("section", look)
        .key(&level.id)
        .put(head.html())
        .put(words_in("p", "route__verdict", &explain.level(level)))
        .put(routes.html())
        .put(el("div").put(otherwise(app, level)).html())
        .put(conclusion::stand_ins(explain, &level.conclusion, &name))
        .html()
}

/// A route in a line: its verdict, its name, which leads to it, and its year.
fn glance(app: &AppHandle, level: &LevelLine, route: &RouteLine) -> Html {
    let explain = explain(app);
    let name = explain.labels().route(&level.id, &route.id);
    let to = link(app, Screen::Result).focus(Some(route_id(level, route)));
    let year = explain.earliest_year(route);
    classed("li", "glance__route")
        .key(&route.id)
        .put(crate::ui::verdict_tag(route.conclusion.verdict))
        .put(to.says(&name))
        .put(words_in("span", "glance__year", &words::earliest_in(&year)))
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
