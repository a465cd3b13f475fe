//! A package that was made and passed the check.

use json::Json;

use crate::Wire;
use crate::wire::{member, object};

/// A package that was made and passed the check. Its bytes go beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The name of its file.
    pub file: String,
    /// Its short code.
    pub code: String,
    /// The QR code that the printable form bears, as the data of an SVG path in a box of
    /// [`package::qr::SIDE`] modules; empty when there is none.
    pub qr: String,
}

impl Wire for Sealed {
    fn to_wire(&self) -> Json {
        object([
            ("file", self.file.to_wire()),
            ("code", self.code.to_wire()),
            ("qr", self.qr.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        Some(Self {
            file: member(json, "file")?,
            code: member(json, "code")?,
            qr: member(json, "qr")?,
        })
    }
}
