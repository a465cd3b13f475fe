//! The rescue screen, with the last draft as a file.

use ui::platform::Rescue;
use wording::ui::forms as words;

use super::save;
use super::storage::Keeping;

/// Shows what happened, the last draft as a file, and a way to start anew.
pub(crate) fn show(cause: &str, draft: &str) {
    let text = match Keeping::of_page() {
        Keeping::Everything => words::RESCUE_TEXT,
        Keeping::Nothing => words::RESCUE_KIOSK,
    };
    let address = (!draft.is_empty()).then(|| save::address_of(draft, "application/json"));
    Rescue {
        text,
        draft: address.flatten().as_deref(),
        again: "#/start",
        cause,
    }
    .show();
}
