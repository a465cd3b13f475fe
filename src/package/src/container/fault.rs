//! Findings about a container: what, where, how heavy.

use {
    super::trace::Trace,
    crate::{
        name::{ClashKind, NameFault},
        severity::Severity,
    },
};

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub fault: Fault,
}

/// Where in a container a finding lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The container as a whole.
    Archive,
    /// A byte offset.
    Offset(u64),
    /// An entry.
    Entry {
        /// Its position in the central directory, from 0.
        index: usize,
        /// Its name as read; undecodable bytes as U+FFFD.
        name: String,
    },
}

/// A field that stands in both headers of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// General purpose bit flag.
    Flags,
    /// Compression method.
    Method,
    /// CRC-32.
    Crc,
    /// Compressed size.
    Compressed,
    /// Expanded size.
    Size,
    /// File name.
    Name,
}

/// What is wrong, or merely remarkable, with a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No end record: not a zip, or cut off.
    NotAnArchive,
    /// Bytes after the end record.
    TrailingBytes(u64),
    /// Bytes before the first entry.
    LeadingBytes(u64),
    /// Bytes between entries that belong to none.
    Gap(u64),
    /// An entry that begins inside the one before it.
    Overlap,
    /// A comment, on the archive or on an entry.
    Comment,
    /// A part of an archive split over several files.
    MultiDisk,
    /// A zip64 record or field that is damaged or contradicts its plain twin.
    Zip64,
    /// More entries than the limit.
    TooManyEntries(u64),
    /// A central directory longer than the limit.
    DirectoryTooLarge(u64),
    /// Expands beyond the limit.
    TooLarge(u64),
    /// Expands to more times its length than the limit.
    TooDense(u64),
    /// A central directory that is damaged or not where the end record says.
    Directory,
    /// A local header that is missing or damaged.
    LocalHeader,
    /// Central and local header disagree.
    Disagreement(Field),
    /// An unsafe name.
    Name(NameFault),
    /// A name in an encoding that is not known.
    NameEncoding,
    /// Two names for one entry: plain and Unicode (extra field 0x7075) differ.
    NameTwice,
    /// Clashes with the name of an earlier entry, at this index.
    Clash(ClashKind, usize),
    /// A symbolic or other link.
    Link,
    /// A device, socket, pipe or other special file.
    SpecialFile,
    /// A folder by one sign and a file by another, or a folder with content.
    FolderUnclear,
    /// Encrypted.
    Encrypted,
    /// A compression method other than stored and deflate.
    Method(u16),
    /// Unknown flag bits.
    Flags(u16),
    /// Needs a later version of the format.
    Version(u16),
    /// A damaged list of extra fields.
    Extra,
    /// A stored entry whose two sizes differ.
    StoredSizes,
    /// A data descriptor that is damaged or disagrees with the headers.
    Descriptor,
    /// Content whose CRC-32 is not the declared one.
    Crc,
    /// Content shorter than declared.
    LessData,
    /// Content longer than declared.
    MoreData,
    /// Damaged deflate data.
    Deflate,
    /// Findings beyond the first hundred: how many were left out.
    Omitted(usize),
    /// Not as we write it: some other tool wrote the container anew.
    Rewritten(Trace),
}

impl Fault {
    /// Error for everything but the traces of another tool.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Rewritten(_) => Severity::Notice,
            _ => Severity::Error,
        }
    }

    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAnArchive => "zip-not-an-archive",
            Self::TrailingBytes(_) => "zip-trailing-bytes",
            Self::LeadingBytes(_) => "zip-leading-bytes",
            Self::Gap(_) => "zip-gap",
            Self::Overlap => "zip-overlap",
            Self::Comment => "zip-comment",
            Self::MultiDisk => "zip-multi-disk",
            Self::Zip64 => "zip-zip64",
            Self::TooManyEntries(_) => "zip-too-many-entries",
            Self::DirectoryTooLarge(_) => "zip-directory-too-large",
            Self::TooLarge(_) => "zip-too-large",
            Self::TooDense(_) => "zip-too-dense",
            Self::Directory => "zip-directory",
            Self::LocalHeader => "zip-local-header",
            Self::Disagreement(_) => "zip-disagreement",
            Self::Name(fault) => fault.code(),
            Self::NameEncoding => "zip-name-encoding",
            Self::NameTwice => "zip-name-twice",
            Self::Clash(kind, _) => kind.code(),
            Self::Link => "zip-link",
            Self::SpecialFile => "zip-special-file",
            Self::FolderUnclear => "zip-folder-unclear",
            Self::Encrypted => "zip-encrypted",
            Self::Method(_) => "zip-method",
            Self::Flags(_) => "zip-flags",
            Self::Version(_) => "zip-version",
            Self::Extra => "zip-extra",
            Self::StoredSizes => "zip-stored-sizes",
            Self::Descriptor => "zip-descriptor",
            Self::Crc => "zip-crc",
            Self::LessData => "zip-less-data",
            Self::MoreData => "zip-more-data",
            Self::Deflate => "zip-deflate",
            Self::Omitted(_) => "zip-omitted",
            Self::Rewritten(trace) => trace.code(),
        }
    }
}

/// Collects findings: at most a hundred, and each kind of trace once, at the
/// first place it shows.
#[derive(Debug, Default)]
pub(super) struct Findings {
    list: Vec<Finding>,
    omitted: usize,
}

impl Findings {
    const LIMIT: usize = 100;

    pub(super) fn push(&mut self, place: Place, fault: Fault) {
        if matches!(fault, Fault::Rewritten(_)) {
            if self.list.iter().any(|known| known.fault == fault) {
                return;
            }
        } else if self.list.len() >= Self::LIMIT {
            self.omitted = self.omitted.saturating_add(1);
            return;
        }
        self.list.push(Finding { place, fault });
    }

    pub(super) fn refused(&self) -> bool {
        self.list
            .iter()
            .any(|finding| finding.fault.severity() == Severity::Error)
    }

    pub(super) fn into_list(mut self) -> Vec<Finding> {
        if self.omitted > 0 {
            self.list.push(Finding {
                place: Place::Archive,
                fault: Fault::Omitted(self.omitted),
            });
        }
        self.list
    }
}

/// Why reading stops at once.
#[derive(Debug)]
pub(super) enum Stop<E> {
    /// The source failed.
    Source(E),
    /// The container is refused.
    Refused(Place, Fault),
}

impl<E> Stop<E> {
    pub(super) fn at(offset: u64, fault: Fault) -> Self {
        Self::Refused(Place::Offset(offset), fault)
    }

    pub(super) fn archive(fault: Fault) -> Self {
        Self::Refused(Place::Archive, fault)
    }
}
