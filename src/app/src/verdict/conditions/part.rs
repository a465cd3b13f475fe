//! A part of the conditions: how many are needed and found at each level, then one by one.

use assess::{ClauseLine, LevelLine, Verdict};
use rulebook::{Book, Part, Rule};
use wording::ui::verdict as words;
use yew::Html;

use super::condition::{condition, folded};
use super::conditions;
use crate::platform::page;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{all, classed, el};
use crate::verdict::{conclusion, explain, levels, target};

/// A part of the conditions of a category.
pub(super) fn part(app: &AppHandle, part: &Part, category: Option<&str>) -> Html {
    let levels = levels(&app.assessment, target(app));
    let mut needs = classed("ul", "needs");
    for level in &levels {
        let item = classed("li", "cluster").key(&level.id);
        needs = needs.put(item.put(need(app, level, (part, category))).html());
    }
    let mut stack = classed("div", "stack");
    stack = stack
        .put(el("h2").say(&part.label).html())
        .put(needs.html());
    let narrow = page::is_narrow();
    for id in ids(app.book(), &levels, (part, category)) {
        let card = classed("article", "card stack").key(id);
        let told = if narrow {
            folded(app, &levels, id)
        } else {
            condition(app, &levels, id)
        };
        stack = stack.put(card.put(told).html());
    }
    stack.html()
}

/// The ids of the conditions, in the order of the book, of whichever level has them.
fn ids<'a>(
    book: &'a Book,
    levels: &[&'a LevelLine],
    (part, category): (&'a Part, Option<&'a str>),
) -> Vec<&'a str> {
    let has = |id: &str| {
        let mut levels = levels.iter();
        levels.any(|level| conditions(book, level, &part.id, category).any(|line| line.id == id))
    };
    let clauses = book.clause.iter().map(|clause| clause.id.as_str());
    clauses.filter(|id| has(id)).collect()
}

/// How many a level needs and has.
fn need(app: &AppState, level: &LevelLine, (part, category): (&Part, Option<&str>)) -> Html {
    let name = explain(app).labels().level(&level.id);
    let count = |verdict: Verdict| {
        let lines = conditions(app.book(), level, &part.id, category);
        lines
            .filter(|line| line.conclusion.verdict == verdict)
            .count()
    };
    let Some((need, line)) = needed(app.book(), level, &part.id) else {
        return el("span").say(&name).html();
    };
    let told = words::part_need(&name, need, count(Verdict::Met), count(Verdict::Open));
    let tags = conclusion::tags(&line.conclusion);
    all(vec![el("span").say(&told).html(), tags])
}

/// The clause of a level that counts the conditions of a part, and how many it needs.
fn needed<'a>(book: &Book, level: &'a LevelLine, part: &str) -> Option<(u32, &'a ClauseLine)> {
    level.clauses.iter().find_map(|line| {
        let def = book.clause.iter().find(|clause| clause.id == line.id)?;
        let count = count_in(&def.form(&level.id)?.rule, part)?;
        Some((count, line))
    })
}

fn count_in(rule: &Rule, part: &str) -> Option<u32> {
    match rule {
        Rule::Part(count) if count.part == part => Some(count.at_least),
        Rule::All(rules) | Rule::Any(rules) => rules.iter().find_map(|rule| count_in(rule, part)),
        _ => None,
    }
}
