//! A large file put together from parts, and the address under which it is handed out.

use js_sys::{Array, Uint8Array};
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
