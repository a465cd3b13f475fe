//! A file as it streams in, always into the same buffer.
//!
//! A buffer for each piece is slower by far, and the browser lets more than a hundred MiB of them
//! come together before it looks which are still needed.

use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, ReadableStreamByobReader};

use super::blobs::{self, PIECE};
use crate::stop::ReadStop;

/// A file as it streams in.
pub(super) struct Stream {
    reader: ReadableStreamByobReader,
    /// The one buffer; the browser has it while it reads.
    buffer: ArrayBuffer,
    /// Where the next piece begins.
    at: u64,
}

impl Stream {
    /// A file from a place on; none where the browser cannot read into a given buffer.
    pub(super) fn open(blob: &Blob, at: u64) -> Option<Self> {
        Some(Self {
            reader: reader(blob, at, blobs::size(blob))?,
            buffer: ArrayBuffer::new(u32::try_from(PIECE).ok()?),
            at,
        })
    }

    /// Brings the bytes from `start` on, which is not before the next piece: as many as there
    /// are, none at the end.
    pub(super) async fn next(&mut self, start: u64, bytes: &mut Vec<u8>) -> Result<(), ReadStop> {
        loop {
            let at = self.at;
            self.piece(bytes).await.map_err(|_| ReadStop::Unreadable)?;
            if bytes.is_empty() || self.at > start {
                let skipped = usize::try_from(start.saturating_sub(at)).unwrap_or_default();
                bytes.drain(..skipped.min(bytes.len()));
                return Ok(());
            }
        }
    }

    async fn piece(&mut self, bytes: &mut Vec<u8>) -> Result<(), JsValue> {
        let piece = filled(&self.reader, &Uint8Array::new(&self.buffer)).await?;
        bytes.resize(usize::try_from(piece.length()).unwrap_or_default(), 0);
        piece.copy_to(bytes);
        self.at = self.at.saturating_add(u64::from(piece.length()));
        self.buffer = piece.buffer();
        Ok(())
    }
}

/// A reader of a part of a file; none where the browser cannot read into a given buffer.
pub(super) fn reader(blob: &Blob, start: u64, end: u64) -> Option<ReadableStreamByobReader> {
    let part = blobs::slice(blob, start, end).ok()?;
    ReadableStreamByobReader::new(&part.stream()).ok()
}

/// What comes next, at the start of a view's part of its buffer, which is given away and comes
/// back with it.
pub(super) async fn filled(
    reader: &ReadableStreamByobReader,
    view: &Uint8Array,
) -> Result<Uint8Array, JsValue> {
    let read = JsFuture::from(reader.read_with_array_buffer_view(view));
    let read: Object = read.await?.dyn_into()?;
    Reflect::get(&read, &"value".into())?.dyn_into()
}

impl Drop for Stream {
    fn drop(&mut self) {
        let done = JsFuture::from(self.reader.cancel());
        // Nobody waits for it, and nobody is to be told that it failed.
        spawn_local(async move {
            let _ = done.await;
        });
    }
}
