//! A condition: what each level asks, whether it holds, what was found.

use assess::LevelLine;
use yew::Html;

use crate::state::AppHandle;
use crate::ui::el::{all, classed, el, text};
use crate::ui::{authority_tag, verdict_tag};
use crate::verdict::{conclusion, explain, reasons};

/// A condition of which the verdict at the first level is told; the rest unfolds, and is printed. For a phone.
pub(super) fn folded(app: &AppHandle, levels: &[&LevelLine], id: &str) -> Html {
    let mut summary = el("summary");
    let line = levels.first().and_then(|level| level.clause(id));
    if let Some(line) = line {
        summary = summary.put(verdict_tag(line.conclusion.verdict));
    }
    let summary = summary.put(text(&explain(app).labels().clause(id)));
    let inside = classed("div", "stack").put(condition(app, levels, id));
    classed("details", "details")
        .put(summary.html())
        .put(inside.html())
        .html()
}

/// A condition at every level that has it.
pub(super) fn condition(app: &AppHandle, levels: &[&LevelLine], id: &str) -> Html {
    let labels = explain(app).labels();
    let mut parts = vec![el("h3").say(&labels.clause(id)).html()];
    if let Some(def) = labels.clause_def(id) {
        parts.push(authority_tag(def.authority, &def.locator));
    }
    let mut grid = classed("div", "level-grid");
    for level in levels {
        let section = classed("section", "stack").key(&level.id);
        grid = grid.put(section.put(at_level(app, level, id)).html());
    }
    parts.push(grid.html());
    all(parts)
}

/// What a level asks and what was found.
fn at_level(app: &AppHandle, level: &LevelLine, id: &str) -> Html {
    let explain = explain(app);
    let Some(line) = level.clause(id) else {
        return el("p").say("—").html();
    };
    let clause = explain.labels().clause_def(id);
    let form = clause.and_then(|clause| clause.form(&level.id));
    let reason = explain.clause(level, line);
    let head = classed("h4", "cluster")
        .put(text(&explain.labels().level(&level.id)))
        .put(conclusion::tags(&line.conclusion));
    let asked = form.map_or("", |form| form.text.as_str());
    all(vec![
        head.html(),
        el("p").say(asked).html(),
        reasons::reasons(app, &reason.parts),
    ])
}
