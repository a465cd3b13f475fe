//! The screen of what happens next: the steps of the procedure with their earliest days.

mod picture;
mod route;
mod step;

use assess::Place;
use chrono::NaiveDate;
use rulebook::Step;
use wording::procedure::{calendar_file, plan, review_path, steps};
use wording::ui::{forms, verdict as words};
use yew::{Callback, Html};

use self::picture::picture;
use self::route::route;
use self::step::step;
use super::{explain, target};
use crate::platform::save;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{all, classed, el};
use crate::ui::{authority_tag, button, place_link, screen_frame};

/// What happens next: whose turn, which periods, the earliest days.
pub(crate) fn next_screen(app: &AppHandle) -> Html {
    let from = from(app);
    let steps = steps(app.book(), &app.dossier);
    let planned = plan(steps, from, &app.rules.calendars);
    let mut timeline = classed("ol", "timeline");
    for planned in &planned {
        timeline = timeline.put(step(app, planned));
    }
    let reckoned = el("p").say(&words::reckoned_from(from));
    let body = vec![
        season(app),
        unknown(app),
        route(app),
        reckoned.say(words::DAYS_TEXT).html(),
        calendar(app, from),
        timeline.html(),
        picture(&planned),
    ];
    screen_frame(app, forms::NEXT.into(), words::NEXT_INTRO.into(), all(body))
}

/// The day from which the steps are reckoned: today, or the day on which the season opens.
fn from(app: &AppState) -> NaiveDate {
    let announced = app.rules.announced(app.season.year);
    let opens = announced.and_then(|season| season.opens);
    opens.map_or(app.today, |opens| opens.max(app.today))
}

/// A button that hands out the steps as a calendar file.
fn calendar(app: &AppHandle, from: NaiveDate) -> Html {
    let app = app.clone();
    let on_press = Callback::from(move |()| {
        let steps = steps(app.book(), &app.dossier);
        let planned = plan(steps, from, &app.rules.calendars);
        let file = calendar_file(&planned, from, words::CALENDAR_TITLE);
        save::offer(words::CALENDAR_NAME, &file, "text/calendar");
    });
    let told = el("p").say(words::CALENDAR_TEXT).html();
    let button = button(words::CALENDAR.into(), on_press).html();
    all(vec![told, classed("div", "cluster").put(button).html()])
}

/// The chosen review path.
fn path(app: &AppState) -> Option<&str> {
    review_path(app.book(), &app.dossier)
}

/// When the season's applications are taken.
fn season(app: &AppState) -> Html {
    let announced = app.rules.announced(app.season.year);
    let (opens, closes) = announced.map_or((None, None), |season| (season.opens, season.closes));
    let mut card = classed("div", "card stack");
    card = card.put(el("h2").say(words::SEASON).html());
    if announced.is_none() || opens.or(closes).is_some() {
        card = card.put(el("p").say(&words::season_days(opens, closes)).html());
    }
    if let Some(season) = announced {
        card = card.put(el("p").say(&season.text).html());
        card = card.put(authority_tag(season.authority, &season.locator));
    }
    card.html()
}

/// Says which choices are missing.
fn unknown(app: &AppHandle) -> Html {
    let roles = &app.book().roles;
    let level = (target(app).is_none()).then(|| roles.level.clone());
    let path = roles.review_path.clone().filter(|_| path(app).is_none());
    let line = |text: &str, label: &str, question: String| {
        let link = place_link(app, &Place::Question(question), true, label);
        el("p").say(text).say(" ").put(link).html()
    };
    let mut notice = el("div").class(if level.is_some() || path.is_some() {
        "notice notice--warning"
    } else {
        ""
    });
    if let Some(level) = level {
        notice = notice.put(line(words::NO_LEVEL, words::CHOOSE_LEVEL, level));
    }
    if let Some(path) = path {
        notice = notice.put(line(words::NO_PATH, words::CHOOSE_PATH, path));
    }
    notice.html()
}

/// The levels and paths that a step concerns, in words, where a choice is missing.
fn concerned(app: &AppState, step: &Step) -> Vec<String> {
    let labels = explain(app).labels();
    let mut names = Vec::new();
    if target(app).is_none() {
        names.extend(step.level.iter().map(|level| labels.level(level)));
    }
    let question = app.book().roles.review_path.as_deref();
    if let (None, Some(def)) = (path(app), question.and_then(|id| labels.question_def(id))) {
        names.extend(step.path.iter().map(|path| labels.choice(&def.kind, path)));
    }
    names
}
