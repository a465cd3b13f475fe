//! The address behind the `#`.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

thread_local! {
    /// What the application has shown last.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The address now, with its `#`; empty when there is none.
pub(crate) fn hash() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Shows an address: a new entry in the history, unless it is shown already.
///
/// A page opened without an address takes it without a new entry: back leads out.
pub(crate) fn show(address: &str) {
    SHOWN.with(|last| address.clone_into(&mut last.borrow_mut()));
    let shown = hash();
    if shown == address {
        return;
    }
    let window = gloo::utils::window();
    if shown.is_empty() {
        let history = window.history();
        let replaced = history
            .map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address)));
        if matches!(replaced, Ok(Ok(()))) {
            return;
        }
    }
    let _ = window.location().set_hash(address);
}

/// Calls back with the address whenever the person changes it, while the listener is kept.
///
/// Browsers tell of our own changes too, and some so late that the next is already on its way:
/// taken for the person's, it would lead back.
pub(crate) fn on_change(callback: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
        let now = hash();
        if SHOWN.with(|last| *last.borrow() != now) {
            callback(now);
        }
    })
}
