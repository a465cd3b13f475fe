//! What a bag consists of, wherever its files lie.

use {
    super::{algorithm::Algorithm, fetch, info},
    std::collections::{BTreeMap, BTreeSet},
};

/// What a validator needs to know of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// Bytes.
    pub size: u64,
    /// Checksums that were computed.
    pub checksums: BTreeMap<Algorithm, Vec<u8>>,
}

impl FileFacts {
    /// Its SHA-256, which is always computed.
    pub fn sha256(&self) -> Option<&[u8]> {
        self.checksums.get(&Algorithm::Sha256).map(Vec::as_slice)
    }
}

/// What a file in a bag is, told by its path (RFC 8493, 2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// `bagit.txt`.
    Declaration,
    /// `bag-info.txt`.
    Info,
    /// `package-info.txt`, which a draft may have for it.
    #[cfg(feature = "foreign")]
    OldInfo,
    /// `fetch.txt`.
    Fetch,
    /// `manifest-….txt`; the algorithm if it is known.
    Manifest(Option<Algorithm>),
    /// `tagmanifest-….txt`; the algorithm if it is known.
    TagManifest(Option<Algorithm>),
    /// In `data/`.
    Payload,
    /// Any other tag file.
    OtherTag,
}

impl Kind {
    /// Kind of the file at a path in the bag.
    pub fn of(path: &str) -> Self {
        let algorithm = |prefix: &str| {
            let name = path.strip_prefix(prefix)?.strip_suffix(".txt")?;
            (!name.contains('/')).then(|| Algorithm::from_name(name))
        };
        match path {
            "bagit.txt" => Self::Declaration,
            info::FILE => Self::Info,
            #[cfg(feature = "foreign")]
            info::OLD_FILE => Self::OldInfo,
            fetch::FILE => Self::Fetch,
            _ if path.starts_with("data/") => Self::Payload,
            _ => algorithm("manifest-")
                .map(Self::Manifest)
                .or_else(|| algorithm("tagmanifest-").map(Self::TagManifest))
                .unwrap_or(Self::OtherTag),
        }
    }

    /// Whether the validator reads the file's text, so that
    /// [`Listing::add_text`] has to give it.
    pub fn is_read(&self) -> bool {
        match self {
            Self::Payload | Self::OtherTag => false,
            Self::Manifest(algorithm) | Self::TagManifest(algorithm) => algorithm.is_some(),
            Self::Declaration | Self::Info | Self::Fetch => true,
            #[cfg(feature = "foreign")]
            Self::OldInfo => true,
        }
    }

    /// The algorithm of a manifest.
    pub fn algorithm(&self) -> Option<Algorithm> {
        match self {
            Self::Manifest(algorithm) | Self::TagManifest(algorithm) => *algorithm,
            _ => None,
        }
    }
}

/// All files of a bag by their paths, with `/` between segments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    pub(super) files: BTreeMap<String, FileFacts>,
    pub(super) texts: BTreeMap<String, Vec<u8>>,
    pub(super) folders: BTreeSet<String>,
    pub(super) payload_folder: bool,
}

impl Listing {
    /// Adds a file.
    pub fn add_file(&mut self, path: String, facts: FileFacts) {
        self.payload_folder |= path.starts_with("data/");
        self.files.insert(path, facts);
    }

    /// Adds the bytes of a file that the validator reads.
    pub fn add_text(&mut self, path: String, bytes: Vec<u8>) {
        self.texts.insert(path, bytes);
    }

    /// Adds a folder: its name has to be safe too, and `data` may be empty.
    pub fn add_folder(&mut self, path: &str) {
        self.payload_folder |= path == "data" || path.starts_with("data/");
        self.folders.insert(path.to_owned());
    }

    /// The files.
    pub fn files(&self) -> &BTreeMap<String, FileFacts> {
        &self.files
    }

    /// Bytes of a file that the validator reads.
    pub fn text(&self, path: &str) -> Option<&[u8]> {
        self.texts.get(path).map(Vec::as_slice)
    }
}

/// Algorithms that the manifests among `paths` ask for: to be known before
/// the files are read, so that one pass is enough.
pub fn algorithms<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<Algorithm> {
    let mut asked = BTreeSet::new();
    asked.extend(paths.filter_map(|path| Kind::of(path).algorithm()));
    asked
}
