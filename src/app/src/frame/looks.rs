//! Larger text, dark or light, more contrast: kept for the next time.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::{page, storage};
use crate::ui::el::{classed, el};

/// The looks that can be chosen: keys on the root element.
const KEYS: [&str; 3] = ["text", "theme", "contrast"];

/// What can be switched on: which of the keys, its value, and what it is called.
const LOOKS: [(usize, &str, &str); 5] = [
    (0, "large", words::LARGE_TEXT),
    (0, "largest", words::LARGEST_TEXT),
    (1, "dark", words::DARK),
    (1, "light", words::LIGHT),
    (2, "more", words::CONTRAST),
];

/// What is switched on of each key. None means: as the device has it.
type Chosen = [Option<String>; 3];

/// Switches of the look.
#[component]
pub(super) fn Looks() -> Html {
    let chosen = use_state(Chosen::default);
    let setter = chosen.setter();
    use_effect_with((), move |()| {
        let kept = KEYS.map(storage::look);
        for (key, value) in KEYS.iter().zip(&kept) {
            page::set_look(key, value.as_deref());
        }
        setter.set(kept);
    });
    let mut looks = classed("div", "looks cluster");
    for (at, value, label) in LOOKS {
        let now = chosen.get(at).and_then(Option::as_deref);
        let on = now == Some(value);
        // The largest text is offered to whoever has larger text already.
        if value == "largest" && now.is_none() {
            continue;
        }
        let chosen = chosen.clone();
        let on_click = Callback::from(move |_: MouseEvent| {
            // From the largest one comes back to the larger text, so that its switch stays.
            let value = if on {
                (value == "largest").then_some("large")
            } else {
                Some(value)
            };
            let mut all = (*chosen).clone();
            if let (Some(key), Some(part)) = (KEYS.get(at), all.get_mut(at)) {
                page::set_look(key, value);
                storage::keep_look(key, value);
                *part = value.map(str::to_owned);
            }
            chosen.set(all);
        });
        let button = el("button")
            .set("type", "button")
            .key(value)
            .class("button button--quiet look")
            .set("aria-pressed", if on { "true" } else { "false" })
            .on_click(on_click)
            .say(label);
        looks = looks.put(button.html());
    }
    looks.html()
}
