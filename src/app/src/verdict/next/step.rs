//! A step of the procedure.

use rulebook::Actor;
use wording::ui::verdict as words;
use yew::prelude::*;

use super::concerned;
use super::plan::{Days, Planned};
use crate::state::AppState;
use crate::ui::AuthorityTag;

/// The class of a step by whose turn it is.
pub(super) fn look(by: Actor) -> &'static str {
    match by {
        Actor::Applicant => "timeline__step--applicant",
        Actor::Employer => "timeline__step--employer",
        Actor::Department | Actor::Office | Actor::Committee => "timeline__step--department",
    }
}

/// A step: what happens, whose turn it is, its period and earliest days.
pub(super) fn step(app: &AppState, planned: &Planned<'_>) -> Html {
    let step = planned.step;
    let concerned = concerned(app, step);
    html! {
        <>
            <h2 class="timeline__name">{ &step.title }</h2>
            <p class="timeline__who">{ wording::term::actor(step.by) }</p>
            if !concerned.is_empty() {
                <p class="timeline__who">{ words::concerns(&concerned) }</p>
            }
            <p>{ &step.text }</p>
            <p class="timeline__date">
                if let Some(period) = step.period {
                    { wording::term::period(period) }
                    { "：" }
                }
                { days(planned.days) }
                if planned.provisional {
                    { "（" }{ words::PROVISIONAL }{ "）" }
                }
            </p>
            <AuthorityTag authority={step.authority} locator={step.locator.clone()} />
        </>
    }
}

fn days(days: Days) -> String {
    match days {
        Days::From(day) => day.map(words::not_before).unwrap_or_default(),
        Days::Display { opened, last } => words::display_days(opened, last),
        Days::Ahead { report, follows } => words::ahead_days(report, follows),
    }
}
