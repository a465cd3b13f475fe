//! Files that a person picked or dropped: their names, and their bytes piece by piece.

use gloo::events::{EventListener, EventListenerOptions};
#[cfg(not(test))]
use js_sys::JsString;
use js_sys::{ArrayBuffer, Uint8Array};
use package::container::Source;
use package::name::Unicode;
use ui::platform::files;
pub(crate) use ui::platform::files::whole;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File};

use super::blob::FileBlob;

/// Bytes that are read at once.
const PIECE: u64 = 1 << 20;

/// A file that a person picked or dropped.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picked {
    /// Its name, in normal form C.
    pub(crate) name: String,
    /// The handle of its bytes.
    pub(crate) blob: FileBlob,
}

/// Why the bytes of a file were not had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadStop {
    /// The browser could not read it: moved, changed, or a folder.
    Unreadable,
}

/// The files that were picked in a file field, which is emptied.
pub(crate) fn picked(event: &Event) -> Vec<Picked> {
    files::picked(event).into_iter().map(one).collect()
}

/// The files that were dropped.
pub(crate) fn dropped(event: &DragEvent) -> Vec<Picked> {
    let files = event.data_transfer().and_then(|data| data.files());
    files::listed(files).into_iter().map(one).collect()
}

/// While it is kept, a file that is dropped beside a drop zone does not take the place of the
/// page.
pub(crate) fn keep_stray_drops() -> [EventListener; 2] {
    ["dragover", "drop"].map(|event| {
        let options = EventListenerOptions::enable_prevent_default();
        let window = gloo::utils::window();
        EventListener::new_with_options(&window, event, options, Event::prevent_default)
    })
}

/// What is known of Unicode where there is no browser.
#[cfg(test)]
pub(crate) const UNICODE: Unicode = package::name::UNICODE;

/// What the browser knows of Unicode.
#[cfg(not(test))]
pub(crate) const UNICODE: Unicode = Unicode {
    normalise: |text| JsString::from(text).normalize("NFC").into(),
    fold: |text| JsString::from(text).to_upper_case().to_lower_case().into(),
};

/// A text in Unicode's normal form C.
pub(crate) fn normalised(text: &str) -> String {
    (UNICODE.normalise)(text)
}

/// Whether the browser can still read a file: not when it was moved or changed after it was
/// picked.
pub(crate) async fn is_readable(blob: &FileBlob) -> bool {
    let Some(byte) = blob.piece(0, 1) else {
        return false;
    };
    JsFuture::from(byte.0.array_buffer()).await.is_ok()
}

/// Whether a file begins with some bytes; none when it cannot be read.
pub(crate) async fn begins_with(blob: &FileBlob, start: &[u8]) -> Option<bool> {
    let length = u64::try_from(start.len()).ok()?;
    let piece = arrived(JsFuture::from(blob.piece(0, length)?.0.array_buffer())).await;
    Some(piece.ok()?.to_vec() == start)
}

/// The bytes of a file as a source of the strict reader, one piece at a time in memory.
pub(crate) struct BlobSource {
    blob: FileBlob,
    /// Where the piece at hand begins.
    start: u64,
    piece: Vec<u8>,
}

impl BlobSource {
    /// The source over a file.
    pub(crate) fn new(blob: FileBlob) -> Self {
        Self {
            blob,
            start: 0,
            piece: Vec::new(),
        }
    }

    /// Bytes of the piece at hand from an offset on.
    fn at_hand(&self, offset: u64) -> Option<&[u8]> {
        let from = usize::try_from(offset.checked_sub(self.start)?).ok()?;
        self.piece.get(from..).filter(|bytes| !bytes.is_empty())
    }
}

impl Source for BlobSource {
    type Error = ReadStop;

    fn size(&self) -> u64 {
        self.blob.size()
    }

    async fn read_at(&mut self, mut offset: u64, buffer: &mut [u8]) -> Result<(), ReadStop> {
        let mut rest = buffer;
        while !rest.is_empty() {
            if self.at_hand(offset).is_none() {
                let piece = arrived(request(&self.blob, offset)?).await?;
                self.start = offset;
                self.piece = piece.to_vec();
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

fn one(file: File) -> Picked {
    Picked {
        name: (UNICODE.normalise)(&file.name()),
        blob: FileBlob(file.into()),
    }
}

/// Asks for a piece; the browser begins to read it at once.
fn request(blob: &FileBlob, start: u64) -> Result<JsFuture, ReadStop> {
    let piece = blob.piece(start, PIECE).ok_or(ReadStop::Unreadable)?;
    Ok(JsFuture::from(piece.0.array_buffer()))
}

async fn arrived(coming: JsFuture) -> Result<Uint8Array, ReadStop> {
    let buffer = coming.await.map_err(|_| ReadStop::Unreadable)?;
    let buffer: ArrayBuffer = buffer.dyn_into().map_err(|_| ReadStop::Unreadable)?;
    Ok(Uint8Array::new(&buffer))
}
