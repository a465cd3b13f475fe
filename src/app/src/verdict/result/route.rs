//! A route: its verdict, the gates, the rest, why, when, and on what it rests.

use assess::{LevelLine, Point, RouteId, RouteLine, Verdict};
use wording::ui::verdict as words;
use yew::prelude::*;

use super::advice::advice;
use crate::state::AppHandle;
use crate::ui::el::{all, classed, el, words as texts};
use crate::ui::{Late, SummaryRow, authority_tag, summary_list, verdict_tag};
use crate::verdict::{conclusion, explain, level_of, reasons};

/// So many findings are told of one clause; the rest is unfolded elsewhere.
const MOST: usize = 4;

/// A route of a level.
pub(super) fn route(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Html {
    let explain = explain(app);
    let name = explain.labels().route(&level.id, &line.id);
    let about = format!("{} {name}", explain.labels().level(&level.id));
    let mut verdict = classed("p", "route__verdict");
    verdict = verdict.put(conclusion::tags(&line.conclusion));
    if level.recommended.as_ref() == Some(&line.id) {
        verdict = verdict.put(texts("span", "tag tag--done", words::RECOMMENDED));
    }
    let mut parts = vec![el("h3").say(&name).html(), verdict.html()];
    parts.push(summary_list(rows(app, level, line)));
    parts.push(shortest(app, level, line));
    parts.push(advice(app, level, line));
    parts.push(conclusion::stand_ins(explain, &line.conclusion, &about));
    if let Some(def) = explain.labels().route_def(&level.id, &line.id) {
        let told = classed("div", "stack--tight").put(el("p").say(&def.text).html());
        parts.push(told.put(authority_tag(def.authority, &def.locator)).html());
    }
    parts.push(in_full(app, (&level.id, &line.id), about));
    all(parts)
}

/// All reasons of a route, drawn when they are asked for.
fn in_full(app: &AppHandle, (level, route): (&str, &str), about: String) -> Html {
    let (app, level, route) = (app.clone(), level.to_owned(), route.to_owned());
    let inside = Callback::from(move |()| {
        let found = level_of(&app, &level).and_then(|level| {
            let mut routes = level.routes.iter();
            Some((level, routes.find(|line| line.id == route)?))
        });
        found.map_or_else(Html::default, |(level, line)| {
            reasons::reasons(&app, &explain(&app).route(level, line).parts)
        })
    });
    html! { <Late summary={words::UNFOLD} {about} {inside} /> }
}

/// Whether the gates hold, whether the rest does, when at the earliest.
fn rows(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Vec<SummaryRow> {
    let gates = level.gates().map(|gate| gate.conclusion.verdict);
    let gates = gates.fold(Verdict::Met, Verdict::and);
    let row = |key: &'static str, value: Html| SummaryRow {
        id: key.to_owned(),
        key: key.into(),
        value,
        action: all(Vec::new()),
    };
    let earliest = explain(app).earliest_year(line);
    vec![
        row(words::GATES, verdict_tag(gates)),
        row(words::BESIDE_GATES, conclusion::tags(&line.beside_gates)),
        row(words::EARLIEST, el("span").say(&earliest).html()),
    ]
}

/// The clauses that decide, the sufficient ones first, each with what was needed and what was found.
fn shortest(app: &AppHandle, level: &LevelLine, line: &RouteLine) -> Html {
    let stack = classed("div", "stack");
    let title = match line.conclusion.verdict {
        Verdict::Open => return stack.html(),
        Verdict::Met => words::WHY_MET,
        Verdict::NotMet => words::WHY_NOT,
    };
    let id = RouteId {
        level: &level.id,
        route: &line.id,
    };
    let engine = app.rules.engine();
    let argument = engine.argue(&app.dossier, &app.assessment, id);
    let mut whys = classed("ul", "whys");
    // What a met route rests on beside the gates: that they hold stands above.
    let met = line.conclusion.verdict == Verdict::Met;
    let points = argument.iter().flat_map(|argument| &argument.points);
    for point in points.filter(|point| !met || line.requires.contains(&point.clause.id)) {
        whys = whys.put(of_point(app, point));
    }
    let stack = stack.put(el("h4").say(title).html());
    stack.put(whys.html()).html()
}

fn of_point(app: &AppHandle, point: &Point) -> Html {
    let explain = explain(app);
    let told = explain.findings(&point.findings).into_iter();
    let told = told.filter(|reason| reason.verdict == point.verdict);
    let told: Vec<String> = told.map(|reason| reason.text).collect();
    let mut facts = classed("ul", "facts");
    for text in told.iter().take(MOST) {
        facts = facts.put(el("li").say(text).html());
    }
    let more = told.len().saturating_sub(MOST);
    if more > 0 {
        facts = facts.put(el("li").say(&words::more_reasons(more)).html());
    }
    let name = el("strong").say(&explain.labels().clause(&point.clause.id));
    let item = el("li").key(&point.clause.id).put(name.html());
    item.put(facts.html()).html()
}
