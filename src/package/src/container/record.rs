//! The records of a zip, to and from bytes (APPNOTE 4.3).

/// Flag bit 3: sizes follow the data.
pub(super) const FLAG_DESCRIPTOR: u16 = 1 << 3;
/// Flag bit 11: the name is UTF-8.
pub(super) const FLAG_UTF8: u16 = 1 << 11;
/// 1980-01-01 as MS-DOS date; midnight is time 0.
pub(super) const DATE: u16 = 0x0021;
/// Made on UNIX, by version 4.5 of the format.
pub(super) const MADE_BY: u16 = 0x032d;
/// Version needed: 2.0, or 4.5 for zip64.
pub(super) const NEEDED: u16 = 20;
pub(super) const NEEDED_ZIP64: u16 = 45;
/// A regular file, `rw-r--r--`, in the upper half of the attributes.
pub(super) const ATTRIBUTES: u32 = 0o100_644 << 16;
/// In a 16 or 32 bit field: see the zip64 record.
pub(super) const MAX16: u16 = u16::MAX;
pub(super) const MAX32: u32 = u32::MAX;

pub(super) const END: u32 = 0x0605_4b50;
pub(super) const END64: u32 = 0x0606_4b50;
pub(super) const LOCATOR64: u32 = 0x0706_4b50;
pub(super) const CENTRAL: u32 = 0x0201_4b50;
pub(super) const LOCAL: u32 = 0x0403_4b50;
pub(super) const DESCRIPTOR: u32 = 0x0807_4b50;

pub(super) const END_SIZE: usize = 22;
pub(super) const END64_SIZE: usize = 56;
pub(super) const LOCATOR64_SIZE: usize = 20;
pub(super) const CENTRAL_SIZE: usize = 46;
pub(super) const LOCAL_SIZE: usize = 30;

/// Reads little-endian numbers off the front of bytes.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'a>(pub(super) &'a [u8]);

impl<'a> Cursor<'a> {
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(head)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u16::from_le_bytes(*head))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*head))
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*head))
    }

    pub(super) fn signature(&mut self, signature: u32) -> Option<()> {
        (self.u32()? == signature).then_some(())
    }
}

/// What both headers of an entry say, field for field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Common {
    pub(super) needed: u16,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) time: u16,
    pub(super) date: u16,
    pub(super) crc32: u32,
    pub(super) compressed: u32,
    pub(super) size: u32,
    pub(super) name: u16,
    pub(super) extra: u16,
}

impl Common {
    pub(super) fn read(cursor: &mut Cursor) -> Option<Self> {
        Some(Self {
            needed: cursor.u16()?,
            flags: cursor.u16()?,
            method: cursor.u16()?,
            time: cursor.u16()?,
            date: cursor.u16()?,
            crc32: cursor.u32()?,
            compressed: cursor.u32()?,
            size: cursor.u32()?,
            name: cursor.u16()?,
            extra: cursor.u16()?,
        })
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        for field in [self.needed, self.flags, self.method, self.time, self.date] {
            out.extend(field.to_le_bytes());
        }
        for field in [self.crc32, self.compressed, self.size] {
            out.extend(field.to_le_bytes());
        }
        out.extend(self.name.to_le_bytes());
        out.extend(self.extra.to_le_bytes());
    }
}

/// The rest of a central header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CentralTail {
    pub(super) comment: u16,
    pub(super) disk: u16,
    pub(super) internal: u16,
    pub(super) external: u32,
    pub(super) offset: u32,
}

impl CentralTail {
    pub(super) fn read(cursor: &mut Cursor) -> Option<Self> {
        Some(Self {
            comment: cursor.u16()?,
            disk: cursor.u16()?,
            internal: cursor.u16()?,
            external: cursor.u32()?,
            offset: cursor.u32()?,
        })
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        for field in [self.comment, self.disk, self.internal] {
            out.extend(field.to_le_bytes());
        }
        out.extend(self.external.to_le_bytes());
        out.extend(self.offset.to_le_bytes());
    }
}
