//! Extra fields of a header (APPNOTE 4.5): zip64 and the Unicode name are
//! read, the others only walked over.

use {super::record::Cursor, crc32::Crc32};

const ZIP64: u16 = 0x0001;
const UNICODE_NAME: u16 = 0x7075;

/// The extra fields that matter.
#[derive(Debug, Default)]
pub(super) struct Extra<'a> {
    /// Body of the zip64 field.
    pub(super) zip64: Option<&'a [u8]>,
    /// Body of the Unicode name field.
    unicode_name: Option<&'a [u8]>,
    /// Whether there is any field besides zip64.
    pub(super) other: bool,
}

impl<'a> Extra<'a> {
    /// Walks the list; none when it is damaged or has one of the two fields
    /// twice.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut extra = Self::default();
        let mut cursor = Cursor(bytes);
        while !cursor.0.is_empty() {
            let kind = cursor.u16()?;
            let length = cursor.u16()?;
            let body = cursor.take(usize::from(length))?;
            let known = match kind {
                ZIP64 => extra.zip64.replace(body),
                UNICODE_NAME => {
                    extra.other = true;
                    extra.unicode_name.replace(body)
                }
                _ => {
                    extra.other = true;
                    None
                }
            };
            if known.is_some() {
                return None;
            }
        }
        Some(extra)
    }

    /// The Unicode name, if the field speaks of the plain name `name`
    /// (APPNOTE 4.6.9).
    pub(super) fn unicode_name(&self, name: &[u8]) -> Option<&'a str> {
        let mut cursor = Cursor(self.unicode_name?);
        let &[version] = cursor.take(1)? else {
            return None;
        };
        let mut crc = Crc32::new();
        crc.update(name);
        let fits = version == 1 && cursor.u32()? == crc.finish();
        fits.then(|| std::str::from_utf8(cursor.0).ok()).flatten()
    }
}

/// Takes from the zip64 field what a plain field left to it (APPNOTE 4.5.3:
/// in this order, and only fields that are full).
#[derive(Debug)]
pub(super) struct Wide<'a>(Cursor<'a>);

impl<'a> Wide<'a> {
    pub(super) fn new(extra: &Extra<'a>) -> Self {
        Self(Cursor(extra.zip64.unwrap_or(&[])))
    }

    /// The value of a 32 bit field; none when zip64 should have it and has not.
    pub(super) fn value(&mut self, plain: u32) -> Option<u64> {
        if plain == super::record::MAX32 {
            self.0.u64()
        } else {
            Some(u64::from(plain))
        }
    }

    /// What is left of the field.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.0.0
    }
}
