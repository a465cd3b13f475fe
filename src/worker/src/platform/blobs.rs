//! Files that the browser keeps: their bytes piece by piece, and files put together.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::mem;
use std::ops::ControlFlow;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use package::container::Source;
use package::digest::{FileDigest, Sums};
use sha256::LANES;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

use super::lanes::Lane;
use super::stream::Stream;
use crate::stop::ReadStop;

/// Most bytes that are read at once: as many as the browser has ready. Each is in memory twice.
pub(super) const PIECE: u64 = 512 << 10;
/// Bytes that are read where nobody has read on yet.
const GLANCE: u64 = 64 << 10;

/// Length in bytes.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the length of a Blob is a whole number below 2^53"
)]
pub fn size(blob: &Blob) -> u64 {
    blob.size() as u64
}

/// Whether the browser can still read a file: not when it was moved or changed after it was
/// picked.
pub(super) async fn is_readable(blob: &Blob) -> bool {
    bytes(blob, 0, 1).await.is_ok()
}

/// Some bytes of a file; fewer where it ends.
///
/// # Errors
/// When the browser cannot read it.
pub async fn bytes(blob: &Blob, start: u64, length: u64) -> Result<Vec<u8>, ReadStop> {
    let slice = slice(blob, start, start.saturating_add(length))?;
    if let Some(mut stream) = Stream::open(&slice, 0) {
        return stream.rest().await;
    }
    let buffer = JsFuture::from(slice.array_buffer()).await;
    let buffer: ArrayBuffer = buffer
        .and_then(JsCast::dyn_into)
        .map_err(|_| ReadStop::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The digest of a file, beside those of others. `progress` gets the
/// number of bytes of each piece, and may stop.
///
/// # Errors
/// When it was stopped or the browser cannot read it.
pub async fn digest(
    blob: &Blob,
    progress: impl Fn(u64) -> ControlFlow<()>,
) -> Result<FileDigest, ReadStop> {
    let mut pieces = Pieces::new(blob.clone());
    let (mut lane, mut sums) = (Lane::begin(), Sums::default());
    while sums.size() < pieces.size {
        let length = pieces.next(sums.size()).await?;
        sums.update(&pieces.bytes);
        pieces.bytes = lane.take(mem::take(&mut pieces.bytes)).await;
        if progress(length).is_break() {
            return Err(ReadStop::Cancelled);
        }
    }
    Ok(sums.finish(lane.finish()))
}

/// A file piece by piece.
struct Pieces {
    blob: Blob,
    size: u64,
    /// The piece at hand.
    bytes: Vec<u8>,
    /// Where the piece at hand ends.
    end: u64,
    /// What follows it, where somebody reads on and the browser can.
    stream: Option<Stream>,
}

impl Pieces {
    fn new(blob: Blob) -> Self {
        Self {
            size: size(&blob),
            blob,
            bytes: Vec::new(),
            end: 0,
            stream: None,
        }
    }

    /// Brings a piece from `start` on to hand; gives its length, which is never zero. Who reads
    /// on from the last piece gets what streams in; who jumps gets a little.
    async fn next(&mut self, start: u64) -> Result<u64, ReadStop> {
        self.stream = self.stream.take().filter(|stream| !stream.has_ended());
        let ahead = start.checked_sub(self.end);
        let reads_on = ahead.is_some_and(|ahead| ahead < PIECE);
        if !reads_on {
            self.stream = None;
        } else if self.stream.is_none() {
            self.stream = Stream::open(&self.blob, start);
        }
        if let Some(stream) = &mut self.stream {
            stream.next(start, &mut self.bytes).await?;
        } else {
            let length = if reads_on { PIECE } else { GLANCE };
            self.bytes = bytes(&self.blob, start, length).await?;
        }
        let length = u64::try_from(self.bytes.len()).unwrap_or_default();
        if length == 0 {
            return Err(ReadStop::Unreadable);
        }
        self.end = start.saturating_add(length);
        Ok(length)
    }
}

/// A part of a file, as a handle.
#[allow(
    clippy::cast_precision_loss,
    reason = "an offset within a Blob is a whole number below 2^53"
)]
pub(super) fn slice(blob: &Blob, start: u64, end: u64) -> Result<Blob, ReadStop> {
    let slice = blob.slice_with_f64_and_f64(start as f64, end as f64);
    slice.map_err(|_| ReadStop::Unreadable)
}

/// The bytes of a file as a source of the strict reader, one piece at a time in memory.
pub struct BlobSource {
    pieces: Pieces,
    /// Where the piece at hand begins.
    start: u64,
}

impl BlobSource {
    /// The source over a file.
    pub fn new(blob: Blob) -> Self {
        Self {
            pieces: Pieces::new(blob),
            start: 0,
        }
    }

    /// Bytes of the piece at hand from an offset on.
    fn at_hand(&self, offset: u64) -> Option<&[u8]> {
        let from = usize::try_from(offset.checked_sub(self.start)?).ok()?;
        let bytes = self.pieces.bytes.get(from..)?;
        (!bytes.is_empty()).then_some(bytes)
    }
}

impl Source for BlobSource {
    type Error = ReadStop;

    fn size(&self) -> u64 {
        self.pieces.size
    }

    async fn read_at(&mut self, mut offset: u64, buffer: &mut [u8]) -> Result<(), ReadStop> {
        let mut rest = buffer;
        while !rest.is_empty() {
            if self.at_hand(offset).is_none() {
                self.pieces.next(offset).await?;
                self.start = offset;
            }
            let bytes = self.at_hand(offset).ok_or(ReadStop::Unreadable)?;
            let length = bytes.len().min(rest.len());
            let (filled, left) = rest.split_at_mut(length);
            filled.copy_from_slice(bytes.get(..length).ok_or(ReadStop::Unreadable)?);
            offset = offset.saturating_add(u64::try_from(length).unwrap_or_default());
            rest = left;
        }
        Ok(())
    }

    async fn digests(
        &mut self,
        parts: &[(u64, u64)],
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Option<Vec<FileDigest>>, ReadStop> {
        let (blob, progress) = (&self.pieces.blob, RefCell::new(progress));
        let tell = |length| (progress.borrow_mut())(length);
        let each = parts
            .iter()
            .enumerate()
            .map(async |(index, (start, length))| {
                let part = slice(blob, *start, start.saturating_add(*length))?;
                let digest = digest(&part, tell).await?;
                Ok::<_, ReadStop>((index, digest))
            });
        let digests: BTreeMap<_, _> = stream::iter(each)
            .buffer_unordered(LANES)
            .try_collect()
            .await?;
        Ok(Some(digests.into_values().collect()))
    }
}

/// A part of a file.
pub enum Part<'a> {
    /// Bytes in memory.
    Bytes(&'a [u8]),
    /// Bytes that the browser keeps; they are not copied.
    Blob(&'a Blob),
}

/// The file made of parts, one after the other.
pub fn assemble<'a>(parts: impl Iterator<Item = Part<'a>>, media_type: &str) -> Option<Blob> {
    let list = Array::new();
    for part in parts {
        match part {
            Part::Bytes(bytes) => list.push(&Uint8Array::from(bytes)),
            Part::Blob(blob) => list.push(blob),
        };
    }
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_blob_sequence_and_options(&list, &options).ok()
}
