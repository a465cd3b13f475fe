//! A file as it streams in, always into the same buffer.
//!
//! A buffer for each piece is slower by far, and one for each file is too many: the browser lets a hundred MiB of them
//! come together before it looks which are still needed.

use std::cell::RefCell;

use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, ReadableStreamByobReader};

use super::blobs::{self, PIECE};
use crate::stop::ReadStop;

thread_local! {
    /// Buffers of pieces that no stream has: as many as there were streams at once.
    static SPARE: RefCell<Vec<ArrayBuffer>> = const { RefCell::new(Vec::new()) };
}

/// A file as it streams in.
pub(super) struct Stream {
    reader: ReadableStreamByobReader,
    /// Where pieces stream in; the browser has it while it reads.
    buffer: ArrayBuffer,
    /// Where the next piece begins.
    at: u64,
    /// Where the last one ends.
    end: u64,
}

impl Stream {
    /// A file from a place on; none where the browser cannot read into a given buffer.
    pub(super) fn open(blob: &Blob, at: u64) -> Option<Self> {
        let end = blobs::size(blob);
        let part = blobs::slice(blob, at, end).ok()?;
        let reader = ReadableStreamByobReader::new(&part.stream()).ok()?;
        let spare = SPARE.with_borrow_mut(Vec::pop);
        let length = u32::try_from(PIECE).ok()?;
        Some(Self {
            reader,
            buffer: spare.unwrap_or_else(|| ArrayBuffer::new(length)),
            at,
            end,
        })
    }

    /// Whether all of it has come.
    pub(super) const fn has_ended(&self) -> bool {
        self.at >= self.end
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

    /// All that is still to come.
    pub(super) async fn rest(&mut self) -> Result<Vec<u8>, ReadStop> {
        let (mut bytes, mut piece) = (Vec::new(), Vec::new());
        while !self.has_ended() {
            let read = self.piece(&mut piece).await;
            read.map_err(|_| ReadStop::Unreadable)?;
            if piece.is_empty() {
                return Err(ReadStop::Unreadable);
            }
            bytes.append(&mut piece);
        }
        Ok(bytes)
    }

    async fn piece(&mut self, bytes: &mut Vec<u8>) -> Result<(), JsValue> {
        let view = Uint8Array::new(&self.buffer);
        let read = JsFuture::from(self.reader.read_with_array_buffer_view(&view));
        let read: Object = read.await?.dyn_into()?;
        let piece: Uint8Array = Reflect::get(&read, &"value".into())?.dyn_into()?;
        bytes.resize(usize::try_from(piece.length()).unwrap_or_default(), 0);
        piece.copy_to(bytes);
        self.at = self.at.saturating_add(u64::from(piece.length()));
        self.buffer = piece.buffer();
        Ok(())
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // What was given to a read that failed or never ended is not worth keeping.
        if self.buffer.byte_length() > 0 {
            SPARE.with_borrow_mut(|spare| spare.push(self.buffer.clone()));
        }
        let done = JsFuture::from(self.reader.cancel());
        // Nobody waits for it, and nobody is to be told that it failed.
        spawn_local(async move {
            let _ = done.await;
        });
    }
}
