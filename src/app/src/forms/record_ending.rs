//! The way on from a record.

use dossier::Edit;
use wording::ui::forms as words;
use yew::prelude::*;

use super::list_screen::use_add;
use crate::screen::Screen;
use crate::state::{Action, use_app};
use crate::ui::{Button, ButtonLook, ScreenLink};

/// Properties of [`RecordEnding`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RecordEndingProps {
    /// The list's id.
    pub(super) list: String,
    /// The record's id.
    pub(super) record: String,
}

/// Back to the list, or away with the record.
#[component]
pub(super) fn RecordEnding(props: &RecordEndingProps) -> Html {
    let app = use_app();
    let on_another = use_add(&app, &props.list);
    let dispatcher = app.dispatcher();
    let on_remove = use_callback(props.clone(), move |(), props| {
        let record = props.record.clone();
        dispatcher.dispatch(Action::Go(Screen::List(props.list.clone())));
        dispatcher.dispatch(Action::Edit(Edit::Remove { record }));
    });
    html! {
        <div class="cluster continue">
            <ScreenLink
                to={Screen::List(props.list.clone())}
                class={classes!("button", "button--primary")}
            >
                { words::RECORD_READY }
            </ScreenLink>
            <Button label={words::ANOTHER} on_press={on_another} id="another-record" />
            <Button label={words::REMOVE_RECORD} look={ButtonLook::Danger} on_press={on_remove} />
        </div>
    }
}
