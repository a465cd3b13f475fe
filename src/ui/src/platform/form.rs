//! What form controls say in their events.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};
use yew::NodeRef;
use yew::events::InputEvent;

/// The text of the control that an event came from.
pub fn text(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    let area = target.dyn_ref::<HtmlTextAreaElement>();
    area.map_or_else(String::new, HtmlTextAreaElement::value)
}

/// The text of an input event.
pub fn input_text(event: &InputEvent) -> String {
    text(event)
}

/// Whether the control that an event came from is ticked.
pub fn is_checked(event: &Event) -> bool {
    let target = event.target();
    let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

/// Whether characters are being composed: nothing may be judged or rewritten then.
pub fn is_composing(event: &InputEvent) -> bool {
    event.is_composing()
}

/// Calls back with the text of an element when a composition ends, while the listener is kept.
///
/// Not every browser sends an input event after it.
pub fn on_composed(node: &NodeRef, callback: impl Fn(String) + 'static) -> Option<EventListener> {
    let element = node.get()?;
    let listener = EventListener::new(&element, "compositionend", move |event| {
        callback(text(event));
    });
    Some(listener)
}
