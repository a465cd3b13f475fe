//! Whether the picture data of a JPEG is ended (ISO/IEC 10918-1, B.1).

/// Whether the end of the picture comes after its start. A preview inside the
/// headers has an end of its own, which does not count; what cameras add after
/// the end does no harm.
pub(super) fn is_whole(size: u64, head: &[u8], tail: &[u8]) -> bool {
    let from = match scan(head) {
        Scan::At(start) => start as u64,
        // The headers are longer than what was looked at.
        Scan::Beyond if size > head.len() as u64 => 0,
        Scan::Beyond | Scan::Broken => return false,
    };
    let before = size.saturating_sub(tail.len() as u64);
    let skipped = usize::try_from(from.saturating_sub(before)).unwrap_or(usize::MAX);
    let data = tail.get(skipped..).unwrap_or_default();
    data.windows(2).any(|window| window == b"\xff\xd9")
}

/// Where the picture data begins.
enum Scan {
    /// At this offset.
    At(usize),
    /// After the bytes at hand.
    Beyond,
    /// Something that is no header stands before it.
    Broken,
}

/// Follows the headers from marker to marker.
fn scan(head: &[u8]) -> Scan {
    let mut at = 2_usize;
    loop {
        let Some([mark, code]) = head.get(at..).and_then(<[u8]>::first_chunk::<2>) else {
            return Scan::Beyond;
        };
        match (mark, code) {
            // Fill bytes (B.1.1.2).
            (0xff, 0xff) => at = at.saturating_add(1),
            (0xff, 0xda) => return Scan::At(at.saturating_add(2)),
            (0xff, _) => {
                let length = head.get(at.saturating_add(2)..);
                let Some(length) = length.and_then(<[u8]>::first_chunk::<2>) else {
                    return Scan::Beyond;
                };
                let length = usize::from(u16::from_be_bytes(*length));
                at = at.saturating_add(length.saturating_add(2));
            }
            _ => return Scan::Broken,
        }
    }
}
