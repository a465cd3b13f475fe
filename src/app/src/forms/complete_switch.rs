//! Whether a list is complete, and what that means.

use dossier::Edit;
use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::form;
use crate::state::{Action, AppHandle};
use crate::ui::el::{classed, el, words as texts};
use crate::ui::{Tick, details, tick};

/// Whether a list is complete.
pub(crate) fn complete_switch(app: &AppHandle, list: &str) -> Html {
    let dispatcher = app.dispatcher();
    let of = list.to_owned();
    let on_change = Callback::from(move |event: Event| {
        let complete = form::is_checked(&event);
        let list = of.clone();
        dispatcher.dispatch(Action::Edit(Edit::Complete { list, complete }));
    });
    let complete = app.dossier.is_complete(list);
    let empty = app.dossier.records(list).is_empty();
    let id = format!("complete-{list}");
    let why = el("p").say(words::COMPLETE_TEXT).html();
    let state = format!("{id}-state");
    let input = tick(Tick::Box, id.into(), complete, on_change);
    let input = input.attr("aria-describedby", state.clone().into());
    let choice = classed("label", "choice").put(input.html());
    let label = texts("span", "choice__label", words::complete_label(empty));
    let told = classed("p", "field__help").attr("id", state.into());
    let told = told.set("aria-live", "polite");
    classed("div", "card stack complete")
        .put(choice.put(label).html())
        .put(told.say(words::complete_state(complete)).html())
        .put(details("details", words::COMPLETE_WHY.into(), "", why))
        .html()
}
