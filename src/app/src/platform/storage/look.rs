//! The chosen look: larger text, dark or light.

use web_sys::Storage;

use super::may_keep;

/// What a person chose for the look, by key.
pub(crate) fn look(key: &str) -> Option<String> {
    local()?.get_item(&key_of(key)).ok().flatten()
}

/// Keeps a choice of look.
pub(crate) fn keep_look(key: &str, value: Option<&str>) {
    let Some(storage) = local() else { return };
    let _ = match value {
        Some(value) => storage.set_item(&key_of(key), value),
        None => storage.remove_item(&key_of(key)),
    };
}

fn key_of(key: &str) -> String {
    format!("zhicheng.look.{key}")
}

fn local() -> Option<Storage> {
    let window = may_keep().then(gloo::utils::window)?;
    window.local_storage().ok().flatten()
}
