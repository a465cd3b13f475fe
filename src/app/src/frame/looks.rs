//! Larger text, dark or light: kept for the next time.

use wording::ui::forms as words;
use yew::prelude::*;

use super::look::Look;
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
