//! More, for who wants to know, that is drawn when it is wanted.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::el::{el, words};
use crate::platform::idle;

/// Properties of [`Late`].
#[derive(Clone, PartialEq, Properties)]
pub struct LateProps {
    /// What it says while it is folded.
    pub summary: AttrValue,
    /// Read aloud behind the summary.
    #[prop_or_default]
    pub about: AttrValue,
    /// Draws what it unfolds.
    pub inside: Callback<(), Html>,
}

/// How long the screen must have stayed as it is before what is folded is drawn unasked, in milliseconds.
const REST: u32 = 2_000;

/// A part that unfolds, as [`crate::details()`], and is drawn when it unfolds for the first time or the page is printed: for
/// what is long, of which a screen has many. In a moment of rest it is drawn all the same, so that a browser that looks for
/// words in the page finds those in it, and unfolds it.
#[component]
pub fn Late(props: &LateProps) -> Html {
    // Where there is no browser, nothing unfolds later.
    let drawn = use_state_eq(|| !cfg!(target_arch = "wasm32"));
    let draw = drawn.setter();
    use_effect_with((), {
        let draw = draw.clone();
        move |()| {
            let window = gloo::utils::window();
            let listener = EventListener::new(&window, "beforeprint", move |_| draw.set(true));
            move || drop(listener)
        }
    });
    let rest = (!*drawn).then_some(draw.clone());
    // At each drawing anew.
    use_effect(move || {
        let waiting = rest.map(|draw| idle::after(REST, move || draw.set(true)));
        move || drop(waiting)
    });
    let on_toggle = use_callback((), move |_: Event, ()| draw.set(true));
    let summary = el("summary").text(props.summary.clone());
    let about = words("span", "visually-hidden", &props.about);
    let mut inside = el("div");
    if *drawn {
        inside = inside.put(props.inside.emit(()));
    }
    el("details")
        .class("details")
        .on_toggle(on_toggle)
        .put(summary.put(about).html())
        .put(inside.html())
        .html()
}
