//! The address behind the `#`.

use gloo::events::EventListener;

/// The address now, with its `#`; empty when there is none.
pub(crate) fn hash() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Shows an address: a new entry in the history, unless it is shown already.
pub(crate) fn show(address: &str) {
    if hash() != address {
        let _ = gloo::utils::window().location().set_hash(address);
    }
}

/// Calls back with the address whenever it changes, while the listener is kept.
pub(crate) fn on_change(callback: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
        callback(hash());
    })
}
