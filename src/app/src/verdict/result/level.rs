//! A level: the answer, its routes side by side, all its clauses.

use assess::LevelLine;
use wording::ui::verdict as words;
use yew::prelude::*;

use super::answer::answer;
use super::clauses::clauses;
use super::route::route;
use crate::state::AppState;
use crate::ui::{AuthorityTag, Details};
use crate::verdict::explain;

/// A level with its routes.
pub(super) fn level(app: &AppState, line: &LevelLine, target: bool) -> Html {
    let name = explain(app).labels().level(&line.id);
    let def = app.book().level.iter().find(|level| level.id == line.id);
    html! {
        <>
            <h2 class="cluster">
                { name.clone() }
                if target {
                    <span class="tag">{ words::TARGET }</span>
                }
            </h2>
            { answer(app, line) }
            if let Some(def) = def {
                <p>{ &def.text }</p>
                <AuthorityTag authority={def.authority} locator={def.locator.clone()} />
            }
            <ul class="route-grid">
                for one in line.routes.iter() {
                    <li
                        key={one.id.clone()}
                        class={classes!("route", look(line, &one.id))}
                    >
                        { route(app, line, one) }
                    </li>
                }
            </ul>
            <Details summary={words::ALL_CLAUSES} about={name}>{ clauses(app, line) }</Details>
        </>
    }
}

fn look(level: &LevelLine, route: &str) -> Classes {
    use assess::Verdict;
    let found = level.routes.iter().find(|line| line.id == route);
    let verdict = found.map(|line| line.conclusion.verdict);
    classes!(
        match verdict {
            Some(Verdict::Met) => "route--met",
            Some(Verdict::NotMet) => "route--not-met",
            Some(Verdict::Open) | None => "route--open",
        },
        (level.recommended.as_deref() == Some(route)).then_some("route--best"),
    )
}
