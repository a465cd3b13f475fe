//! The bag declaration `bagit.txt` (RFC 8493, 2.1.1).

use super::{fault::Fault, tag_text};

/// What we write.
pub(super) const TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

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

/// Reads the declaration: exactly two lines, one white-space character after
/// each colon.
pub(super) fn read(bytes: &[u8]) -> Result<Version, Fault> {
    let text = tag_text::decode(bytes)?;
    let mut lines = tag_text::lines(text).map(|line| line.text);
    let (Some(version), Some(encoding), None) = (lines.next(), lines.next(), lines.next()) else {
        return Err(Fault::Declaration);
    };
    let version = value(version, "BagIt-Version")
        .and_then(number)
        .ok_or(Fault::Declaration)?;
    let encoding = value(encoding, "Tag-File-Character-Encoding").ok_or(Fault::Declaration)?;
    if version != Version::ONE {
        return Err(Fault::UnsupportedVersion(version));
    }
    if !encoding.eq_ignore_ascii_case("UTF-8") {
        return Err(Fault::UnsupportedEncoding(encoding.to_owned()));
    }
    Ok(version)
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

    #[test]
    fn what_we_write_reads_back() {
        assert_eq!(read(TEXT.as_bytes()), Ok(Version::ONE));
        let crlf = TEXT.replace('\n', "\r\n");
        assert_eq!(read(crlf.trim_end().as_bytes()), Ok(Version::ONE));
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
            assert_eq!(read(text.as_bytes()), Err(Fault::Declaration), "{text:?}");
        }
        let marked = format!("\u{feff}{TEXT}");
        assert_eq!(read(marked.as_bytes()), Err(Fault::ByteOrderMark));
    }

    #[test]
    fn other_versions_and_encodings_are_named() {
        let old = TEXT.replace("1.0", "0.97");
        let version = Version {
            major: 0,
            minor: 97,
        };
        assert_eq!(
            read(old.as_bytes()),
            Err(Fault::UnsupportedVersion(version))
        );
        let gbk = TEXT.replace("UTF-8", "GBK");
        assert_eq!(
            read(gbk.as_bytes()),
            Err(Fault::UnsupportedEncoding("GBK".into()))
        );
    }
}
