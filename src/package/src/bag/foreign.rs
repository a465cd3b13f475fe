//! Findings that only bags of others show: those of the drafts before RFC 8493,
//! and those that lie in a folder.

use crate::severity::Severity;

/// What is wrong, or merely remarkable, with a bag that somebody else made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A manifest of a checksum tool, with `*` before the paths: accepted under
    /// a draft, with the warning that RFC 8493, 6.1.3 asks for.
    Asterisk,
    /// A payload file that none of the manifests lists; under a draft one is
    /// enough (RFC 8493, 3).
    NotListedAnywhere,
    /// A symbolic link: it leads out of the bag, or will elsewhere (5.1).
    Link,
    /// A device, socket, pipe or other special file.
    SpecialFile,
    /// A file name that is not Unicode.
    NameEncoding,
    /// A path of more than 255 characters, which Windows does not open without
    /// further ado (6.1.2).
    LongPath,
}

impl Foreign {
    /// Weight.
    pub fn severity(self) -> Severity {
        match self {
            Self::Asterisk | Self::LongPath => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asterisk => "bag-asterisk",
            Self::NotListedAnywhere => "bag-not-listed-anywhere",
            Self::Link => "bag-link",
            Self::SpecialFile => "bag-special-file",
            Self::NameEncoding => "bag-name-encoding",
            Self::LongPath => "bag-long-path",
        }
    }
}
