//! When the application has failed: the last draft is offered in plain HTML.

use std::sync::Mutex;

use crate::platform;

/// The draft as last saved, in memory: storage may be refused.
static LAST_DRAFT: Mutex<String> = Mutex::new(String::new());

/// Remembers the draft for the case that all else fails.
pub(crate) fn remember(draft: &str) {
    if let Ok(mut last) = LAST_DRAFT.lock() {
        draft.clone_into(&mut last);
    }
}

/// Shows the rescue screen when the application panics. A panic is final.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        let draft = LAST_DRAFT.lock().map(|last| last.clone());
        platform::rescue::show(&panic.to_string(), &draft.unwrap_or_default());
    }));
}
