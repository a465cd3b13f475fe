//! How many conditions hold in each category.

use assess::{LevelLine, Verdict};
use rulebook::Part;
use wording::ui::verdict as words;
use yew::Html;

use super::conditions;
use crate::state::AppState;
use crate::ui::el::{classed, el};
use crate::verdict::{explain, levels, target};

/// A table of the conditions that hold, by category, level and part.
pub(super) fn categories(app: &AppState) -> Html {
    let labels = explain(app).labels();
    let levels = levels(&app.assessment, target(app));
    let columns = columns(&levels, &app.book().part);
    let cell = |tag: &'static str, scope: &'static str, text: &str| {
        el(tag).set("scope", scope).say(text).html()
    };
    let mut head = el("tr").put(cell("th", "col", words::CATEGORY));
    for (level, part) in &columns {
        let column = words::part_column(&labels.level(&level.id), &part.label);
        head = head.put(cell("th", "col", &column));
    }
    let mut body = el("tbody");
    for category in &app.book().category {
        let mut row = el("tr").put(cell("th", "row", &category.label));
        for (level, part) in &columns {
            let count = count(app, level, (&part.id, &category.id));
            row = row.put(el("td").say(&count).html());
        }
        body = body.put(row.html());
    }
    let table = classed("table", "table")
        .put(el("caption").say(words::CATEGORIES).html())
        .put(el("thead").put(head.html()).html())
        .put(body.html());
    classed("div", "table-scroll")
        .set("tabindex", "0")
        .set("role", "group")
        .set("aria-label", words::CATEGORIES)
        .put(table.html())
        .html()
}

fn columns<'a>(levels: &[&'a LevelLine], parts: &'a [Part]) -> Vec<(&'a LevelLine, &'a Part)> {
    let of_level = |level: &&'a LevelLine| {
        let level = *level;
        parts.iter().map(move |part| (level, part))
    };
    levels.iter().flat_map(of_level).collect()
}

fn count(app: &AppState, level: &LevelLine, (part, category): (&str, &str)) -> String {
    let of = |verdict: Verdict| {
        let conditions = conditions(app.book(), level, part, Some(category));
        conditions
            .filter(|line| line.conclusion.verdict == verdict)
            .count()
    };
    words::part_count(of(Verdict::Met), of(Verdict::Open))
}
