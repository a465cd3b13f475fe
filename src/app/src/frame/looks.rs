//! Larger text, dark or light: kept for the next time.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::{page, storage};

/// A look that can be switched on: its key and value on the root element, and what it is called.
const LOOKS: [(&str, &str, &str); 3] = [
    ("text", "large", words::LARGE_TEXT),
    ("theme", "dark", words::DARK),
    ("theme", "light", words::LIGHT),
];

/// Switches of the look. None of a key means: as the device has it.
#[component]
pub(super) fn Looks() -> Html {
    let text = use_state(|| None::<String>);
    let theme = use_state(|| None::<String>);
    {
        let (text, theme) = (text.setter(), theme.setter());
        use_effect_with((), move |()| {
            for (key, setter) in [("text", text), ("theme", theme)] {
                let kept = storage::look(key);
                page::set_look(key, kept.as_deref());
                setter.set(kept);
            }
        });
    }
    html! {
        <div class="looks cluster">
            for (key, value, label) in LOOKS {
                <Look
                    key={value}
                    name={key}
                    {value}
                    {label}
                    chosen={if key == "text" { text.clone() } else { theme.clone() }}
                />
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LookProps {
    name: &'static str,
    value: &'static str,
    label: &'static str,
    chosen: UseStateHandle<Option<String>>,
}

/// One switch.
#[component]
fn Look(props: &LookProps) -> Html {
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
