//! Larger text, dark or light: kept for the next time.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::{page, storage};
use crate::ui::el::{classed, el};

/// A look that can be switched on: its key and value on the root element, and what it is called.
const LOOKS: [(&str, &str, &str); 3] = [
    ("text", "large", words::LARGE_TEXT),
    ("theme", "dark", words::DARK),
    ("theme", "light", words::LIGHT),
];

/// What is switched on: the value of `text` and of `theme`. None of a key means: as the device
/// has it.
type Chosen = (Option<String>, Option<String>);

/// Switches of the look.
#[component]
pub(super) fn Looks() -> Html {
    let chosen = use_state(Chosen::default);
    let setter = chosen.setter();
    use_effect_with((), move |()| {
        let kept = (storage::look("text"), storage::look("theme"));
        page::set_look("text", kept.0.as_deref());
        page::set_look("theme", kept.1.as_deref());
        setter.set(kept);
    });
    let mut looks = classed("div", "looks cluster");
    for (key, value, label) in LOOKS {
        let (text, theme) = (chosen.0.as_deref(), chosen.1.as_deref());
        let now = if key == "text" { text } else { theme };
        let on = now == Some(value);
        let chosen = chosen.clone();
        let on_click = Callback::from(move |_: MouseEvent| {
            let value = (!on).then_some(value);
            page::set_look(key, value);
            storage::keep_look(key, value);
            let (mut text, mut theme) = (*chosen).clone();
            let part = if key == "text" { &mut text } else { &mut theme };
            *part = value.map(str::to_owned);
            chosen.set((text, theme));
        });
        let button = el("button")
            .set("type", "button")
            .class("button button--quiet look")
            .set("aria-pressed", if on { "true" } else { "false" })
            .on_click(on_click)
            .say(label);
        looks = looks.put(button.html());
    }
    looks.html()
}
