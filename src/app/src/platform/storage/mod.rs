//! All that is kept in the browser goes through here: drafts, evidence, the chosen look.
//!
//! One switch says whether anything may be kept at all; where nothing may, every call does
//! nothing and says so, and no storage of the browser is even opened.

mod bridge;
mod look;

use std::cell::Cell;

use gloo::events::EventListener;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::blob::FileBlob;
pub(crate) use look::{keep_look, look};

/// What the browser may keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// Drafts, evidence, looks.
    Everything,
    /// Nothing, of any kind.
    Nothing,
}

impl Keeping {
    /// What this page may keep: nothing on a kiosk, which `src/app/kiosk/session.js` marks.
    pub(crate) fn of_page() -> Self {
        let root = gloo::utils::document().document_element();
        if root.is_some_and(|root| root.has_attribute("data-kiosk")) {
            Self::Nothing
        } else {
            Self::Everything
        }
    }
}

thread_local! {
    /// Nothing until something is chosen, so that nothing is kept by oversight.
    static KEEPING: Cell<Keeping> = const { Cell::new(Keeping::Nothing) };
}

/// What became of keeping a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// It is kept.
    Saved,
    /// Another tab writes this draft; what was to be kept is kept beside it.
    Taken,
    /// There is no room; what was kept before is still there.
    Full,
    /// The browser does not keep anything.
    Refused,
    /// Nothing may be kept.
    Kiosk,
}

/// A draft in the list of drafts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Listed {
    /// Its id.
    pub(crate) id: String,
    /// Its text; see [`crate::state::Draft`].
    pub(crate) text: String,
    /// When it was changed last, in milliseconds since 1970.
    pub(crate) changed: f64,
    /// Whether another tab writes it.
    pub(crate) elsewhere: bool,
}

/// Opens what is kept, unless nothing may be; whether the browser keeps anything. It is on its way when this returns.
pub(crate) fn open(keeping: Keeping) -> impl Future<Output = bool> {
    KEEPING.set(keeping);
    let opening = may_keep().then(bridge::open);
    async {
        match opening {
            Some(opening) => JsFuture::from(opening)
                .await
                .is_ok_and(|said| said.is_truthy()),
            None => false,
        }
    }
}

/// What an older version kept, where the browser keeps nothing for this one.
pub(crate) fn old() -> Option<String> {
    may_keep().then(bridge::old)?.as_string()
}

/// All drafts, the last changed first.
pub(crate) async fn drafts() -> Vec<Listed> {
    let all = Array::from(&told(bridge::all).await);
    all.iter()
        .filter_map(|row| listed(&Array::from(&row)))
        .collect()
}

fn listed(row: &Array) -> Option<Listed> {
    Some(Listed {
        id: row.get(0).as_string()?,
        text: row.get(1).as_string()?,
        changed: row.get(2).as_f64()?,
        elsewhere: row.get(3).is_truthy(),
    })
}

/// The id of the draft that this tab had open before it was loaded anew.
pub(crate) fn opened() -> Option<String> {
    may_keep().then(bridge::opened)?.as_string()
}

/// Makes this tab the one that writes a draft, and no other; false when another tab does.
pub(crate) async fn hold(id: &str) -> bool {
    !may_keep() || told(|| bridge::hold(id)).await.is_truthy()
}

/// Takes a draft over from another tab, once that has saved it; gives its text.
pub(crate) async fn take(id: &str) -> Option<String> {
    told(|| bridge::take(id)).await.as_string()
}

/// Keeps a draft in place of its former state, with the names of its evidence. `touched` is
/// whether it counts as a change to a person. The browser has it by the time that this returns;
/// what comes back is what became of it.
pub(crate) fn save(
    id: &str,
    text: &str,
    files: &[String],
    touched: bool,
) -> impl Future<Output = Kept> + use<> {
    let saving = may_keep().then(|| bridge::save(id, text, &names(files), touched));
    async {
        let said = match saving {
            Some(saving) => JsFuture::from(saving).await.unwrap_or_default(),
            None => return Kept::Kiosk,
        };
        match said.as_string().as_deref() {
            Some("saved") => Kept::Saved,
            Some("taken") => Kept::Taken,
            Some("full") => Kept::Full,
            _ => Kept::Refused,
        }
    }
}

/// Keeps a draft that no tab has open.
pub(crate) async fn add(id: &str, text: &str, files: &[String]) {
    told(|| bridge::add(id, text, &names(files))).await;
}

/// Removes a draft, and its evidence unless another draft names it; whether there was one.
pub(crate) async fn remove(id: &str) -> bool {
    told(|| bridge::remove(id)).await.is_truthy()
}

/// Removes a draft in which nothing is entered any more.
pub(crate) async fn forget(id: &str) {
    told(|| bridge::forget(id)).await;
}

/// Brings back the draft that was removed last.
pub(crate) async fn restore() {
    told(bridge::restore).await;
}

/// The files of some names, each where it is kept.
pub(crate) async fn files(of: &[String]) -> Vec<Option<FileBlob>> {
    let found = Array::from(&told(|| bridge::files(&names(of))).await);
    let blobs = found.iter().map(|blob| blob.dyn_into::<Blob>().ok());
    blobs.map(|blob| blob.map(FileBlob)).collect()
}

/// Keeps a file where there is room, and gives the one that is kept.
pub(crate) async fn keep_file(name: &str, blob: &FileBlob) -> Option<FileBlob> {
    let kept = told(|| bridge::keep_file(name, &blob.0)).await;
    kept.dyn_into::<Blob>().ok().map(FileBlob)
}

/// Removes the evidence that no draft names any more.
pub(crate) async fn sweep() {
    told(bridge::sweep).await;
}

/// Asks the browser not to clear what is kept by itself.
pub(crate) async fn persist() {
    told(bridge::persist).await;
}

/// The event of the window by which this tab learns that another has taken its draft over.
pub(crate) const TAKEN: &str = "zhicheng-taken";
/// The event of the window by which it learns that what waits must be kept at once: the page is hidden or left, or another
/// tab asks for the draft.
pub(crate) const ASKED: &str = "zhicheng-asked";
/// The event of the window by which it learns that another has changed the list of drafts.
pub(crate) const LISTED: &str = "zhicheng-listed";

/// Calls back at each of these events, while the listener is kept.
pub(crate) fn on(event: &'static str, callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), event, move |_| callback())
}

fn may_keep() -> bool {
    KEEPING.get() == Keeping::Everything
}

/// What a call says; nothing when nothing may be kept or the browser fails.
async fn told(call: impl FnOnce() -> Promise) -> JsValue {
    if !may_keep() {
        return JsValue::UNDEFINED;
    }
    JsFuture::from(call()).await.unwrap_or_default()
}

fn names(files: &[String]) -> Array {
    files.iter().map(|name| JsValue::from_str(name)).collect()
}
