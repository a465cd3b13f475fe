//! A level: its routes side by side, all its clauses.

use assess::{LevelLine, RouteLine, Verdict};
use wording::ui::advice;
use wording::ui::verdict as words;
use yew::prelude::*;

use super::answer::route_id;
use super::clauses::clauses;
use super::route::route;
use crate::platform::page;
use crate::state::AppHandle;
use crate::ui::el::{all, classed, el, text};
use crate::ui::{Late, authority_tag, verdict_tag};
use crate::verdict::{explain, level_of};

/// A level with its routes.
pub(super) fn level(app: &AppHandle, line: &LevelLine) -> Html {
    let name = explain(app).labels().level(&line.id);
    let head = el("h2").say(&advice::routes_of(&name));
    let mut parts = vec![head.html()];
    let mut levels = app.book().level.iter();
    if let Some(def) = levels.find(|level| level.id == line.id) {
        parts.push(el("p").say(&def.text).html());
        parts.push(authority_tag(def.authority, &def.locator));
    }
    // On a narrow screen the best or nearest route comes first, the others are folded below it.
    let narrow = page::is_narrow();
    let nearest = app.assessment.nearest(line);
    let mut routes = classed("ul", "route-grid");
    let (first, others): (Vec<_>, Vec<_>) = line
        .routes
        .iter()
        .partition(|one| narrow && nearest == Some(one));
    for one in first.into_iter().chain(others) {
        let item = el("li").key(&one.id).attr("class", look(line, one));
        let item = item.attr("id", route_id(line, one).into());
        let item = item.set("tabindex", "-1");
        let folds = narrow && nearest != Some(one);
        let told = if folds {
            folded(app, line, one)
        } else {
            route(app, line, one)
        };
        routes = routes.put(item.put(told).html());
    }
    parts.push(routes.html());
    parts.push(in_full(app, &line.id, name));
    all(parts)
}

/// All clauses of a level, drawn when they are asked for.
fn in_full(app: &AppHandle, level: &str, about: String) -> Html {
    let (app, level) = (app.clone(), level.to_owned());
    let inside = Callback::from(move |()| {
        let found = level_of(&app, &level);
        found.map_or_else(Html::default, |level| clauses(&app, level))
    });
    html! { <Late summary={words::ALL_CLAUSES} {about} {inside} /> }
}

/// A route of which the verdict is told; the rest unfolds, and is printed.
fn folded(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Html {
    let name = explain(app).labels().route(&level.id, &line.id);
    let summary = el("summary")
        .put(verdict_tag(line.conclusion.verdict))
        .put(text(&name))
        .html();
    let inside = classed("div", "stack").put(route(app, level, line)).html();
    let fold = classed("details", "details").put(summary);
    fold.put(inside).html()
}

fn look(level: &LevelLine, route: &RouteLine) -> AttrValue {
    let verdict = match route.conclusion.verdict {
        Verdict::Met => "route route--met",
        Verdict::NotMet => "route route--not-met",
        Verdict::Open => "route route--open",
    };
    if level.recommended.as_ref() == Some(&route.id) {
        return [verdict, " route--best"].concat().into();
    }
    verdict.into()
}
