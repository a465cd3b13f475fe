//! More, for who wants to know, that is drawn when it is wanted.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::el::{el, words};

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

/// A part that unfolds, as [`crate::details()`], and is drawn when it unfolds for the first time
/// or the page is printed: for what is long, of which a screen has many.
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
