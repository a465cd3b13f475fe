//! Findings about a bag: what, where, how heavy.

use {
    super::{algorithm::Algorithm, declaration::Version, info::Oxum},
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

/// Collects findings, at most a thousand: a hostile manifest has millions of
/// bad lines.
#[derive(Debug, Default)]
pub(super) struct Findings {
    list: Vec<Finding>,
    omitted: usize,
}

impl Findings {
    const LIMIT: usize = 1000;

    pub(super) fn push(&mut self, place: Place, fault: Fault) {
        if self.list.len() < Self::LIMIT {
            self.list.push(Finding { place, fault });
        } else {
            self.omitted = self.omitted.saturating_add(1);
        }
    }

    pub(super) fn into_list(mut self) -> Vec<Finding> {
        if self.omitted > 0 {
            let fault = Fault::Omitted(self.omitted);
            self.list.push(Finding {
                place: Place::Bag,
                fault,
            });
        }
        self.list
    }
}

/// Where in a bag a finding lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The bag as a whole.
    Bag,
    /// A file, by its path in the bag.
    File(String),
    /// A line of a tag file, counted from 1.
    Line(String, usize),
}

/// What is wrong with a bag, with the section of RFC 8493 it offends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No `bagit.txt` (2.1.1).
    NoDeclaration,
    /// `bagit.txt` is not its two lines (2.1.1).
    Declaration,
    /// A version that is not known here.
    UnsupportedVersion(Version),
    /// Tag files in another encoding than UTF-8, the one that 2.1.1 recommends.
    UnsupportedEncoding(String),
    /// No `data` folder (2.1.2).
    NoPayloadFolder,
    /// No payload manifest (2.1.3).
    NoManifest,
    /// A manifest of an algorithm that is not known (2.4).
    UnknownAlgorithm,
    /// A manifest of an algorithm that was not computed, so not verified.
    NotVerified(Algorithm),
    /// All payload manifests use broken algorithms (2.4).
    BrokenAlgorithms,
    /// A tag file that begins with a byte order mark (2.1.1).
    ByteOrderMark,
    /// A tag file that is not UTF-8.
    NotUtf8,
    /// A tag file that is not text in the declared encoding, named here (2.3).
    NotInEncoding(String),
    /// The last line has no line end (2.3).
    Unterminated,
    /// The last line of the declaration has no line end: 2.3 asks for one, the
    /// grammar of 7 leaves it out.
    DeclarationUnterminated,
    /// A line that is not checksum, white space, path (2.1.3).
    ManifestLine,
    /// A checksum of another length than the algorithm's (2.4).
    ChecksumLength(Algorithm),
    /// A percent sign that encodes neither CR, LF nor itself (2.1.3).
    Percent,
    /// A manifest lists a file twice (2.1.3).
    ListedTwice(String),
    /// A payload manifest lists a file outside `data/` (2.1.3).
    OutsidePayload(String),
    /// A tag manifest lists a payload file (2.2.1).
    PayloadInTagManifest(String),
    /// A tag manifest lists a tag manifest (2.2.1).
    TagManifestListed(String),
    /// A payload manifest that a tag manifest, named here, lacks (2.2.1).
    ManifestNotListed(String),
    /// A tag file that a tag manifest, named here, lacks (2.2.1).
    TagNotListed(String),
    /// A payload file that a payload manifest, named here, lacks (3).
    NotListed(String),
    /// A listed file is not there (3).
    Missing {
        /// The file.
        path: String,
        /// Whether `fetch.txt` says where it could be had.
        fetchable: bool,
    },
    /// A file's checksum is not the listed one (3).
    Checksum {
        /// The file.
        path: String,
        /// Which checksum.
        algorithm: Algorithm,
    },
    /// A listed name and the file's differ in normalisation (5.2).
    Normalisation(String),
    /// No tag manifest: changes of tag files go unnoticed (2.2.1).
    NoTagManifest,
    /// A line that is not label, colon, white space, value (2.2.2).
    InfoLine,
    /// An empty line (2.2.2).
    InfoBlank,
    /// A `Payload-Oxum` that is not two numbers with a dot (2.2.2).
    OxumForm,
    /// More than one `Payload-Oxum` (2.2.2).
    OxumRepeated,
    /// The payload has other bytes or files than `Payload-Oxum` says.
    Oxum {
        /// What `bag-info.txt` says.
        declared: Oxum,
        /// What is there.
        found: Oxum,
    },
    /// A `Bagging-Date` that is not a date `YYYY-MM-DD` (2.2.2).
    BaggingDate,
    /// A line that is not address, length, path (2.2.3).
    FetchLine,
    /// A file to be fetched from outside `data/` (2.2.3).
    FetchOutside(String),
    /// A file to be fetched that a payload manifest, named here, lacks (2.2.3).
    FetchNotListed {
        /// The file.
        path: String,
        /// The manifest.
        manifest: String,
    },
    /// An unsafe name (5.1).
    Name(NameFault),
    /// A name that clashes with that of another file, named here (5.2).
    Clash(ClashKind, String),
    /// What only bags of others show.
    #[cfg(feature = "foreign")]
    Foreign(super::foreign::Foreign),
    /// A tag file too long to be read.
    TooLong,
    /// Findings beyond the first thousand: how many were left out.
    Omitted(usize),
}

impl Fault {
    /// Weight.
    pub fn severity(&self) -> Severity {
        match self {
            #[cfg(feature = "foreign")]
            Self::Foreign(fault) => fault.severity(),
            Self::BrokenAlgorithms
            | Self::DeclarationUnterminated
            | Self::TagNotListed(_)
            | Self::Normalisation(_)
            | Self::NoTagManifest
            | Self::InfoBlank
            | Self::BaggingDate => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoDeclaration => "bag-no-declaration",
            Self::Declaration => "bag-declaration",
            Self::UnsupportedVersion(_) => "bag-unsupported-version",
            Self::UnsupportedEncoding(_) => "bag-unsupported-encoding",
            Self::NoPayloadFolder => "bag-no-payload-folder",
            Self::NoManifest => "bag-no-manifest",
            Self::UnknownAlgorithm => "bag-unknown-algorithm",
            Self::NotVerified(_) => "bag-not-verified",
            Self::BrokenAlgorithms => "bag-broken-algorithms",
            Self::ByteOrderMark => "bag-byte-order-mark",
            Self::NotUtf8 => "bag-not-utf8",
            Self::NotInEncoding(_) => "bag-not-in-encoding",
            Self::Unterminated => "bag-unterminated",
            Self::DeclarationUnterminated => "bag-declaration-unterminated",
            Self::ManifestLine => "bag-manifest-line",
            Self::ChecksumLength(_) => "bag-checksum-length",
            Self::Percent => "bag-percent",
            Self::ListedTwice(_) => "bag-listed-twice",
            Self::OutsidePayload(_) => "bag-outside-payload",
            Self::PayloadInTagManifest(_) => "bag-payload-in-tag-manifest",
            Self::TagManifestListed(_) => "bag-tag-manifest-listed",
            Self::ManifestNotListed(_) => "bag-manifest-not-listed",
            Self::TagNotListed(_) => "bag-tag-not-listed",
            Self::NotListed(_) => "bag-not-listed",
            Self::Missing { .. } => "bag-missing",
            Self::Checksum { .. } => "bag-checksum",
            Self::Normalisation(_) => "bag-normalisation",
            Self::NoTagManifest => "bag-no-tag-manifest",
            Self::InfoLine => "bag-info-line",
            Self::InfoBlank => "bag-info-blank",
            Self::OxumForm => "bag-oxum-form",
            Self::OxumRepeated => "bag-oxum-repeated",
            Self::Oxum { .. } => "bag-oxum",
            Self::BaggingDate => "bag-bagging-date",
            Self::FetchLine => "bag-fetch-line",
            Self::FetchOutside(_) => "bag-fetch-outside",
            Self::FetchNotListed { .. } => "bag-fetch-not-listed",
            Self::Name(fault) => fault.code(),
            #[cfg(feature = "foreign")]
            Self::Foreign(fault) => fault.code(),
            Self::Clash(kind, _) => kind.code(),
            Self::TooLong => "bag-too-long",
            Self::Omitted(_) => "bag-omitted",
        }
    }
}
