//! The workers, as the page knows them: errands go out, answers come back, nothing blocks.
//!
//! The compiled module and the address of its script are handed over by `boot.js` as `window.zhichengOfficeWorker`.

use std::cell::RefCell;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use ui::platform::blob::FileBlob;
use ui::platform::{Clerk, Watch, worker_parts};
use wording::ui::seal as words;

use crate::errand::{Errand, from_text, to_text};

/// The most workers side by side. More are no faster: the disk and the browser's own process have to keep up.
const LANES: usize = 2;
/// With fewer cores than these one worker is all: the page needs one for itself.
const CORES: f64 = 3.0;

thread_local! {
    static CLERKS: RefCell<Vec<Rc<Clerk>>> = const { RefCell::new(Vec::new()) };
}

/// How many workers read side by side.
pub(crate) fn lanes() -> usize {
    let window = web_sys::window();
    let cores = window.map_or(0.0, |window| window.navigator().hardware_concurrency());
    if cores < CORES { 1 } else { LANES }
}

/// Has an errand done by the worker of a lane: the answer, and the files beside it.
pub(crate) async fn ask<T: DeserializeOwned>(
    lane: usize,
    errand: &Errand,
    (files, watch): (&[FileBlob], &Watch),
) -> Result<(T, Vec<FileBlob>), String> {
    let (text, files) = send(lane, errand, (files, watch)).await?;
    let answer = from_text(&text).ok_or(words::WORKER_FAILED)?;
    Ok((answer, files))
}

/// Has an errand done whose answer is a file.
pub(crate) async fn file_of(errand: &Errand, files: &[FileBlob]) -> Result<FileBlob, String> {
    let (_, files) = send(0, errand, (files, &Watch::default())).await?;
    let mut files = files.into_iter();
    files.next().ok_or_else(|| words::WORKER_FAILED.to_owned())
}

async fn send(
    lane: usize,
    errand: &Errand,
    (files, watch): (&[FileBlob], &Watch),
) -> Result<(String, Vec<FileBlob>), String> {
    let clerk = ready(lane).await.ok_or(words::WORKER_ABSENT)?;
    let (text, files) = clerk.send(&to_text(errand), files, watch).await?;
    Ok((text, files.into_iter().map(FileBlob).collect()))
}

/// Ends all workers: what they hold is gone. Who waits for one is told that it has failed.
pub(crate) fn end() {
    for clerk in CLERKS.take() {
        clerk.end();
    }
}

async fn ready(lane: usize) -> Option<Rc<Clerk>> {
    let (module, script) = worker_parts("zhichengOfficeWorker").await?;
    CLERKS.with_borrow_mut(|clerks| {
        clerks.retain(|clerk| !clerk.is_broken());
        while clerks.len() <= lane {
            clerks.push(Rc::new(Clerk::start(&script, &module, None)?));
        }
        clerks.get(lane).cloned()
    })
}
