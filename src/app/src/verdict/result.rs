//! The result screen: both levels, all routes side by side.

mod advice;
mod answer;
mod clauses;
mod level;
mod route;
mod ways;

use assess::Place;
use wording::ui::{forms, verdict as words};
use yew::Html;

use self::answer::answer;
use self::level::level;
use super::axis::axis;
use super::{levels, target};
use crate::forms::continue_bar;
use crate::screen::Screen;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{all, classed, el, words as texts};
use crate::ui::{link, place_link, screen_frame};

/// Both levels, all routes: can I, by which route, if not why and when.
pub(crate) fn result_screen(app: &AppHandle) -> Html {
    let target = target(app);
    let levels = levels(&app.assessment, target);
    let mut answers = classed("div", "answers");
    for line in &levels {
        answers = answers.put(answer(app, line, target == Some(line.id.as_str())));
    }
    let mut parts = vec![without_level(app), answers.html()];
    for line in levels {
        let section = classed("section", "stack").key(&line.id);
        parts.push(section.put(level(app, line)).html());
    }
    parts.push(notices(app));
    parts.push(texts("p", "muted", &words::assumption()));
    parts.push(axis(app));
    let ways = classed("p", "cluster")
        .put(link(app, Screen::Conditions).says(words::TO_CONDITIONS))
        .put(link(app, Screen::Score).says(words::TO_SCORE));
    parts.push(ways.html());
    parts.push(continue_bar(app));
    let (title, intro) = (forms::RESULT.into(), words::RESULT_INTRO.into());
    screen_frame(app, title, intro, all(parts))
}

/// Says that no level is chosen.
fn without_level(app: &AppHandle) -> Html {
    if target(app).is_some() {
        return el("div").html();
    }
    let question = Place::Question(app.book().roles.level.clone());
    let link = place_link(app, &question, true, words::CHOOSE_LEVEL);
    let notice = classed("div", "notice notice--warning")
        .put(el("p").say(words::NO_LEVEL).html())
        .put(el("p").put(link).html());
    el("div").put(notice.html()).html()
}

/// What a person should know although it decides nothing.
fn notices(app: &AppState) -> Html {
    let slot = el("div");
    if app.assessment.notices.is_empty() {
        return slot.html();
    }
    let mut list = el("ul");
    for notice in &app.assessment.notices {
        list = list.put(el("li").key(&notice.id).say(&notice.text).html());
    }
    let slot = slot.put(el("h2").say(words::NOTICES).html());
    slot.put(list.html()).html()
}
