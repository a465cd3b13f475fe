//! The live verdict, always in view.

use assess::{Conclusion, LevelLine, Node, NodeKind};
use wording::ui::verdict as words;
use yew::prelude::*;

use super::nearest::nearest;
use super::{conclusion, explain, target};
use crate::screen::Screen;
use crate::state::{AppState, use_app};
use crate::ui::ScreenLink;

/// The live verdict: of the level that is applied for, or of each while none is chosen.
///
/// Read aloud only when a verdict changes, not at every change of the score.
#[component]
pub(crate) fn VerdictBar() -> Html {
    let app = use_app();
    let chosen = chosen(&app);
    html! {
        <section class="verdict-bar" aria-label={words::BAR}>
            <p class="visually-hidden" role="status">{ spoken(&app, &chosen) }</p>
            <div class="verdict-bar__levels">
                for level in chosen.iter().copied() {
                    <p class="verdict-bar__item" key={level.id.clone()}>
                        <span class="verdict-bar__label">
                            { explain(&app).labels().level(&level.id) }
                        </span>
                        <span class="verdict-bar__value">
                            { conclusion::tags(&level.conclusion) }
                        </span>
                    </p>
                }
            </div>
            <div class="verdict-bar__more">
                if let [level] = chosen.as_slice() {
                    { route(&app, level) }
                    { score(&app, level) }
                }
            </div>
            <ScreenLink to={Screen::Result}>{ words::TO_RESULT }</ScreenLink>
        </section>
    }
}

fn chosen(app: &AppState) -> Vec<&LevelLine> {
    let target = target(app);
    let levels = app.assessment.levels.iter();
    levels
        .filter(|level| target.is_none_or(|id| level.id == id))
        .collect()
}

fn spoken(app: &AppState, levels: &[&LevelLine]) -> String {
    let labels = explain(app).labels();
    let one = |level: &&LevelLine| {
        let Conclusion { verdict, .. } = level.conclusion;
        words::spoken(
            &labels.level(&level.id),
            verdict,
            level.conclusion.is_reference(),
        )
    };
    let all: Vec<String> = levels.iter().map(one).collect();
    all.join("。")
}

/// The recommended route or the nearest.
fn route(app: &AppState, level: &LevelLine) -> Html {
    let label = if level.recommended.is_some() {
        words::BEST_ROUTE
    } else {
        words::NEAREST_ROUTE
    };
    let labels = explain(app).labels();
    let route = nearest(level).map(|route| labels.route(&level.id, &route.id));
    html! {
        <p class="verdict-bar__item verdict-bar__item--route">
            <span class="verdict-bar__label">{ label }</span>
            <span class="verdict-bar__value">{ route.unwrap_or_default() }</span>
        </p>
    }
}

/// The score against the line, where a clause of the level asks for it.
fn score(app: &AppState, level: &LevelLine) -> Html {
    let asked = level
        .clauses
        .iter()
        .any(|clause| asks_for_score(&clause.explanation));
    let sheet = app.assessment.score.as_ref().filter(|_| asked);
    html! {
        <p class="verdict-bar__item verdict-bar__item--score">
            if let Some(sheet) = sheet {
                <span class="verdict-bar__label">{ words::score_label(sheet.line) }</span>
                <span class="verdict-bar__value">{ wording::span(sheet.total) }</span>
            }
        </p>
    }
}

fn asks_for_score(node: &Node) -> bool {
    matches!(node.kind, NodeKind::ScoreReachesLine { .. })
        || node.children.iter().any(asks_for_score)
}
