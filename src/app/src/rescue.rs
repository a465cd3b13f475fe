//! When the application has failed: the last draft is offered in plain HTML.

use crate::desk::last_draft;
use crate::platform;

/// Shows the rescue screen when the application panics. A panic is final.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        // The draft as last drawn, from memory: storage may be refused.
        platform::rescue::show(&panic.to_string(), &last_draft());
    }));
}
