//! The browser's storage of the draft.

use web_sys::Storage;

/// Where the draft is kept. The number rises when its format changes.
const DRAFT: &str = "zhicheng.draft.v1";
/// Where a draft that could not be read is set aside.
const SET_ASIDE: &str = "zhicheng.draft.set-aside";

/// Why something was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StorageError {
    /// The browser does not allow keeping anything.
    Refused,
    /// There is no room; what was kept before is still there.
    Full,
}

/// The stored draft, if there is one.
pub(crate) fn draft() -> Option<String> {
    local()?.get_item(DRAFT).ok().flatten()
}

/// Keeps a draft in place of the former one.
///
/// # Errors
/// When the browser refuses; the former one is then untouched: one item is replaced at once.
pub(crate) fn keep_draft(text: &str) -> Result<(), StorageError> {
    let storage = local().ok_or(StorageError::Refused)?;
    match storage.set_item(DRAFT, text) {
        Ok(()) => Ok(()),
        // A full storage still reads; one that is refused does not.
        Err(_) if storage.length().is_ok() => Err(StorageError::Full),
        Err(_) => Err(StorageError::Refused),
    }
}

/// Removes the stored draft.
pub(crate) fn forget_draft() {
    if let Some(storage) = local() {
        let _ = storage.remove_item(DRAFT);
    }
}

/// Sets a draft aside that could not be read, so that it is not overwritten.
pub(crate) fn set_aside(text: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(SET_ASIDE, text);
    }
}

/// The draft that was set aside, if there is one.
pub(crate) fn aside() -> Option<String> {
    local()?.get_item(SET_ASIDE).ok().flatten()
}

/// Removes the draft that was set aside.
pub(crate) fn forget_aside() {
    if let Some(storage) = local() {
        let _ = storage.remove_item(SET_ASIDE);
    }
}

/// What a person chose for the look, by key.
pub(crate) fn look(key: &str) -> Option<String> {
    local()?
        .get_item(&format!("zhicheng.look.{key}"))
        .ok()
        .flatten()
}

/// Keeps a choice of look.
pub(crate) fn keep_look(key: &str, value: Option<&str>) {
    let Some(storage) = local() else { return };
    let key = format!("zhicheng.look.{key}");
    let _ = match value {
        Some(value) => storage.set_item(&key, value),
        None => storage.remove_item(&key),
    };
}

fn local() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
