//! Whether a list is complete, and what that means.

use dossier::Edit;
use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::form;
use crate::state::{Action, AppHandle};
use crate::ui::details;
use crate::ui::el::el;

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
    html! {
        <div class="card stack complete">
            <label class="choice">
                <input
                    class="choice__input"
                    type="checkbox"
                    checked={complete}
                    aria-describedby={format!("{id}-state")}
                    onchange={on_change}
                    id={id.clone()}
                />
                <span class="choice__label">{ words::complete_label(empty) }</span>
            </label>
            <p class="field__help" id={format!("{id}-state")} aria-live="polite">
                { words::complete_state(complete) }
            </p>
            { details("details", words::COMPLETE_WHY.into(), "", why) }
        </div>
    }
}
