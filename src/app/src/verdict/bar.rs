//! The live verdict, always in view.

use std::rc::Rc;

use assess::{Assessment, LevelLine, Node, NodeKind, Outline};
use wording::ui::verdict as words;
use yew::prelude::*;

use super::{conclusion, explain, target};
use crate::screen::Screen;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{classed, words as texts};
use crate::ui::{link, still};
use crate::verdict::rehearsal::Rehearsal;
use crate::verdict::spoken::Spoken;

/// What the live verdict shows.
struct Shown {
    /// Another one whenever anything was judged.
    assessment: Rc<Assessment>,
    outline: Option<Rc<Outline>>,
    behind: bool,
    typing: bool,
    target: Option<String>,
    screen: Screen,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.assessment, &other.assessment)
            && self.outline == other.outline
            && (self.behind, self.typing) == (other.behind, other.typing)
            && (&self.target, &self.screen) == (&other.target, &other.screen)
    }
}

/// The live verdict: of the level that is applied for, or of each while none is chosen.
///
/// Read aloud only when a verdict changes, not at every change of the score, nor while a person types.
pub(crate) fn verdict_bar(app: &AppHandle) -> Html {
    let shown = Shown {
        assessment: Rc::clone(&app.assessment),
        outline: app.outline.clone(),
        behind: is_behind(app),
        typing: app.history.typing().is_some(),
        target: target(app).map(str::to_owned),
        screen: app.screen.clone(),
    };
    let app = app.clone();
    still("verdict", shown, move |shown| drawn(&app, shown))
}

fn drawn(app: &AppHandle, shown: &Shown) -> Html {
    let chosen = app.aims();
    let labels = explain(app).labels();
    let spoken = AttrValue::from(self::spoken(app, &chosen));
    let mut levels = classed("div", "verdict-bar__levels");
    for level in &chosen {
        let value = classed("span", "verdict-bar__value");
        let value = value.put(conclusion::tags(app.conclusion(level))).html();
        let label = texts("span", "verdict-bar__label", &labels.level(&level.id));
        let item = classed("p", "verdict-bar__item").key(&level.id);
        levels = levels.put(item.put(label).put(value).html());
    }
    let mut more = classed("div", "verdict-bar__more");
    if let [level] = chosen.as_slice() {
        more = more.put(route(app, level)).put(score(app, level));
    }
    classed("section", "verdict-bar")
        .set("aria-label", words::BAR)
        // What is typed is judged a moment later.
        .set("aria-busy", if shown.behind { "true" } else { "false" })
        .put(html! { <Spoken {spoken} typing={shown.typing} /> })
        .put(levels.html())
        .put(more.html())
        .put(link(app, Screen::Result).says(words::TO_RESULT))
        .put(html! { <Rehearsal app={app.clone()} /> })
        .html()
}

/// Whether what was typed last is not judged yet.
fn is_behind(app: &AppState) -> bool {
    app.stale && app.outline.is_none()
}

fn spoken(app: &AppState, levels: &[&LevelLine]) -> String {
    let labels = explain(app).labels();
    let one = |level: &&LevelLine| {
        let conclusion = app.conclusion(level);
        let reference = conclusion.is_reference();
        words::spoken(&labels.level(&level.id), conclusion.verdict, reference)
    };
    let all: Vec<String> = levels.iter().map(one).collect();
    all.join("。")
}

/// The recommended route or the nearest. Which is nearest is not told anew at every key.
fn route(app: &AppState, level: &LevelLine) -> Html {
    let own = level.recommended.as_deref();
    let recommended = app
        .outlined(level)
        .map_or(own, |outlined| outlined.recommended.as_deref());
    let label = if recommended.is_some() {
        words::BEST_ROUTE
    } else {
        words::NEAREST_ROUTE
    };
    let labels = explain(app).labels();
    let named =
        recommended.or_else(|| app.assessment.nearest(level).map(|route| route.id.as_str()));
    let route = named.map(|route| labels.route(&level.id, route));
    classed("p", "verdict-bar__item verdict-bar__item--route")
        .put(texts("span", "verdict-bar__label", label))
        .put(texts(
            "span",
            "verdict-bar__value",
            &route.unwrap_or_default(),
        ))
        .html()
}

/// The score against the line, where a clause of the level asks for it.
fn score(app: &AppState, level: &LevelLine) -> Html {
    let sheet = app.assessment.score.as_ref();
    let sheet = sheet.filter(|_| looks_at_score(level));
    let mut item = classed("p", "verdict-bar__item verdict-bar__item--score");
    if let Some(sheet) = sheet {
        let label = words::score_label(sheet.line);
        item = item.put(texts("span", "verdict-bar__label", &label));
        let outlined = app.outline.as_ref().and_then(|outline| outline.total);
        let total = wording::span(outlined.unwrap_or(sheet.total));
        item = item.put(texts("span", "verdict-bar__value", &total));
    }
    item.html()
}

/// Whether any clause of a level asks for the score.
pub(super) fn looks_at_score(level: &LevelLine) -> bool {
    let mut clauses = level.clauses.iter();
    clauses.any(|clause| asks_for_score(&clause.explanation))
}

fn asks_for_score(node: &Node) -> bool {
    matches!(node.kind, NodeKind::ScoreReachesLine { .. })
        || node.children.iter().any(asks_for_score)
}
