//! Parts of files that are held whole, so that the browser itself takes their SHA-256: several times
//! as fast as WebAssembly can, and beside all else.
//!
//! A browser does so on secure pages alone (`crypto.subtle`), and never piece by piece. So it is for short parts: what
//! is longer is digested by [`super::hasher`].

use std::cell::RefCell;

use js_sys::{ArrayBuffer, Uint8Array};
use package::container::Hashing;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamByobReader, SubtleCrypto, WorkerGlobalScope};

use super::stream::{buffer, reader, whole};
use crate::stop::ReadStop;

/// Where no message would be worth it.
const LEAST: u64 = 64 << 10;
/// A part is in memory twice while its digest is taken.
pub(super) const MOST: u64 = 8 << 20;

thread_local! {
    /// The buffer of a part, while none is held.
    static SPARE: RefCell<Option<ArrayBuffer>> = const { RefCell::new(None) };
}

/// A part of a file that is held whole. Always the same buffer is filled.
#[derive(Default)]
pub(super) struct Whole {
    held: Option<Held>,
}

struct Held {
    start: u64,
    bytes: Uint8Array,
}

impl Whole {
    /// Holds a part, and begins to take its SHA-256; none where the browser does not, or the part
    /// is too long.
    pub(super) async fn hash(
        &mut self,
        blob: &Blob,
        start: u64,
        length: u64,
    ) -> Result<Option<Hashing<ReadStop>>, ReadStop> {
        self.release();
        if !(LEAST..=MOST).contains(&length) {
            return Ok(None);
        }
        let end = start.saturating_add(length);
        let (Some(subtle), Some(reader)) = (subtle(), reader(blob, start, end)) else {
            return Ok(None);
        };
        let bytes = fill(&reader, length).await;
        let bytes = bytes.map_err(|_| ReadStop::Unreadable)?;
        // What stands in the buffer is taken over at once: the buffer may be filled anew.
        let Ok(digest) = subtle.digest_with_str_and_buffer_source("SHA-256", &bytes) else {
            return Ok(None);
        };
        self.held = Some(Held { start, bytes });
        let digest = JsFuture::from(digest);
        Ok(Some(Box::pin(async move {
            let digest = digest.await.map_err(|_| ReadStop::Unreadable)?;
            let digest = Uint8Array::new(&digest).to_vec();
            digest.try_into().map_err(|_| ReadStop::Unreadable)
        })))
    }

    /// Fills `rest` from the part that is held, as far as that reaches; gives how far.
    pub(super) fn read(&self, offset: u64, rest: &mut [u8]) -> usize {
        let copied = self.held.as_ref().and_then(|held| {
            let from = u32::try_from(offset.checked_sub(held.start)?).ok()?;
            let left = usize::try_from(held.bytes.length().checked_sub(from)?).ok()?;
            let rest = rest.get_mut(..left.min(rest.len()))?;
            let length = u32::try_from(rest.len()).ok()?;
            let piece = held.bytes.subarray(from, from.checked_add(length)?);
            piece.copy_to(rest);
            Some(rest.len())
        });
        copied.unwrap_or_default()
    }

    /// Holds nothing any more.
    pub(super) fn release(&mut self) {
        if let Some(held) = self.held.take() {
            SPARE.replace(Some(held.bytes.buffer()));
        }
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        self.release();
    }
}

/// Reads as many bytes as there must be.
async fn fill(reader: &ReadableStreamByobReader, length: u64) -> Result<Uint8Array, JsValue> {
    let length = u32::try_from(length).map_err(|_| JsValue::UNDEFINED)?;
    whole(reader, buffer(SPARE.take(), length), length).await
}

/// What takes digests; none on a page that is not secure.
fn subtle() -> Option<SubtleCrypto> {
    let scope: WorkerGlobalScope = js_sys::global().dyn_into().ok()?;
    let subtle: JsValue = scope.crypto().ok()?.subtle().into();
    subtle.dyn_into().ok()
}
