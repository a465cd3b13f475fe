//! Reading a small file that a person picked.

use gloo::file::Blob;
use gloo::file::callbacks::{FileReader, read_as_bytes};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// The largest draft file that is read.
const MOST_BYTES: f64 = 16_777_216.0;

/// Reads the file that was picked in a file field, and empties the field, so that the same file
/// can be picked again. Calls back with none when it is too large or cannot be read.
///
/// Reading goes on while the reader is kept.
pub(crate) fn picked(
    event: &Event,
    callback: impl FnOnce(Option<Vec<u8>>) + 'static,
) -> Option<FileReader> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    if file.size() > MOST_BYTES {
        callback(None);
        return None;
    }
    let blob = Blob::from(web_sys::Blob::from(file));
    Some(read_as_bytes(&blob, move |bytes| callback(bytes.ok())))
}
