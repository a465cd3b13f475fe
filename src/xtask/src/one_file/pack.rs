//! How bytes stand in the one-file edition: nearly as they are, in a page that is read as windows-1252, where each byte is
//! one character. Base64 would make them a third larger. `src/app/one_file.js` is the reader.

/// What stands before a changed byte in the page.
const ESCAPE: u8 = b'=';

/// Bytes as they may stand in a script block: NUL and carriage return would be read as something else, and `</` would
/// end the block, as `<!` could have it never end.
pub(super) fn escaped(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len() + bytes.len() / 64);
    let behind = bytes.iter().skip(1).map(Some).chain([None]);
    for (&byte, behind) in bytes.iter().zip(behind) {
        let opens = byte == b'<' && matches!(behind, Some(b'/' | b'!') | None);
        if opens || matches!(byte, 0 | b'\r' | ESCAPE) {
            text.extend([ESCAPE, byte ^ 0x40]);
        } else {
            text.push(byte);
        }
    }
    text
}

/// The sum that shows whether an editor or a copy has damaged the packed bytes: FNV-1a, 32 bits.
pub(super) fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// A script in ASCII: every other character stands in its texts, as what JavaScript writes for it.
pub(super) fn ascii_script(text: &str) -> String {
    ascii(text, |letter| {
        let mut units = [0; 2];
        let units = letter.encode_utf16(&mut units).iter();
        units.fold(String::new(), |text, unit| text + &format!("\\u{unit:04x}"))
    })
}

/// A page in ASCII, every other character as its number.
pub(super) fn ascii_page(text: &str) -> String {
    ascii(text, |letter| format!("&#{};", u32::from(letter)))
}

fn ascii(text: &str, write: impl Fn(char) -> String) -> String {
    let written = text.chars().map(|letter| {
        if letter.is_ascii() {
            letter.to_string()
        } else {
            write(letter)
        }
    });
    written.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_stays_that_a_page_would_change_and_each_can_be_found_again() {
        let all: Vec<u8> = (0..=255).collect();
        let text = escaped(&all);
        assert_eq!(text.len(), 259);
        assert!(text.iter().all(|byte| !matches!(byte, 0 | b'\r')));
        assert_eq!(unescaped(&text), all);
    }

    #[test]
    fn no_byte_ends_the_block_or_has_it_never_end() {
        for bytes in [b"a</script".as_slice(), b"<!--", b"<", b"<<", b"<a"] {
            let text = escaped(bytes);
            assert_eq!(unescaped(&text), bytes);
            // What stands behind the bytes is the end of the block.
            let text = [text.as_slice(), b"</script>"].concat();
            let opens = |pair: &[u8]| matches!(pair, b"</" | b"<!");
            assert_eq!(text.windows(2).filter(|pair| opens(pair)).count(), 1);
        }
    }

    fn unescaped(text: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut text = text.iter();
        while let Some(&byte) = text.next() {
            bytes.push(match byte {
                ESCAPE => text.next().unwrap() ^ 0x40,
                other => other,
            });
        }
        bytes
    }

    #[test]
    fn a_changed_byte_changes_the_sum() {
        assert_eq!(sum(b""), 0x811c_9dc5);
        assert_eq!(sum(b"a"), 0xe40c_292c);
        assert_ne!(sum(b"ab"), sum(b"ba"));
    }

    #[test]
    fn scripts_and_pages_are_written_in_ascii() {
        assert_eq!(ascii_script("a 职𠮷"), "a \\u804c\\ud842\\udfb7");
        assert_eq!(ascii_page("<p>职"), "<p>&#32844;");
    }
}
