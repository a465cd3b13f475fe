//! The self-score screen.

mod bars;
mod row;
mod sources;
mod table;

use assess::{Place, ScoreSheet};
use wording::ui::{forms, verdict as words};
use yew::prelude::*;

use self::bars::Bars;
use self::row::row;
use self::sources::sources;
use self::table::table;
use super::{conclusion, explain, places};
use crate::forms::ContinueBar;
use crate::state::{AppState, use_app};
use crate::ui::{AuthorityTag, ScreenFrame};

/// The self-score: total against the line, by block and row, record by record.
#[component]
pub(crate) fn ScoreScreen() -> Html {
    let app = use_app();
    html! {
        <ScreenFrame title={forms::SCORE} intro={words::SCORE_INTRO}>
            if let Some(sheet) = &app.assessment.score {
                { sheet_body(&app, sheet) }
            } else {
                <p>{ words::NO_SCORE }</p>
            }
            <ContinueBar />
        </ScreenFrame>
    }
}

fn sheet_body(app: &AppState, sheet: &ScoreSheet) -> Html {
    html! {
        <div class="stack">
            { head(app, sheet) }
            <Bars />
            { why_span(app, sheet) }
            { table(app, sheet) }
            <h2>{ words::ROWS }</h2>
            for block in sheet.blocks.iter() {
                <section class="stack" key={block.id.clone()}>
                    <h3>{ explain(app).labels().block(&block.id) }</h3>
                    <p>{ explain(app).block(block) }</p>
                    for line in sheet.rows.iter().filter(|line| line.block == block.id) {
                        <div key={line.id.clone()}>{ row(app, line) }</div>
                    }
                </section>
            }
        </div>
    }
}

/// The total against the line, and on what authority the line stands.
fn head(app: &AppState, sheet: &ScoreSheet) -> Html {
    let about = format!("：{}", forms::SCORE);
    html! {
        <div class="card stack">
            <p class="route__verdict">
                { explain(app).total(sheet) }
                { conclusion::tags(&sheet.reaches) }
            </p>
            if let Some(score) = &app.book().score {
                <p class="cluster">
                    { words::LINE }
                    <AuthorityTag authority={score.authority} locator={score.locator.clone()} />
                </p>
            }
            { conclusion::stand_ins(explain(app), &sheet.reaches, about) }
        </div>
    }
}

/// While the score is a range: what would settle it.
fn why_span(app: &AppState, sheet: &ScoreSheet) -> Html {
    let mut found: Vec<Place> = Vec::new();
    for line in sheet.rows.iter().filter(|line| !line.points.is_exact()) {
        for place in sources(app.book(), &line.id) {
            if !found.contains(&place) {
                found.push(place);
            }
        }
    }
    html! {
        <div>
            if !found.is_empty() {
                <div class="notice notice--warning">
                    <p>{ words::WHY_SPAN }</p>
                    { places::missing(explain(app), &found) }
                </div>
            }
        </div>
    }
}
