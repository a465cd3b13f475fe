//! The evidence files at hand.

use std::collections::BTreeMap;
use std::rc::Rc;

use dossier::Holder;
use package::digest::FileDigest;

use crate::platform::blob::FileBlob;

/// A file that was picked or dropped. Its bytes stay with the browser.
#[derive(Clone, Debug)]
pub(crate) struct StoredFile {
    /// Its name, in normal form C.
    pub(crate) name: String,
    /// Its digests and size.
    pub(crate) digest: FileDigest,
    /// The browser's handle of its bytes.
    pub(crate) blob: FileBlob,
}

impl PartialEq for StoredFile {
    /// What counts is the content: where the browser has it from makes no difference.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.digest == other.digest
    }
}

/// Files by what they prove and by name.
///
/// A file stays on the shelf when it is taken away from what it proves: undo may bring it back.
/// What counts is what the dossier names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FileShelf {
    files: BTreeMap<(String, String), Rc<StoredFile>>,
}

impl FileShelf {
    /// The file of a holder (a record's or material's id) by name.
    pub(crate) fn get(&self, holder: &str, name: &str) -> Option<&Rc<StoredFile>> {
        self.files.get(&(holder.to_owned(), name.to_owned()))
    }

    /// Puts a file on the shelf, for the id of a record or a material.
    pub(crate) fn put(&mut self, holder: &str, file: StoredFile) {
        let key = (holder.to_owned(), file.name.clone());
        self.files.insert(key, Rc::new(file));
    }

    /// From now on the bytes of what has this digest come from here.
    pub(crate) fn change_source(&mut self, digest: &FileDigest, blob: &FileBlob) {
        for file in self
            .files
            .values_mut()
            .filter(|file| file.digest == *digest)
        {
            Rc::make_mut(file).blob = blob.clone();
        }
    }
}

impl FromIterator<(String, StoredFile)> for FileShelf {
    fn from_iter<T: IntoIterator<Item = (String, StoredFile)>>(files: T) -> Self {
        let mut shelf = Self::default();
        for (holder, file) in files {
            shelf.put(&holder, file);
        }
        shelf
    }
}

/// The id of a holder: a record's or a material's.
pub(crate) fn holder_id(holder: &Holder) -> &str {
    match holder {
        Holder::Record(id) | Holder::Material(id) => id,
    }
}
