//! A switch of the look.

use yew::prelude::*;

use crate::platform::{page, storage};

/// Properties of [`Look`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LookProps {
    /// The key on the root element.
    pub(super) name: &'static str,
    /// The value that is switched on.
    pub(super) value: &'static str,
    /// What it is called.
    pub(super) label: &'static str,
    /// The value that is on.
    pub(super) chosen: UseStateHandle<Option<String>>,
}

/// One switch.
#[component]
pub(super) fn Look(props: &LookProps) -> Html {
    let on = props.chosen.as_deref() == Some(props.value);
    let on_click = use_callback(props.clone(), move |_: MouseEvent, props| {
        let value = (!on).then_some(props.value);
        page::set_look(props.name, value);
        storage::keep_look(props.name, value);
        props.chosen.set(value.map(str::to_owned));
    });
    html! {
        <button
            type="button"
            class="button button--quiet look"
            aria-pressed={if on { "true" } else { "false" }}
            onclick={on_click}
        >
            { props.label }
        </button>
    }
}
