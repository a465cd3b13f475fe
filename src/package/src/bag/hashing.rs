//! Several checksums of one file in one pass.

use {
    super::{algorithm::Algorithm, listing::FileFacts},
    crate::digest::{Digester, FileDigest},
    std::{collections::BTreeMap, fmt},
};

/// A running checksum of an algorithm other than SHA-256.
pub trait Hasher {
    /// Takes the next piece.
    fn update(&mut self, bytes: &[u8]);
    /// The checksum.
    fn finish(self: Box<Self>) -> Vec<u8>;
}

/// Makes a [`Hasher`] for an algorithm; none if it has none. The browser has
/// none ([`sha256_alone`]), the native command one for each algorithm.
pub type Hashers = fn(Algorithm) -> Option<Box<dyn Hasher>>;

/// No algorithm besides SHA-256, which is always there.
pub fn sha256_alone(_: Algorithm) -> Option<Box<dyn Hasher>> {
    None
}

/// Takes a file in pieces and gives all its checksums.
#[derive(Debug)]
pub struct Hashing {
    digester: Digester,
    others: Others,
}

impl Hashing {
    /// SHA-256, and those of `algorithms` for which there is a hasher.
    pub fn new(algorithms: impl IntoIterator<Item = Algorithm>, hashers: Hashers) -> Self {
        Self {
            digester: Digester::new(),
            others: Others::new(algorithms, hashers),
        }
    }

    /// Takes the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.digester.update(bytes);
        self.others.update(bytes);
    }

    /// Size and checksums.
    pub fn finish(self) -> FileFacts {
        self.others.finish(self.digester.finish())
    }
}

/// The checksums of a file besides the one that whoever reads it has anyway.
pub(crate) struct Others(Vec<(Algorithm, Box<dyn Hasher>)>);

impl fmt::Debug for Others {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let algorithms = self.0.iter().map(|(algorithm, _)| algorithm);
        f.debug_list().entries(algorithms).finish()
    }
}

impl Others {
    /// Those of `algorithms` for which there is a hasher.
    pub(crate) fn new(algorithms: impl IntoIterator<Item = Algorithm>, hashers: Hashers) -> Self {
        let others = algorithms
            .into_iter()
            .filter(|&algorithm| algorithm != Algorithm::Sha256)
            .filter_map(|algorithm| Some((algorithm, hashers(algorithm)?)));
        Self(others.collect())
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the next piece.
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        for (_, hasher) in &mut self.0 {
            hasher.update(bytes);
        }
    }

    /// Size and checksums, with the digest of the same bytes.
    pub(crate) fn finish(self, digest: FileDigest) -> FileFacts {
        let mut facts = FileFacts::from(digest);
        let others = self.0.into_iter();
        let others = others.map(|(algorithm, hasher)| (algorithm, hasher.finish()));
        facts.checksums.extend(others);
        facts
    }
}

impl From<FileDigest> for FileFacts {
    fn from(digest: FileDigest) -> Self {
        let mut checksums = BTreeMap::new();
        checksums.insert(Algorithm::Sha256, digest.sha256.to_vec());
        Self {
            size: digest.size,
            checksums,
        }
    }
}
