//! A handle of bytes that the browser keeps.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

/// The handle of a file's bytes; cheap to copy, never the bytes themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileBlob(pub Blob);

impl FileBlob {
    /// Length in bytes.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the length of a Blob is a whole number below 2^53"
    )]
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// The handle of at most `length` bytes from `start` on; nothing is read.
    #[allow(
        clippy::cast_precision_loss,
        reason = "an offset within a Blob is a whole number below 2^53"
    )]
    pub fn piece(&self, start: u64, length: u64) -> Option<Self> {
        let size = self.size();
        let start = start.min(size);
        let end = start.saturating_add(length).min(size);
        let piece = self.0.slice_with_f64_and_f64(start as f64, end as f64);
        piece.ok().map(Self)
    }
}

/// The handles of files as a list for a message.
pub(super) fn handles(files: &[FileBlob]) -> JsValue {
    let handles = files.iter().map(|file| file.0.clone());
    handles.collect::<Array>().into()
}

/// The files in a list of a message.
pub(super) fn blobs(list: JsValue) -> Vec<Blob> {
    let list = list.dyn_into::<Array>().unwrap_or_default();
    list.iter()
        .filter_map(|file| file.dyn_into().ok())
        .collect()
}
