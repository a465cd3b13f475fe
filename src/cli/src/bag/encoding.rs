//! Encodings of tag files (RFC 8493, 2.1.1), by their IANA names.

use encoding_rs::{Encoding, GBK, UTF_16BE, UTF_16LE};
use package::bag::Decoded;

/// Decodes text in the encoding of a name. A byte order mark is taken where the encoding needs one (RFC 8493, 2.3).
pub(super) fn decode(name: &str, bytes: &[u8]) -> Decoded {
    let Some(encoding) = Encoding::for_label_no_replacement(name.as_bytes()) else {
        return Decoded::Unknown;
    };
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((marked, length)) if wide => (marked, bytes.get(length..).unwrap_or(&[])),
        _ => (encoding, bytes),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map_or(Decoded::NotText, |text| Decoded::Text(text.into_owned()))
}

/// A name in a zip as Chinese Windows writes it, without a mark of its encoding.
pub(crate) fn gbk(bytes: &[u8]) -> Option<String> {
    let text = GBK.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encodings_of_old_bags_are_read() {
        let said = |text: &str| Decoded::Text(text.to_owned());
        assert_eq!(decode("ISO-8859-1", b"caf\xe9"), said("café"));
        assert_eq!(decode("GBK", b"\xb0\xb2"), said("安"));
        assert_eq!(decode("UTF-16", b"\xfe\xff\x5b\x89"), said("安"));
        assert_eq!(decode("UTF-16", b"\xff\xfe\x89\x5b"), said("安"));
        assert_eq!(decode("US-ASCII", b"a"), said("a"));
    }

    #[test]
    fn bytes_that_are_not_text_and_names_that_are_none_are_told_apart() {
        assert_eq!(decode("GBK", b"\xff"), Decoded::NotText);
        assert_eq!(decode("Klingon", b"a"), Decoded::Unknown);
    }
}
