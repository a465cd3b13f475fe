//! All clauses of a level, each unfolding to its reasons.

use assess::{ClauseLine, LevelLine};
use wording::explain::in_order;
use yew::prelude::*;

use crate::state::AppState;
use crate::ui::{AuthorityTag, Details};
use crate::verdict::{conclusion, explain, reasons};

/// All clauses of a level, in the order of an argument.
pub(super) fn clauses(app: &AppState, level: &LevelLine) -> Html {
    html! {
        <ul class="clauses">
            for line in in_order(level) {
                <li class="stack" key={line.id.clone()}>{ clause(app, level, line) }</li>
            }
        </ul>
    }
}

fn clause(app: &AppState, level: &LevelLine, line: &ClauseLine) -> Html {
    let explain = explain(app);
    let reason = explain.clause(level, line);
    let def = explain.labels().clause_def(&line.id);
    html! {
        <>
            <Details summary={reason.text.clone()}>
                { reasons::reasons(&reason.parts) }
            </Details>
            <div class="cluster">
                { conclusion::tags(&line.conclusion) }
                if let Some(def) = def {
                    <AuthorityTag authority={def.authority} locator={def.locator.clone()} />
                }
            </div>
        </>
    }
}
