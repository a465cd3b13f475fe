//! What kind of zip a file is, by the names in it.

use super::FileKind;

/// Length of an end record without its comment (APPNOTE 4.3.16).
const END: usize = 22;
/// Length of a record of the directory before its name (APPNOTE 4.3.12).
const RECORD: usize = 46;

/// Whether the end record is there, and its comment ends the file.
pub(super) fn is_whole(tail: &[u8]) -> bool {
    end_record(tail).is_some()
}

/// Where the end record begins in the tail.
fn end_record(tail: &[u8]) -> Option<usize> {
    let last = tail.len().checked_sub(END)?;
    (0..=last).rev().find(|&at| {
        let record = tail.get(at..).unwrap_or_default();
        let comment = short(record, 20);
        record.starts_with(b"PK\x05\x06") && comment == Some(record.len().saturating_sub(END))
    })
}

/// What kind of document it is by the names in its directory, and in the
/// headers at its beginning where the directory is not at hand.
pub(super) fn kind(head: &[u8], tail: &[u8]) -> FileKind {
    let mut names = directory(tail);
    names.extend(first_name(head));
    let has = |name: &[u8]| names.contains(&name);
    let under = |folder: &[u8]| names.iter().any(|name| name.starts_with(folder));
    if has(b"OFD.xml") {
        return FileKind::Ofd;
    }
    if !has(b"[Content_Types].xml") {
        return FileKind::Zip;
    }
    if under(b"word/") {
        FileKind::Docx
    } else if under(b"xl/") {
        FileKind::Xlsx
    } else if under(b"ppt/") {
        FileKind::Pptx
    } else {
        FileKind::Zip
    }
}

/// The names of the directory records that lie in the tail.
fn directory(tail: &[u8]) -> Vec<&[u8]> {
    let mut names = Vec::new();
    let end = end_record(tail).unwrap_or(tail.len());
    let size = tail.get(end..).and_then(|record| long(record, 12));
    let mut at = size
        .and_then(|size| end.checked_sub(size))
        .unwrap_or_else(|| {
            // The directory begins before the tail: at the first record that is in it.
            let mut places = tail.windows(4);
            places
                .position(|window| window == b"PK\x01\x02")
                .unwrap_or(end)
        });
    while let Some(record) = tail
        .get(at..end)
        .filter(|rest| rest.starts_with(b"PK\x01\x02"))
    {
        let lengths = [28, 30, 32].map(|field| short(record, field).unwrap_or_default());
        let [name, extra, comment] = lengths;
        let Some(name) = record.get(RECORD..RECORD.saturating_add(name)) else {
            break;
        };
        names.push(name);
        let length = [RECORD, name.len(), extra, comment];
        at = length.into_iter().fold(at, usize::saturating_add);
    }
    names
}

/// The name in the first local header (APPNOTE 4.3.7).
fn first_name(head: &[u8]) -> Option<&[u8]> {
    let length = short(head, 26)?;
    head.get(30..30_usize.saturating_add(length))
}

fn short(record: &[u8], at: usize) -> Option<usize> {
    let bytes = record.get(at..)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_le_bytes(*bytes)))
}

fn long(record: &[u8], at: usize) -> Option<usize> {
    let bytes = record.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}
