//! In which encoding a file is.

use std::borrow::Cow;

/// Decodes bytes of GB18030, all of them or none. The caller's: the tables are large, and a browser has its own.
pub type Decode = fn(&[u8]) -> Option<String>;

/// Knows no GB18030.
pub const UNKNOWN: Decode = |_| None;

/// The encoding of a file, told by its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, or nothing but ASCII so far: a row that is not UTF-8 may still turn out to be GB18030.
    Ascii,
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, as Excel writes CSV on a Chinese Windows.
    Gb18030,
    /// UTF-16, by its byte order mark; not read.
    Utf16,
    /// An old Excel file, an encrypted one, or another file of OLE; not read.
    Ole,
    /// A zip, as XLSX is.
    Zip,
    /// None of these.
    Binary,
}

impl Charset {
    /// The encoding of a file that begins so; 64 KiB are plenty.
    ///
    /// Bytes at the very end may be half a character, so the last line is not looked at unless it is the only one.
    pub fn of(beginning: &[u8], decode: Decode) -> Self {
        match beginning {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Self::Utf16,
            [0xd0, 0xcf, 0x11, 0xe0, ..] => return Self::Ole,
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => return Self::Zip,
            [0xef, 0xbb, 0xbf, ..] => return Self::Utf8,
            _ => {}
        }
        // The header decides: a row in another encoding is a mistake of that row.
        let header = beginning
            .split(|byte| *byte == b'\n')
            .next()
            .unwrap_or(beginning);
        if !header.is_ascii()
            && header.len() < beginning.len()
            && std::str::from_utf8(header).is_ok()
        {
            return Self::Utf8;
        }
        let end = beginning.iter().rposition(|byte| *byte == b'\n');
        let whole = end.map_or(beginning, |end| beginning.get(..end).unwrap_or(beginning));
        if whole.is_ascii() {
            Self::Ascii
        } else if std::str::from_utf8(whole).is_ok() {
            Self::Utf8
        } else if decode(whole).is_some() {
            Self::Gb18030
        } else {
            Self::Binary
        }
    }

    /// The text of a row in this encoding; none when it is not.
    pub fn text(self, bytes: &[u8], decode: Decode) -> Option<Cow<'_, str>> {
        match self {
            Self::Utf8 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Self::Ascii => match std::str::from_utf8(bytes) {
                Ok(text) => Some(Cow::Borrowed(text)),
                Err(_) => decode(bytes).map(Cow::Owned),
            },
            Self::Gb18030 => decode(bytes).map(Cow::Owned),
            Self::Utf16 | Self::Ole | Self::Zip | Self::Binary => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gb(bytes: &[u8]) -> Option<String> {
        let decoded =
            encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
        decoded.map(Cow::into_owned)
    }

    #[test]
    fn the_encoding_is_told_by_the_beginning() {
        let (gbk, _, _) = encoding_rs::GB18030.encode("姓名,单位\n阿依古丽·买买提,某公司\n");
        let cases: [(&[u8], Charset); 8] = [
            ("\u{feff}a".as_bytes(), Charset::Utf8),
            ("姓名\n李".as_bytes(), Charset::Utf8),
            (b"name,sex\n", Charset::Ascii),
            (&gbk, Charset::Gb18030),
            (b"\xff\xfea\0", Charset::Utf16),
            (b"PK\x03\x04", Charset::Zip),
            (b"\xd0\xcf\x11\xe0\xa1", Charset::Ole),
            (b"\xff\xff\xff\n", Charset::Binary),
        ];
        for (bytes, charset) in cases {
            assert_eq!(Charset::of(bytes, gb), charset, "{bytes:?}");
        }
        // A character that is cut in half at the end says nothing.
        assert_eq!(Charset::of(&"姓名\n李".as_bytes()[..8], gb), Charset::Utf8);
        assert_eq!(
            Charset::Gb18030.text(&gbk, gb).as_deref(),
            Some("姓名,单位\n阿依古丽·买买提,某公司\n")
        );
        assert_eq!(Charset::Utf8.text(&gbk, gb), None);
    }
}
