//! When the application has failed: what to do. Nothing was stored, so there is nothing to save.

use ui::platform::Rescue;
use wording::desk::office as words;

/// Shows the rescue screen when the application panics. A panic is final.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        Rescue {
            text: words::RESCUE,
            draft: None,
            again: "#/office",
            cause: &panic.to_string(),
        }
        .show();
    }));
}
