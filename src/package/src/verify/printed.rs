//! The printable form as packed, beside the one that this program prints.

use {super::Finding, crate::inert};

/// The first line that differs; what could do more than be read comes first.
pub(super) fn difference(packed: &[u8], expected: &[u8], same_program: bool) -> Option<Finding> {
    if packed == expected {
        return None;
    }
    if let Some(line) = inert::first_active_line(packed) {
        return Some(Finding::ReportActive(line));
    }
    let mut pairs = lines(packed).zip(lines(expected));
    let same = pairs.position(|(packed, expected)| packed != expected);
    let shorter = || lines(packed).count().min(lines(expected).count());
    Some(Finding::Report {
        line: same.unwrap_or_else(shorter).saturating_add(1),
        same_program,
    })
}

fn lines(page: &[u8]) -> impl Iterator<Item = &[u8]> {
    page.split(|byte| *byte == b'\n')
}
