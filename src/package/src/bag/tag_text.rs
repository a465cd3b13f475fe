//! Text of tag files: UTF-8 without a byte order mark, lines that end with
//! LF, CR or CRLF (RFC 8493, 2.1.1 and 2.2.2).

use super::fault::Fault;

/// A line and its number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) number: usize,
    pub(super) text: &'a str,
}

/// The text of a tag file.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Fault> {
    // UTF-8, UTF-16 in both orders.
    if [&[0xef, 0xbb, 0xbf][..], &[0xfe, 0xff], &[0xff, 0xfe]]
        .iter()
        .any(|mark| bytes.starts_with(mark))
    {
        return Err(Fault::ByteOrderMark);
    }
    std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8)
}

/// The lines, without their ends. What follows the last line end is a line
/// only if there is something.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut rest = Some(text).filter(|text| !text.is_empty());
    let mut number = 0;
    std::iter::from_fn(move || {
        let current = rest?;
        number += 1;
        let Some((text, tail)) = current.split_once(['\r', '\n']) else {
            rest = None;
            return Some(Line {
                number,
                text: current,
            });
        };
        let ended_by_cr = current.as_bytes().get(text.len()) == Some(&b'\r');
        let tail = if ended_by_cr {
            tail.strip_prefix('\n').unwrap_or(tail)
        } else {
            tail
        };
        rest = Some(tail).filter(|tail| !tail.is_empty());
        Some(Line { number, text })
    })
}

/// Whether the last line has a line end; a text without lines needs none.
pub(super) fn is_ended(text: &str) -> bool {
    text.is_empty() || text.ends_with(['\r', '\n'])
}

/// Linear white space (RFC 8493, 1.3): space or tab.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        lines(text).map(|line| line.text).collect()
    }

    #[test]
    fn all_three_line_ends_end_a_line() {
        assert_eq!(texts("a\nb\rc\r\nd"), ["a", "b", "c", "d"]);
        assert_eq!(texts("a\n"), ["a"]);
        assert_eq!(texts("a\n\r\n\rb"), ["a", "", "", "b"]);
        assert_eq!(texts(""), [""; 0]);
        assert_eq!(
            lines("\n\nx").last(),
            Some(Line {
                number: 3,
                text: "x"
            })
        );
    }

    #[test]
    fn marks_and_other_encodings_are_refused() {
        assert_eq!(decode(b"\xef\xbb\xbfa"), Err(Fault::ByteOrderMark));
        assert_eq!(decode(b"\xff\xfea\0"), Err(Fault::ByteOrderMark));
        assert_eq!(decode(b"\xb0\xb2"), Err(Fault::NotUtf8));
        assert_eq!(decode("安".as_bytes()), Ok("安"));
    }
}
