//! A level: its routes side by side, all its clauses.

use assess::{LevelLine, RouteLine, Verdict};
use wording::ui::advice;
use wording::ui::verdict as words;
use yew::{AttrValue, Html};

use super::answer::route_id;
use super::clauses::clauses;
use super::route::route;
use crate::state::AppHandle;
use crate::ui::el::{all, classed, el};
use crate::ui::{authority_tag, details};
use crate::verdict::explain;

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
    let mut routes = classed("ul", "route-grid");
    for one in &line.routes {
        let item = el("li").key(&one.id).attr("class", look(line, one));
        let item = item.attr("id", route_id(line, one).into());
        let item = item.set("tabindex", "-1");
        routes = routes.put(item.put(route(app, line, one)).html());
    }
    parts.push(routes.html());
    let (summary, clauses) = (words::ALL_CLAUSES.into(), clauses(app, line));
    parts.push(details("details", summary, &name, clauses));
    all(parts)
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
