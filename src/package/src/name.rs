//! Which path names are safe and mean the same on every operating system.

mod clash;

pub use clash::{Clash, ClashKind, clashes};

/// What Unicode says of letters. The caller's, because a browser knows it
/// already and the tables are large: here they are [`UNICODE`].
#[derive(Debug, Clone, Copy)]
pub struct Unicode {
    /// Normalisation form C (Unicode Standard Annex 15).
    pub normalise: fn(&str) -> String,
    /// Upper case, and that in lower case: coarser than any file system's own
    /// folding, so nothing that falls together somewhere is kept apart here.
    pub fold: fn(&str) -> String,
}

/// From tables in the binary.
#[cfg(feature = "unicode")]
pub const UNICODE: Unicode = Unicode {
    normalise: |text| {
        use unicode_normalization::UnicodeNormalization;
        text.nfc().collect()
    },
    fold: |text| text.to_uppercase().to_lowercase(),
};

impl Unicode {
    /// A text in normalisation form C.
    pub(crate) fn normal(self, text: &str) -> String {
        if text.is_ascii() {
            return text.to_owned();
        }
        (self.normalise)(text)
    }

    /// Whether a text is in normalisation form C.
    pub fn is_normal(self, text: &str) -> bool {
        text.is_ascii() || (self.normalise)(text) == text
    }

    /// What is the same for names that some file system does not tell apart.
    pub fn alike(self, name: &str) -> String {
        if name.is_ascii() {
            return name.to_ascii_lowercase();
        }
        let folded = (self.fold)(&(self.normalise)(name));
        (self.normalise)(&folded)
    }
}

/// Longest segment between slashes, in bytes (ext4, APFS).
pub const SEGMENT_LIMIT: usize = 255;
/// Longest path, in bytes (macOS `PATH_MAX`).
pub const PATH_LIMIT: usize = 1024;
/// Most segments in a path.
pub const DEPTH_LIMIT: usize = 32;

/// Why a path name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing between two slashes, or no name at all.
    Empty,
    /// Begins with a slash.
    Absolute,
    /// A segment `.` or `..`.
    Climbing,
    /// Begins with `~`, which shells take for a home folder (RFC 8493, 5.1).
    Home,
    /// A backslash: a separator on Windows, a letter elsewhere.
    Backslash,
    /// A control character.
    Control(char),
    /// A character that Windows forbids.
    Forbidden(char),
    /// A character that is not seen, or turns the direction of reading.
    Hidden(char),
    /// A segment that ends with a dot or a space; Windows drops them.
    TrailingDotOrSpace,
    /// A name that Windows keeps for a device, whatever the extension.
    Device,
    /// A segment longer than [`SEGMENT_LIMIT`].
    SegmentTooLong,
    /// A path longer than [`PATH_LIMIT`].
    PathTooLong,
    /// More segments than [`DEPTH_LIMIT`].
    TooDeep,
}

impl NameFault {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "name-empty",
            Self::Absolute => "name-absolute",
            Self::Climbing => "name-climbing",
            Self::Home => "name-home",
            Self::Backslash => "name-backslash",
            Self::Control(_) => "name-control",
            Self::Forbidden(_) => "name-forbidden",
            Self::Hidden(_) => "name-hidden",
            Self::TrailingDotOrSpace => "name-trailing-dot-or-space",
            Self::Device => "name-device",
            Self::SegmentTooLong => "name-segment-too-long",
            Self::PathTooLong => "name-path-too-long",
            Self::TooDeep => "name-too-deep",
        }
    }
}

/// Checks a relative path with `/` between its segments. A slash at the end,
/// as folders have it in a zip, is for the caller to take off.
///
/// # Errors
/// The first fault, reading from the left.
pub fn check(path: &str) -> Result<(), NameFault> {
    if path.len() > PATH_LIMIT {
        return Err(NameFault::PathTooLong);
    }
    if path.starts_with('/') {
        return Err(NameFault::Absolute);
    }
    if path.starts_with('~') {
        return Err(NameFault::Home);
    }
    if path.split('/').count() > DEPTH_LIMIT {
        return Err(NameFault::TooDeep);
    }
    path.split('/').try_for_each(check_segment)
}

fn check_segment(segment: &str) -> Result<(), NameFault> {
    if segment.is_empty() {
        return Err(NameFault::Empty);
    }
    if segment == "." || segment == ".." {
        return Err(NameFault::Climbing);
    }
    segment.chars().try_for_each(check_char)?;
    if segment.ends_with(['.', ' ']) {
        return Err(NameFault::TrailingDotOrSpace);
    }
    if is_device(segment) {
        return Err(NameFault::Device);
    }
    if segment.len() > SEGMENT_LIMIT {
        return Err(NameFault::SegmentTooLong);
    }
    Ok(())
}

fn check_char(c: char) -> Result<(), NameFault> {
    match c {
        '\\' => Err(NameFault::Backslash),
        '<' | '>' | ':' | '"' | '|' | '?' | '*' => Err(NameFault::Forbidden(c)),
        // Soft hyphen, zero width, bidirectional controls, line and paragraph
        // separators, byte order mark.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => Err(NameFault::Hidden(c)),
        _ if c.is_control() => Err(NameFault::Control(c)),
        _ => Ok(()),
    }
}

/// Whether Windows takes the segment for a device: the part before the first
/// dot, without spaces at its end, in any case.
fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or(segment);
    let stem = stem.trim_end_matches(' ').to_ascii_uppercase();
    if matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) {
        return true;
    }
    let port = stem
        .strip_prefix("COM")
        .or_else(|| stem.strip_prefix("LPT"));
    let mut rest = port.unwrap_or("").chars();
    matches!(rest.next(), Some('0'..='9' | '¹' | '²' | '³')) && rest.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_every_system_keeps_are_accepted() {
        for name in [
            "bagit.txt",
            "data/files/01/职称证书 扫描件(1).pdf",
            "a/.keep",
            "COMMON",
            "com10.txt",
            "100%.pdf",
        ] {
            assert_eq!(check(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn unsafe_names_are_refused_by_their_reason() {
        let long_path = ["d"; 31].join("/") + "/" + &"n".repeat(1000);
        let deep = ["d"; 33].join("/");
        let long_segment = "字".repeat(86);
        let cases: &[(&str, NameFault)] = &[
            ("", NameFault::Empty),
            ("a//b", NameFault::Empty),
            ("/etc/passwd", NameFault::Absolute),
            ("a/../b", NameFault::Climbing),
            ("./a", NameFault::Climbing),
            ("~/a", NameFault::Home),
            ("a\\b", NameFault::Backslash),
            ("a\nb", NameFault::Control('\n')),
            ("a\u{85}b", NameFault::Control('\u{85}')),
            ("C:/a", NameFault::Forbidden(':')),
            ("a?", NameFault::Forbidden('?')),
            ("a\u{202e}fdp.exe", NameFault::Hidden('\u{202e}')),
            ("a./b", NameFault::TrailingDotOrSpace),
            ("a ", NameFault::TrailingDotOrSpace),
            ("data/nul", NameFault::Device),
            ("Con.txt", NameFault::Device),
            ("aux .tar.gz", NameFault::Device),
            ("lpt9", NameFault::Device),
            ("COM¹.x", NameFault::Device),
            (&long_path, NameFault::PathTooLong),
            (&deep, NameFault::TooDeep),
            (&long_segment, NameFault::SegmentTooLong),
        ];
        for (name, fault) in cases {
            assert_eq!(check(name), Err(*fault), "{name:?}");
        }
    }
}
