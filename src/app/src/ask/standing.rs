//! How far the asking is, and why something is asked.

use assess::Place;
use wording::ui::ask as words;
use yew::Html;

use crate::forms::Reason;
use crate::state::{AppHandle, AppState};
use crate::ui::authority_tag;
use crate::ui::el::{classed, el, words as texts};
use crate::verdict::explain;

/// How many questions there are at the most. Takes the same room whatever it says.
pub(super) fn left(app: &AppState) -> Html {
    let text = if app.is_settled() {
        words::SETTLED.to_owned()
    } else {
        words::left(count(app))
    };
    texts("p", "ask__left", &text)
}

/// How many questions and lists the open verdicts can hang on.
///
/// What is asked next hangs on what was answered before, so this is a bound, not a plan.
fn count(app: &AppState) -> usize {
    let explain = explain(app);
    let mut matters: Vec<Place> = Vec::new();
    let level = app.book().roles.level.clone();
    if app.dossier.answer(&level).is_none() {
        matters.push(Place::Question(level));
    }
    for level in app.aims() {
        let routes = level.routes.iter();
        let missing = routes.flat_map(|route| explain.missing(level, route));
        matters.extend(missing);
    }
    let asks = app.asks().into_iter().flatten();
    matters.extend(asks.map(|ask| ask.place));
    matters.retain(|place| !app.is_left_out(place));
    let mut matters: Vec<Place> = matters.into_iter().map(whole).collect();
    matters.sort();
    matters.dedup();
    matters.len()
}

/// What counts as one: a question, or a list with all its records.
fn whole(place: Place) -> Place {
    match place {
        Place::Record { list, .. } | Place::Field { list, .. } => Place::List(list),
        place => place,
    }
}

/// Why it is asked and what the answer can settle.
pub(super) fn why(app: &AppHandle, place: &Place, reason: Option<&Reason>) -> Html {
    let asks = app.asks();
    let own = asks.iter().flatten().find(|ask| ask.place == *place);
    let hangs = match (own, &asks) {
        (Some(ask), _) => words::settles(explain(app).labels(), &ask.levels),
        (None, Some(_)) => words::NO_MATTER.to_owned(),
        (None, None) => words::WORKING.to_owned(),
    };
    let mut box_ = classed("section", "ask__why").put(el("h2").say(words::WHY).html());
    if let Some(reason) = reason {
        box_ = box_
            .put(el("p").say(&reason.text).html())
            .put(authority_tag(reason.authority, &reason.locator));
    }
    box_.put(texts("p", "ask__hangs", &hangs)).html()
}
