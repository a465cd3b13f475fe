//! What goes into an archive, in which order.

use {
    super::header::{self, Placed},
    crate::{
        digest::FileDigest,
        name::{self, Clash, ClashKind, NameFault, Unicode},
    },
    order::{arranged, sorted},
    std::mem,
};

/// A file to be packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Path in the archive.
    pub name: String,
    /// Content.
    pub body: Body,
}

/// Content of a file to be packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Held in memory.
    Bytes(Vec<u8>),
    /// Held by the caller, who put it through a
    /// [`Digester`](crate::digest::Digester).
    File {
        /// The caller's name for it, given back in [`Segment::File`].
        index: usize,
        /// Its digest.
        digest: FileDigest,
    },
}

/// A part of the archive. The parts one after the other are its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Headers and content held in memory.
    Bytes(Vec<u8>),
    /// Content that the caller holds.
    File {
        /// As in [`Body::File`].
        index: usize,
        /// Its length; the archive is broken if the caller puts in another.
        size: u64,
    },
}

/// Why files cannot be packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanFault {
    /// An unsafe name.
    Name(String, NameFault),
    /// A name that is not in normalisation form C.
    NotNormalised(String),
    /// Two names that clash.
    Clash(ClashKind, String, String),
}

/// An archive ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    items: Vec<Item>,
}

impl Plan {
    /// Puts the files in order: `bagit.txt`, then the other files at the
    /// root, then those in folders, each by the bytes of their names.
    ///
    /// # Errors
    /// All names that cannot be packed.
    pub fn new(items: Vec<Item>, unicode: Unicode) -> Result<Self, Vec<PlanFault>> {
        let key = |position: usize| items.get(position).map(|item| order(&item.name));
        let positions = sorted(items.len(), &mut |a, b| key(a).cmp(&key(b)));
        let items = arranged(items, &positions);
        let mut faults = Vec::new();
        for Item { name, .. } in &items {
            if let Err(fault) = name::check(name) {
                faults.push(PlanFault::Name(name.clone(), fault));
            } else if !unicode.is_normal(name) {
                faults.push(PlanFault::NotNormalised(name.clone()));
            }
        }
        let name = |position: usize| items.get(position).map(|item| item.name.clone());
        let names = items.iter().map(|item| item.name.as_str());
        for Clash {
            first,
            second,
            kind,
        } in name::clashes(names, unicode)
        {
            if let (Some(first), Some(second)) = (name(first), name(second)) {
                faults.push(PlanFault::Clash(kind, first, second));
            }
        }
        if faults.is_empty() {
            Ok(Self { items })
        } else {
            Err(faults)
        }
    }

    /// Files in the order in which they are written.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The archive, part by part. Neighbouring bytes are one part, so there
    /// are at most twice as many parts as files, and one.
    pub fn into_segments(self) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut pending = Vec::new();
        let mut placed = Vec::with_capacity(self.items.len());
        let mut offset = 0_u64;
        for Item { name, body } in self.items {
            let digest = match &body {
                Body::Bytes(bytes) => FileDigest::of(bytes),
                Body::File { digest, .. } => *digest,
            };
            let entry = Placed {
                name,
                digest,
                offset,
            };
            let before = pending.len();
            header::local(&entry, &mut pending);
            let length = pending.len().saturating_sub(before) as u64;
            offset = offset.saturating_add(length).saturating_add(digest.size);
            placed.push(entry);
            match body {
                Body::Bytes(bytes) => pending.extend(bytes),
                Body::File { .. } if digest.size == 0 => {}
                Body::File { index, .. } => {
                    segments.push(Segment::Bytes(mem::take(&mut pending)));
                    segments.push(Segment::File {
                        index,
                        size: digest.size,
                    });
                }
            }
        }
        header::directory(&placed, offset, &mut pending);
        segments.push(Segment::Bytes(pending));
        segments
    }
}

/// What entries are sorted by.
pub(in crate::container) fn order(name: &str) -> (bool, bool, &str) {
    (name != "bagit.txt", name.contains('/'), name)
}
