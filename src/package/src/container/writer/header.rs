//! Headers of entries and the end of the archive.

use {
    super::super::record::{
        ATTRIBUTES, CENTRAL, CentralTail, Common, DATE, END, END64, END64_SIZE, FLAG_UTF8, LOCAL,
        LOCATOR64, MADE_BY, MAX16, MAX32, NEEDED, NEEDED_ZIP64,
    },
    crate::digest::FileDigest,
};

/// An entry and where its local header is.
pub(super) struct Placed {
    pub(super) name: String,
    pub(super) digest: FileDigest,
    pub(super) offset: u64,
}

/// Appends the local header. Zip64 holds both sizes here (APPNOTE 4.5.3).
pub(super) fn local(entry: &Placed, out: &mut Vec<u8>) {
    let size = entry.digest.size;
    let extra = if overflows(size) {
        zip64(&[size, size])
    } else {
        Vec::new()
    };
    out.extend(LOCAL.to_le_bytes());
    common(entry, &extra).write(out);
    out.extend(entry.name.as_bytes());
    out.extend(extra);
}

/// Appends the central directory, which begins at `offset`, and the end.
pub(super) fn directory(entries: &[Placed], offset: u64, out: &mut Vec<u8>) {
    let before = out.len();
    for entry in entries {
        central(entry, out);
    }
    let size = out.len().saturating_sub(before) as u64;
    let count = entries.len() as u64;
    if overflows(size) || overflows(offset) || count >= u64::from(MAX16) {
        end64(count, size, offset, out);
    }
    out.extend(END.to_le_bytes());
    out.extend([0; 4]);
    let count = u16::try_from(count).unwrap_or(MAX16);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(narrow(size).to_le_bytes());
    out.extend(narrow(offset).to_le_bytes());
    out.extend([0; 2]);
}

fn central(entry: &Placed, out: &mut Vec<u8>) {
    let size = entry.digest.size;
    let mut wide = Vec::new();
    if overflows(size) {
        wide.extend([size, size]);
    }
    if overflows(entry.offset) {
        wide.push(entry.offset);
    }
    let extra = if wide.is_empty() {
        Vec::new()
    } else {
        zip64(&wide)
    };
    out.extend(CENTRAL.to_le_bytes());
    out.extend(MADE_BY.to_le_bytes());
    common(entry, &extra).write(out);
    let tail = CentralTail {
        comment: 0,
        disk: 0,
        internal: 0,
        external: ATTRIBUTES,
        offset: narrow(entry.offset),
    };
    tail.write(out);
    out.extend(entry.name.as_bytes());
    out.extend(extra);
}

fn common(entry: &Placed, extra: &[u8]) -> Common {
    let size = narrow(entry.digest.size);
    Common {
        needed: if extra.is_empty() {
            NEEDED
        } else {
            NEEDED_ZIP64
        },
        flags: FLAG_UTF8,
        method: 0,
        time: 0,
        date: DATE,
        crc32: entry.digest.crc32,
        compressed: size,
        size,
        // INVARIANT: a checked name has at most `name::PATH_LIMIT` bytes.
        name: u16::try_from(entry.name.len()).unwrap_or(MAX16),
        extra: u16::try_from(extra.len()).unwrap_or(MAX16),
    }
}

/// The zip64 extra field.
fn zip64(values: &[u64]) -> Vec<u8> {
    let body: Vec<u8> = values
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect();
    let mut field = vec![1, 0];
    field.extend(u16::try_from(body.len()).unwrap_or(MAX16).to_le_bytes());
    field.extend(body);
    field
}

fn end64(count: u64, size: u64, offset: u64, out: &mut Vec<u8>) {
    let at = offset.saturating_add(size);
    out.extend(END64.to_le_bytes());
    out.extend((END64_SIZE as u64 - 12).to_le_bytes());
    out.extend(MADE_BY.to_le_bytes());
    out.extend(NEEDED_ZIP64.to_le_bytes());
    out.extend([0; 8]);
    for value in [count, count, size, offset] {
        out.extend(value.to_le_bytes());
    }
    out.extend(LOCATOR64.to_le_bytes());
    out.extend([0; 4]);
    out.extend(at.to_le_bytes());
    out.extend(1_u32.to_le_bytes());
}

fn overflows(value: u64) -> bool {
    value >= u64::from(MAX32)
}

fn narrow(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(MAX32)
}
