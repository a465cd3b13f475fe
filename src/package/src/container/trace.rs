//! Signs that some other tool wrote the container anew.

/// What is not as our writer writes it. The content may still be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace {
    /// An entry is compressed.
    Deflate,
    /// Entries stand in another order.
    Order,
    /// Folders have entries of their own.
    Folder,
    /// A time stamp other than 1980-01-01 00:00:00.
    Time,
    /// Another maker, version, permission or attribute.
    Attributes,
    /// Other flags, a data descriptor included.
    Flags,
    /// Extra fields.
    Extra,
    /// A zip64 record where none is needed.
    Zip64,
    /// A name that is not in normalisation form C.
    NotNormalised,
    /// A name in another encoding than UTF-8.
    Recoded,
}

impl Trace {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Deflate => "rewritten-deflate",
            Self::Order => "rewritten-order",
            Self::Folder => "rewritten-folder",
            Self::Time => "rewritten-time",
            Self::Attributes => "rewritten-attributes",
            Self::Flags => "rewritten-flags",
            Self::Extra => "rewritten-extra",
            Self::Zip64 => "rewritten-zip64",
            Self::NotNormalised => "rewritten-not-normalised",
            Self::Recoded => "rewritten-recoded",
        }
    }
}
