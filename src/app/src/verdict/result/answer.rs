//! The answer for a level at a glance: whether, by which route, if not why and when.

use assess::{LevelLine, Verdict};
use wording::ui::verdict as words;
use yew::prelude::*;

use crate::state::AppState;
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
    html! {
        <div class={look}>
            <p class="route__verdict">{ explain.level(level) }</p>
            <div>{ otherwise(app, level) }</div>
            { conclusion::stand_ins(explain, &level.conclusion, explain.labels().level(&level.id)) }
        </div>
    }
}

/// Where the level does not hold: the nearest route, what it lacks and when it can be met.
fn otherwise(app: &AppState, level: &LevelLine) -> Html {
    let explain = explain(app);
    let Some(route) = nearest(level) else {
        return html! { <p></p> };
    };
    let earliest = words::earliest(&explain.earliest_year(route));
    if level.conclusion.verdict == Verdict::Met {
        let closes = route.earliest.closes.is_some();
        return html! { <p>{ if closes { earliest } else { String::new() } }</p> };
    }
    html! {
        <p>
            { words::nearest(&explain.route(level, route).text) }
            { earliest }
        </p>
    }
}
