//! What the person chose for the look in the applicants' application. Nothing is kept here.

/// Whether this is a kiosk, which `src/app/kiosk/session.js` marks.
pub(crate) fn is_kiosk() -> bool {
    let root = gloo::utils::document().document_element();
    root.is_some_and(|root| root.has_attribute("data-kiosk"))
}

/// What was chosen for the look, by key; nothing on a kiosk, where no storage is opened.
pub(crate) fn look(key: &str) -> Option<String> {
    if is_kiosk() {
        return None;
    }
    let storage = gloo::utils::window().local_storage().ok().flatten()?;
    storage.get_item(&format!("zhicheng.look.{key}")).ok()?
}
