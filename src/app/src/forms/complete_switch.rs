//! Whether a list is complete, and what that means.

use dossier::Edit;
use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::form;
use crate::state::{Action, use_app};
use crate::ui::Details;

/// Properties of [`CompleteSwitch`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CompleteSwitchProps {
    /// The list's id.
    pub(crate) list: String,
}

/// Whether a list is complete.
#[component]
pub(crate) fn CompleteSwitch(props: &CompleteSwitchProps) -> Html {
    let app = use_app();
    let dispatcher = app.dispatcher();
    let on_change = use_callback(props.list.clone(), move |event: Event, list| {
        let complete = form::is_checked(&event);
        let list = list.clone();
        dispatcher.dispatch(Action::Edit(Edit::Complete { list, complete }));
    });
    let complete = app.dossier.is_complete(&props.list);
    let empty = app.dossier.records(&props.list).is_empty();
    let id = format!("complete-{}", props.list);
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
            <Details summary={words::COMPLETE_WHY}><p>{ words::COMPLETE_TEXT }</p></Details>
        </div>
    }
}
