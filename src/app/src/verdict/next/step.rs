//! A step of the procedure.

use rulebook::Actor;
use wording::procedure::{Days, Planned};
use wording::ui::verdict as words;
use yew::Html;

use super::concerned;
use crate::state::AppState;
use crate::ui::authority_tag;
use crate::ui::el::{classed, el, words as texts};

/// The class of a step by whose turn it is.
fn look(by: Actor) -> &'static str {
    match by {
        Actor::Applicant => "timeline__step timeline__step--applicant",
        Actor::Employer => "timeline__step timeline__step--employer",
        Actor::Department | Actor::Office | Actor::Committee => {
            "timeline__step timeline__step--department"
        }
    }
}

/// A step: what happens, whose turn it is, its period and earliest days.
pub(super) fn step(app: &AppState, planned: &Planned<'_>) -> Html {
    let step = planned.step;
    let concerned = concerned(app, step);
    let mut item = el("li").key(&step.id).class(look(step.by));
    let head = classed("div", "timeline__head")
        .put(texts("h2", "timeline__name", &step.title))
        .put(texts("p", "timeline__who", wording::term::actor(step.by)));
    item = item.put(head.html());
    if !concerned.is_empty() {
        item = item.put(texts("p", "timeline__who", &words::concerns(&concerned)));
    }
    let mut date = classed("p", "timeline__date");
    if let Some(period) = step.period {
        date = date.say(&wording::term::period(period)).say("：");
    }
    date = date.say(&days(planned.days));
    if planned.provisional {
        date = date.say("（").say(words::PROVISIONAL).say("）");
    }
    let date = classed("div", "timeline__head").put(date.html());
    let date = date.put(authority_tag(step.authority, &step.locator));
    item.put(el("p").say(&step.text).html())
        .put(date.html())
        .html()
}

fn days(days: Days) -> String {
    match days {
        Days::From(day) => day.map(words::not_before).unwrap_or_default(),
        Days::Display { opened, last } => words::display_days(opened, last),
        Days::Ahead { report, follows } => words::ahead_days(report, follows),
    }
}
