//! The bag declaration `bagit.txt` (RFC 8493, 2.1.1).

use super::{
    dialect::{Decode, Decoded, Dialect},
    fault::Fault,
    tag_text,
};

/// What we write.
pub(super) const TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

const VERSION: &str = "BagIt-Version";
const ENCODING: &str = "Tag-File-Character-Encoding";

/// The drafts that were in use.
const DRAFTS: [(u32, u32); 5] = [(0, 93), (0, 94), (0, 95), (0, 96), (0, 97)];

/// Version of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Before the dot.
    pub major: u32,
    /// After the dot, as a number: `0.97` has 97.
    pub minor: u32,
}

impl Version {
    /// RFC 8493.
    pub const ONE: Self = Self { major: 1, minor: 0 };
}

/// A declaration as read.
#[derive(Debug)]
pub(super) struct Declaration {
    pub(super) version: Version,
    pub(super) dialect: Dialect,
    /// Whether the last line has a line end.
    pub(super) ended: bool,
}

/// Reads the declaration: exactly two lines, one white-space character after
/// each colon. With a decoder for all encodings the drafts are taken too, and
/// white space as they had it (RFC 8493, 2.2.2).
pub(super) fn read(bytes: &[u8], any: Option<Decode>) -> Result<Declaration, Fault> {
    let text = tag_text::decode(bytes)?;
    let mut lines = tag_text::lines(text).map(|line| line.text);
    let (Some(first), Some(second), None) = (lines.next(), lines.next(), lines.next()) else {
        return Err(Fault::Declaration);
    };
    let draft = any
        .filter(|_| cfg!(feature = "foreign"))
        .and_then(|_| loose(first, VERSION))
        .and_then(number)
        .filter(|version| DRAFTS.contains(&(version.major, version.minor)));
    let (version, encoding) = match draft {
        Some(version) => (Some(version), loose(second, ENCODING)),
        None => (
            value(first, VERSION).and_then(number),
            value(second, ENCODING),
        ),
    };
    let version = version.ok_or(Fault::Declaration)?;
    let encoding = encoding.ok_or(Fault::Declaration)?;
    if draft.is_none() && version != Version::ONE {
        return Err(Fault::UnsupportedVersion(version));
    }
    let other = if encoding.eq_ignore_ascii_case("UTF-8") {
        None
    } else {
        let decode = any.filter(|decode| decode(encoding, &[]) != Decoded::Unknown);
        let decode = decode.ok_or_else(|| Fault::UnsupportedEncoding(encoding.to_owned()))?;
        Some((encoding.to_owned(), decode))
    };
    Ok(Declaration {
        version,
        dialect: Dialect::new(version, other),
        ended: tag_text::is_ended(text),
    })
}

/// The value of a line as the drafts have it: any white space, label in any case.
fn loose<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let (found, value) = line.split_once(':')?;
    let value = value.trim_matches(tag_text::is_blank);
    let known = found
        .trim_matches(tag_text::is_blank)
        .eq_ignore_ascii_case(label);
    (known && !value.is_empty() && !value.contains(char::is_whitespace)).then_some(value)
}

fn value<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let value = line
        .strip_prefix(label)?
        .strip_prefix(':')?
        .strip_prefix(tag_text::is_blank)?;
    let clean = !value.is_empty() && !value.contains(char::is_whitespace);
    clean.then_some(value)
}

fn number(text: &str) -> Option<Version> {
    let (major, minor) = text.split_once('.')?;
    let digits = |text: &str| {
        let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok()).flatten()
    };
    Some(Version {
        major: digits(major)?,
        minor: digits(minor)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Result<Version, Fault> {
        read(text.as_bytes(), None).map(|declaration| declaration.version)
    }

    #[test]
    fn what_we_write_reads_back() {
        assert_eq!(version(TEXT), Ok(Version::ONE));
        let crlf = TEXT.replace('\n', "\r\n");
        assert_eq!(version(&crlf), Ok(Version::ONE));
        assert_eq!(version(crlf.trim_end()), Ok(Version::ONE));
        assert!(read(crlf.as_bytes(), None).unwrap().ended);
        assert!(!read(crlf.trim_end().as_bytes(), None).unwrap().ended);
    }

    #[test]
    fn anything_but_the_two_lines_is_refused() {
        for text in [
            "",
            "BagIt-Version: 1.0\n",
            "BagIt-Version:1.0\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "bagit-version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version: +1.0\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version: 1.0\n\nTag-File-Character-Encoding: UTF-8\n",
            "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n",
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: x\n",
        ] {
            assert_eq!(version(text), Err(Fault::Declaration), "{text:?}");
        }
        let marked = format!("\u{feff}{TEXT}");
        assert_eq!(version(&marked), Err(Fault::ByteOrderMark));
    }

    #[test]
    fn other_versions_and_encodings_are_named() {
        let old = TEXT.replace("1.0", "0.97");
        let draft = Version {
            major: 0,
            minor: 97,
        };
        assert_eq!(version(&old), Err(Fault::UnsupportedVersion(draft)));
        let gbk = TEXT.replace("UTF-8", "GBK");
        assert_eq!(version(&gbk), Err(Fault::UnsupportedEncoding("GBK".into())));
    }
}
