//! What files are by their bytes; looked at once each.

use std::cell::RefCell;
use std::collections::BTreeMap;

use errand::Work;
use package::look::{HEAD, Look, Peek, TAIL};
use web_sys::Blob;

use super::blobs;

/// The looks at files, by their digests.
#[derive(Debug, Default)]
pub(super) struct Looks(RefCell<BTreeMap<[u8; 32], Look>>);

impl Looks {
    /// A look at each file; none at one that cannot be read.
    pub(super) async fn at(&self, work: &Work, files: &[Blob]) -> Vec<Option<Look>> {
        let mut looks = Vec::with_capacity(files.len());
        for (file, blob) in work.files.iter().zip(files) {
            let known = self.0.borrow().get(&file.digest.sha256).copied();
            let look = match known {
                Some(look) => Some(look),
                None => look(blob).await,
            };
            if let Some(look) = look {
                self.0.borrow_mut().insert(file.digest.sha256, look);
            }
            looks.push(look);
        }
        looks
    }
}

/// A look at the beginning and the end of a file.
async fn look(blob: &Blob) -> Option<Look> {
    let size = blobs::size(blob);
    let (head, tail) = (HEAD as u64, TAIL as u64);
    let head = blobs::bytes(blob, 0, head.min(size)).await.ok()?;
    let from = size.saturating_sub(tail);
    let tail = blobs::bytes(blob, from, size.saturating_sub(from))
        .await
        .ok()?;
    Some(Peek::of(size, head, tail).look())
}
