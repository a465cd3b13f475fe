//! A condition: what each level asks, whether it holds, what was found.

use assess::LevelLine;
use yew::prelude::*;

use crate::state::AppState;
use crate::ui::AuthorityTag;
use crate::verdict::{conclusion, explain, reasons};

/// A condition at every level that has it.
pub(super) fn condition(app: &AppState, levels: &[&LevelLine], id: &str) -> Html {
    let labels = explain(app).labels();
    html! {
        <>
            <h3>{ labels.clause(id) }</h3>
            if let Some(def) = labels.clause_def(id) {
                <AuthorityTag authority={def.authority} locator={def.locator.clone()} />
            }
            <div class="level-grid">
                for level in levels.iter().copied() {
                    <section class="stack" key={level.id.clone()}>{ at_level(app, level, id) }</section>
                }
            </div>
        </>
    }
}

/// What a level asks and what was found.
fn at_level(app: &AppState, level: &LevelLine, id: &str) -> Html {
    let explain = explain(app);
    let Some(line) = level.clause(id) else {
        return html! { <p>{ "—" }</p> };
    };
    let form = explain
        .labels()
        .clause_def(id)
        .and_then(|clause| clause.form(&level.id));
    let reason = explain.clause(level, line);
    html! {
        <>
            <h4 class="cluster">
                { explain.labels().level(&level.id) }
                { conclusion::tags(&line.conclusion) }
            </h4>
            <p>{ form.map_or("", |form| form.text.as_str()) }</p>
            { reasons::reasons(&reason.parts) }
        </>
    }
}
