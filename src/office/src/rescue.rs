//! When the application has failed: what to do. Nothing was stored, so there is nothing to save.

use crate::platform;

/// Shows the rescue screen when the application panics. A panic is final.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|panic| platform::rescue::show(&panic.to_string())));
}
