//! A file as it streams in, always into the same buffer, or into those that come back from whoever digests it.
//!
//! A buffer for each piece is slower by far, and one for each file is too many: the browser lets a hundred MiB of them
//! come together before it looks which are still needed.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, ReadableStreamByobReader};

use super::blobs::{self, PIECE};
use super::hasher::Hasher;
use crate::stop::ReadStop;

thread_local! {
    /// The buffer of a piece, while no stream has it.
    static SPARE: RefCell<Option<ArrayBuffer>> = const { RefCell::new(None) };
}

/// A file as it streams in.
pub(super) struct Stream {
    reader: ReadableStreamByobReader,
    buffers: Buffers,
    /// Where the next piece begins.
    at: u64,
    /// Where the last one ends.
    end: u64,
}

/// Where pieces stream in.
enum Buffers {
    /// The one buffer; the browser has it while it reads.
    One(ArrayBuffer),
    /// Those of who takes the digest.
    Digested(Rc<Hasher>),
}

impl Stream {
    /// A file from a place on; none where the browser cannot read into a given buffer.
    pub(super) fn open(blob: &Blob, at: u64) -> Option<Self> {
        let end = blobs::size(blob);
        Some(Self {
            reader: reader(blob, at, end)?,
            buffers: Buffers::One(buffer(SPARE.take(), u32::try_from(PIECE).ok()?)),
            at,
            end,
        })
    }

    /// A part of a file, digested as it streams in; none where the browser cannot read into a
    /// given buffer.
    pub(super) fn digested(blob: &Blob, (at, end): (u64, u64), by: Rc<Hasher>) -> Option<Self> {
        Some(Self {
            reader: reader(blob, at, end)?,
            buffers: Buffers::Digested(by),
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

    async fn piece(&mut self, bytes: &mut Vec<u8>) -> Result<(), JsValue> {
        let piece = match &self.buffers {
            Buffers::One(buffer) => filled(&self.reader, &Uint8Array::new(buffer)).await?,
            Buffers::Digested(by) => {
                let length = self.end.saturating_sub(self.at).min(PIECE);
                let length = u32::try_from(length).map_err(|_| JsValue::UNDEFINED)?;
                whole(&self.reader, by.buffer().await?, length).await?
            }
        };
        bytes.resize(usize::try_from(piece.length()).unwrap_or_default(), 0);
        piece.copy_to(bytes);
        self.at = self.at.saturating_add(u64::from(piece.length()));
        match &mut self.buffers {
            Buffers::One(buffer) => *buffer = piece.buffer(),
            Buffers::Digested(by) => by.feed(&piece)?,
        }
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

/// A former buffer that has room for so many bytes, else a new one.
pub(super) fn buffer(former: Option<ArrayBuffer>, length: u32) -> ArrayBuffer {
    let former = former.filter(|buffer| buffer.byte_length() >= length);
    former.unwrap_or_else(|| ArrayBuffer::new(length))
}

/// The next `length` bytes, at the start of a buffer that has room for them.
pub(super) async fn whole(
    reader: &ReadableStreamByobReader,
    mut buffer: ArrayBuffer,
    length: u32,
) -> Result<Uint8Array, JsValue> {
    let mut done = 0_u32;
    while done < length {
        let left = length.saturating_sub(done);
        let view = Uint8Array::new_with_byte_offset_and_length(&buffer, done, left);
        let piece = filled(reader, &view).await?;
        buffer = piece.buffer();
        if piece.length() == 0 {
            return Err(JsValue::UNDEFINED);
        }
        done = done.saturating_add(piece.length());
    }
    Ok(Uint8Array::new_with_byte_offset_and_length(
        &buffer, 0, length,
    ))
}

impl Drop for Stream {
    fn drop(&mut self) {
        if let Buffers::One(buffer) = &self.buffers {
            SPARE.replace(Some(buffer.clone()));
        }
        let done = JsFuture::from(self.reader.cancel());
        // Nobody waits for it, and nobody is to be told that it failed.
        spawn_local(async move {
            let _ = done.await;
        });
    }
}
