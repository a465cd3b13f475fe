//! In which version of the standard, and in which encoding, a bag speaks.

use {
    super::{declaration::Version, fault::Fault, info, tag_text},
    std::borrow::Cow,
};

/// Decodes text in an encoding of this name (IANA).
pub type Decode = fn(&str, &[u8]) -> Decoded;

/// What came of decoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decoded {
    /// The text.
    Text(String),
    /// The bytes are not text in the encoding.
    NotText,
    /// No encoding of that name is known.
    Unknown,
}

/// How the tag files of a bag are read.
#[derive(Debug, Clone)]
pub(super) struct Dialect {
    version: Version,
    /// The declared encoding and its decoder; none for UTF-8.
    encoding: Option<(String, Decode)>,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            version: Version::ONE,
            encoding: None,
        }
    }
}

impl Dialect {
    pub(super) fn new(version: Version, encoding: Option<(String, Decode)>) -> Self {
        Self { version, encoding }
    }

    /// Whether the bag follows a draft before RFC 8493. Without the feature
    /// `foreign` there is none, and what is only for drafts is not compiled in.
    pub(super) fn is_draft(&self) -> bool {
        cfg!(feature = "foreign") && self.version < Version::ONE
    }

    /// The file of the metadata; another one before 0.96.
    pub(super) fn info_file(&self) -> &'static str {
        let renamed = Version {
            major: 0,
            minor: 96,
        };
        if self.is_draft() && self.version < renamed {
            info::OLD_FILE
        } else {
            info::FILE
        }
    }

    /// The text of a tag file other than the declaration.
    pub(super) fn decode<'a>(&self, bytes: &'a [u8]) -> Result<Cow<'a, str>, Fault> {
        match &self.encoding {
            Some((name, decode)) => match decode(name, bytes) {
                Decoded::Text(text) => Ok(Cow::Owned(text)),
                _ => Err(Fault::NotInEncoding(name.clone())),
            },
            None => tag_text::decode(bytes).map(Cow::Borrowed),
        }
    }
}
