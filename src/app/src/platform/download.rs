//! Handing out a file: an address to download it from, or straight to a place on disk.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Url};

use super::blob::FileBlob;

/// A part of a file.
#[derive(Clone, Debug)]
pub(crate) enum Part<'a> {
    /// Bytes in memory.
    Bytes(&'a [u8]),
    /// Bytes that the browser keeps; they are not copied.
    Blob(&'a FileBlob),
}

/// The file made of parts, one after the other.
pub(crate) fn assemble<'a>(
    parts: impl Iterator<Item = Part<'a>>,
    media_type: &str,
) -> Option<FileBlob> {
    let list = Array::new();
    for part in parts {
        match part {
            Part::Bytes(bytes) => list.push(&Uint8Array::from(bytes)),
            Part::Blob(blob) => list.push(&blob.0),
        };
    }
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_blob_sequence_and_options(&list, &options);
    blob.ok().map(FileBlob)
}

/// An address under which the browser hands out a file, until this is dropped.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address(String);

impl Address {
    /// An address of a file.
    pub(crate) fn of(blob: &FileBlob) -> Option<Self> {
        Url::create_object_url_with_blob(&blob.0).ok().map(Self)
    }

    /// The address.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        // A download that has begun goes on; nothing keeps the bytes beyond it.
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// What became of writing to a place that the person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// All of it is there.
    Whole,
    /// The person chose no place, or stopped: nothing is left.
    Stopped,
    /// The disk or the browser refused; nothing is left.
    Refused,
}

/// Whether this browser lets the person choose a place on disk.
pub(crate) fn can_choose_place() -> bool {
    picker().is_some()
}

fn picker() -> Option<Function> {
    let window: JsValue = gloo::utils::window().into();
    let picker = Reflect::get(&window, &"showSaveFilePicker".into()).ok()?;
    picker.dyn_into().ok()
}

/// Lets the person choose a place, and writes the file there piece by piece. `progress` gets the
/// number of bytes that are written, and says whether to go on. What was written before a stop
/// is thrown away by the browser.
pub(crate) async fn write_to_place(
    blob: &FileBlob,
    name: &str,
    progress: impl Fn(u64) -> bool,
) -> Written {
    let Some(target) = chosen(name).await else {
        return Written::Stopped;
    };
    match write(blob, &target, progress).await {
        Ok(true) => Written::Whole,
        stopped => {
            // Nobody waits for what can no longer go wrong.
            let _ = call(&target, "abort", &JsValue::UNDEFINED).await;
            if stopped.is_ok() {
                Written::Stopped
            } else {
                Written::Refused
            }
        }
    }
}

/// The writable end of the place that the person chose; none when no place was chosen.
async fn chosen(name: &str) -> Option<JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into()).ok()?;
    let window: JsValue = gloo::utils::window().into();
    let handle = picker()?.call1(&window, &options).ok()?;
    let handle = JsFuture::from(handle.dyn_into::<Promise>().ok()?);
    let handle = handle.await.ok()?;
    call(&handle, "createWritable", &JsValue::UNDEFINED)
        .await
        .ok()
}

/// Writes all pieces; whether it was not stopped.
async fn write(
    blob: &FileBlob,
    target: &JsValue,
    progress: impl Fn(u64) -> bool,
) -> Result<bool, JsValue> {
    const PIECE: u64 = 8 << 20;
    let (size, mut done) = (blob.size(), 0);
    while done < size {
        let piece = blob.piece(done, PIECE).ok_or(JsValue::UNDEFINED)?;
        call(target, "write", &piece.0.into()).await?;
        done = done.saturating_add(PIECE).min(size);
        if !progress(done) {
            return Ok(false);
        }
    }
    call(target, "close", &JsValue::UNDEFINED).await?;
    Ok(true)
}

/// Calls a method that gives a promise, and waits for it.
async fn call(target: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    let promise: Promise = method.call1(target, argument)?.dyn_into()?;
    JsFuture::from(promise).await
}
