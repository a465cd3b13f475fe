//! The worker, as the application knows it: errands go out, answers come back, nothing blocks.
//!
//! Its module and its script are fetched by `boot.js` while the page loads, and handed over as
//! `window.zhichengWorker`, a promise; a worker is started from them without any request. The
//! messages are described in the worker's `platform/messages.rs`.

use std::cell::RefCell;
use std::rc::Rc;

use errand::{Errand, Wire};
use js_sys::Array;
use wasm_bindgen::JsValue;
use wording::ui::seal as words;

use super::blob::FileBlob;
pub(crate) use ui::platform::Watch;
use ui::platform::{Clerk, worker_parts};

thread_local! {
    static CLERK: RefCell<Option<Rc<Clerk>>> = const { RefCell::new(None) };
}

/// An answer, and the files beside it.
pub(crate) struct Answered<T> {
    /// The answer.
    pub(crate) answer: T,
    /// The files.
    pub(crate) files: Vec<FileBlob>,
}

/// Has an errand done. Waits for the worker where it is not there yet.
///
/// # Errors
/// Why there is no answer, in a sentence.
pub(crate) async fn ask<T: Wire>(
    errand: &Errand,
    files: &[FileBlob],
    watch: Watch,
) -> Result<Answered<T>, String> {
    let clerk = ready().await.ok_or(words::WORKER_ABSENT)?;
    let job = clerk.send(&errand.to_text(), files, &watch);
    let (text, files) = job.await?;
    let answer = T::from_text(&text).ok_or(words::WORKER_FAILED)?;
    let files = files.into_iter().map(FileBlob).collect();
    Ok(Answered { answer, files })
}

/// The worker: the one that there is, or a new one where it has failed. One is as fast as two: the
/// disk and the browser's own process have to keep up.
async fn ready() -> Option<Rc<Clerk>> {
    let (module, script) = worker_parts("zhichengWorker").await?;
    CLERK.with_borrow_mut(|clerk| {
        if clerk.as_ref().is_none_or(|clerk| clerk.is_broken()) {
            *clerk = Some(Rc::new(Clerk::start(&script, &module, Some(&rules()))?));
        }
        clerk.clone()
    })
}

/// What the worker has to know before all else.
fn rules() -> JsValue {
    let texts = |texts: &mut dyn Iterator<Item = &'static str>| -> JsValue {
        texts.map(JsValue::from).collect::<Array>().into()
    };
    let books = texts(&mut shipped::books().iter().map(|book| book.json));
    let seasons = texts(&mut shipped::season_texts().iter().copied());
    Array::of3(&"rules".into(), &books, &seasons).into()
}
