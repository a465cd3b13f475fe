//! Larger text, dark or light, more contrast.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::el::{classed, el};
use crate::platform::page;

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

/// Properties of [`Looks`].
#[derive(Clone, PartialEq, Properties)]
pub struct LooksProps {
    /// What was kept of a key.
    pub kept: Callback<&'static str, Option<String>>,
    /// Keeps what is chosen for a key, for the next time.
    #[prop_or_default]
    pub on_choose: Callback<(&'static str, Option<&'static str>)>,
}

/// Switches of the look.
#[component]
pub fn Looks(props: &LooksProps) -> Html {
    let chosen = use_state(Chosen::default);
    let setter = chosen.setter();
    let kept = props.kept.clone();
    use_effect_with((), move |()| {
        let kept = KEYS.map(|key| kept.emit(key));
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
        let (chosen, on_choose) = (chosen.clone(), props.on_choose.clone());
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
                on_choose.emit((*key, value));
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
