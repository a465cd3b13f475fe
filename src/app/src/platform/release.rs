//! A newer release of the application: `boot.js` keeps releases and tells of them by events.

use gloo::events::EventListener;
use web_sys::Event;

/// Whether a newer release is ready to be taken.
pub(crate) fn is_offered() -> bool {
    let root = gloo::utils::document().document_element();
    root.is_some_and(|root| root.get_attribute("data-release").as_deref() == Some("offered"))
}

/// Calls back when a newer release is ready, while the listener is kept.
pub(crate) fn on_offer(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "release-offered", move |_| {
        callback();
    })
}

/// Takes the newer release: the page is opened anew with it.
pub(crate) fn take() {
    if let Ok(event) = Event::new("release-taken") {
        let _ = gloo::utils::window().dispatch_event(&event);
    }
}
