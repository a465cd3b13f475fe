//! What stands beside a field that is typed in.

use dossier::{Answer, parse_day};
use rulebook::AnswerKind;
use wording::ui::forms as words;
use yew::prelude::*;

use super::spec::Spec;
use crate::platform::form;
use crate::state::{Action, AppHandle, act};
use crate::ui::el::{classed, keyed, words as texts};
use crate::ui::{Tick, button, field_id, tick};

/// What stands beside the field: "none", "not known", what was understood.
pub(super) fn beside(
    app: &AppHandle,
    spec: &Spec,
    (answer, typing): (Option<&Answer>, bool),
) -> Html {
    let mut beside = classed("div", "field__beside cluster");
    if let Some(text) = &spec.none {
        beside = beside.put(none(app, spec, answer, text));
    }
    let on_unknown = match spec.edit(None) {
        Some(edit) => act(app, Action::Edit(edit)),
        None => Callback::noop(),
    };
    let unknown = button(words::unknown(answer.is_none()).into(), on_unknown)
        .about(spec.label.clone().into())
        .quiet()
        .disabled(answer.is_none());
    let told = understood(&spec.kind, answer);
    let seen = classed("span", "field__understood").set("aria-hidden", "true");
    // It is read aloud once the field is left, not at every key by which it changes.
    let heard = classed("span", "visually-hidden").set("aria-live", "polite");
    beside
        .put(keyed("unknown", unknown.html()))
        .put(seen.say(&told).html())
        .put(heard.say(if typing { "" } else { &told }).html())
        .html()
}

/// The box of "none", where the book gives it a meaning.
fn none(app: &AppHandle, spec: &Spec, answer: Option<&Answer>, text: &str) -> Html {
    let dispatcher = app.dispatcher();
    let edits = (spec.edit(Some(Answer::None)), spec.edit(None));
    let on_none = Callback::from(move |event: Event| {
        let (none, unknown) = edits.clone();
        let edit = if form::is_checked(&event) {
            none
        } else {
            unknown
        };
        if let Some(edit) = edit {
            dispatcher.dispatch(Action::Edit(edit));
        }
    });
    let id = format!("{}-none", field_id(&spec.place));
    let input = tick(Tick::Box, id.into(), answer == Some(&Answer::None), on_none);
    classed("label", "choice")
        .key("none")
        .put(input.html())
        .put(texts("span", "choice__label", text))
        .html()
}

/// A day as it was understood, in words.
fn understood(kind: &AnswerKind, answer: Option<&Answer>) -> String {
    let day = answer.and_then(Answer::text).and_then(parse_day);
    match (kind, day) {
        (AnswerKind::Date { .. }, Some(day)) => words::understood(&wording::number::date(day)),
        _ => String::new(),
    }
}
