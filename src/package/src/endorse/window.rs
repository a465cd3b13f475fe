//! A part of a file, as a file.

use crate::container::{Hashing, Source};

/// Bytes of a source from one place on.
#[derive(Debug)]
pub(super) struct Window<'s, S> {
    source: &'s mut S,
    from: u64,
    size: u64,
}

impl<'s, S: Source> Window<'s, S> {
    /// The `size` bytes from `from` on.
    ///
    /// INVARIANT: they lie within the source, as the container has found of a stored entry.
    pub(super) fn new(source: &'s mut S, (from, size): (u64, u64)) -> Self {
        Self { source, from, size }
    }
}

impl<S: Source> Source for Window<'_, S> {
    type Error = S::Error;

    fn size(&self) -> u64 {
        self.size
    }

    async fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), S::Error> {
        let offset = self.from.saturating_add(offset);
        self.source.read_at(offset, buffer).await
    }

    async fn hash(
        &mut self,
        offset: u64,
        length: u64,
    ) -> Result<Option<Hashing<S::Error>>, S::Error> {
        let offset = self.from.saturating_add(offset);
        self.source.hash(offset, length).await
    }
}
