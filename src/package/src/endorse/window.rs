//! A part of a file, as a file.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

use {
    crate::{container::Source, digest::FileDigest},
    std::ops::ControlFlow,
};

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

    fn in_memory(&self, offset: u64, length: u64) -> Option<&[u8]> {
        let offset = self.from.saturating_add(offset);
        self.source.in_memory(offset, length)
    }

    async fn digests(
        &mut self,
        parts: &[(u64, u64)],
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Option<Vec<FileDigest>>, S::Error> {
        let parts: Vec<_> = parts
            .iter()
            .map(|&(offset, length)| (self.from.saturating_add(offset), length))
            .collect();
        self.source.digests(&parts, progress).await
    }
}
