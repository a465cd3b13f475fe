//! What a person picked in a file field.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, FileList, HtmlInputElement};

use super::blob::FileBlob;

/// The files that were picked in a file field. Empties the field, so that the same file can be
/// picked again.
pub fn picked(event: &Event) -> Vec<File> {
    let target = event.target();
    let Some(input) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = listed(input.files());
    input.set_value("");
    files
}

/// The files of a browser's list.
pub fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length())
        .filter_map(|index| files.get(index))
        .collect()
}

/// All bytes of a file of at most so many; none when it has more or cannot be read.
pub async fn whole(blob: &FileBlob, most: u64) -> Option<Vec<u8>> {
    if blob.size() > most {
        return None;
    }
    let buffer = JsFuture::from(blob.0.array_buffer()).await.ok()?;
    let buffer: ArrayBuffer = buffer.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
