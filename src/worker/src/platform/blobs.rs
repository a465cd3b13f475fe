//! Files that the browser keeps: their bytes piece by piece, and files put together.

use std::ops::ControlFlow;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use package::container::Source;
use package::digest::{Digester, FileDigest};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

use crate::stop::ReadStop;

/// Bytes that are read at once. Larger pieces are no faster, and each is in memory twice.
const PIECE: u64 = 1 << 20;

/// Length in bytes.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the length of a Blob is a whole number below 2^53"
)]
pub(super) fn size(blob: &Blob) -> u64 {
    blob.size() as u64
}

/// Whether the browser can still read a file: not when it was moved or changed after it was
/// picked.
pub(super) async fn is_readable(blob: &Blob) -> bool {
    match request(blob, 0, 1) {
        Ok(coming) => coming.await.is_ok(),
        Err(_) => false,
    }
}

/// The digest of a file; the next piece is fetched while one is digested. `progress` gets the
/// number of bytes of each piece, and may stop.
pub(super) async fn digest(
    blob: &Blob,
    progress: impl Fn(u64) -> ControlFlow<()>,
) -> Result<FileDigest, ReadStop> {
    let mut digester = Digester::new();
    let mut pieces = Pieces::new(blob.clone());
    while digester.size() < pieces.size {
        let length = pieces.next(digester.size()).await?;
        digester.update(&pieces.bytes);
        if progress(length).is_break() {
            return Err(ReadStop::Cancelled);
        }
    }
    Ok(digester.finish())
}

/// A file piece by piece, with the next one on its way.
struct Pieces {
    blob: Blob,
    size: u64,
    /// The piece at hand.
    bytes: Vec<u8>,
    /// Where the piece on its way begins.
    coming: Option<(u64, JsFuture)>,
}

impl Pieces {
    fn new(blob: Blob) -> Self {
        Self {
            size: size(&blob),
            blob,
            bytes: Vec::new(),
            coming: None,
        }
    }

    /// Brings the piece from `start` on to hand; gives its length, which is never zero.
    async fn next(&mut self, start: u64) -> Result<u64, ReadStop> {
        let coming = match self.coming.take() {
            Some((at, coming)) if at == start => coming,
            _ => request(&self.blob, start, PIECE)?,
        };
        let buffer = coming.await.map_err(|_| ReadStop::Unreadable)?;
        let buffer: ArrayBuffer = buffer.dyn_into().map_err(|_| ReadStop::Unreadable)?;
        let piece = Uint8Array::new(&buffer);
        let length = u64::from(piece.length());
        if length == 0 {
            return Err(ReadStop::Unreadable);
        }
        let next = start.saturating_add(length);
        if next < self.size {
            self.coming = Some((next, request(&self.blob, next, PIECE)?));
        }
        let room = usize::try_from(length).unwrap_or_default();
        self.bytes.resize(room, 0);
        piece.copy_to(&mut self.bytes);
        Ok(length)
    }
}

/// Asks for a piece; the browser begins to read it at once.
#[allow(
    clippy::cast_precision_loss,
    reason = "an offset within a Blob is a whole number below 2^53"
)]
fn request(blob: &Blob, start: u64, length: u64) -> Result<JsFuture, ReadStop> {
    let end = start.saturating_add(length);
    let piece = blob.slice_with_f64_and_f64(start as f64, end as f64);
    let piece = piece.map_err(|_| ReadStop::Unreadable)?;
    Ok(JsFuture::from(piece.array_buffer()))
}

/// The bytes of a file as a source of the strict reader, one piece at a time in memory.
pub(super) struct BlobSource {
    pieces: Pieces,
    /// Where the piece at hand begins.
    start: u64,
}

impl BlobSource {
    /// The source over a file.
    pub(super) fn new(blob: Blob) -> Self {
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
}

/// A part of a file.
pub(super) enum Part<'a> {
    /// Bytes in memory.
    Bytes(&'a [u8]),
    /// Bytes that the browser keeps; they are not copied.
    Blob(&'a Blob),
}

/// The file made of parts, one after the other.
pub(super) fn assemble<'a>(
    parts: impl Iterator<Item = Part<'a>>,
    media_type: &str,
) -> Option<Blob> {
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
