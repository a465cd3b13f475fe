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

/// How an application remembers looks.
#[derive(Clone, Copy, Properties)]
struct LooksProps {
    kept: fn(&str) -> Option<String>,
    on_choose: fn(&str, Option<&str>),
}

// An application has one way to keep looks.
impl PartialEq for LooksProps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Switches of the look. `kept` has what was kept of a key, and `on_choose` keeps what is chosen for one, for the next time.
pub fn looks(kept: fn(&str) -> Option<String>, on_choose: fn(&str, Option<&str>)) -> Html {
    html! { <Looks {kept} {on_choose} /> }
}

#[component]
fn Looks(props: &LooksProps) -> Html {
    let chosen = use_state(Chosen::default);
    let setter = chosen.setter();
    let LooksProps { kept, on_choose } = *props;
    use_effect_with((), move |()| {
        let kept = KEYS.map(kept);
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
                on_choose(key, value);
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
