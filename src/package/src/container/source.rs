//! Where the bytes of an archive come from.

use {
    super::{archive::Archive, extract::ReadError},
    crate::digest::FileDigest,
    std::{
        fmt,
        ops::ControlFlow,
        pin::pin,
        task::{Context, Poll, Waker},
    },
};

/// Random access to a file whose bytes may take time to come.
pub trait Source {
    /// Why bytes could not be had.
    type Error;

    /// Length of the file in bytes; the same at every call.
    fn size(&self) -> u64;

    /// Fills `buffer` with the bytes from `offset` on.
    fn read_at(
        &mut self,
        offset: u64,
        buffer: &mut [u8],
    ) -> impl Future<Output = Result<(), Self::Error>>;

    /// `length` bytes from `offset` on, where they lie in memory and nobody has to copy them; else none.
    fn in_memory(&self, offset: u64, length: u64) -> Option<&[u8]> {
        let _ = (offset, length);
        None
    }

    /// The digests of whole parts of the file, where the source has quicker means than to be read part after part; else
    /// none. Each part is given by its offset and length.
    ///
    /// `progress` gets the number of bytes of each piece, and may stop: that is an error of the source then.
    fn digests(
        &mut self,
        parts: &[(u64, u64)],
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> impl Future<Output = Result<Option<Vec<FileDigest>>, Self::Error>> {
        let _ = (parts, progress);
        async { Ok(None) }
    }

    /// Hands the content of an entry of the archive in this file to `sink`, as [`Archive::read`] does; a source may expand
    /// the next piece meanwhile, and leave the digest out.
    fn content(
        &mut self,
        (archive, index): (&Archive, usize),
        sink: &mut dyn FnMut(&[u8]) -> ControlFlow<()>,
    ) -> impl Future<Output = Result<(), ReadError<Self::Error>>>
    where
        Self: Sized,
    {
        async move { archive.read(self, index, sink).await.map(drop) }
    }
}

/// Random access to a file whose bytes are there at once.
pub trait BlockingSource {
    /// Why bytes could not be had.
    type Error;

    /// Length of the file in bytes; the same at every call.
    fn size(&self) -> u64;

    /// Fills `buffer` with the bytes from `offset` on.
    ///
    /// # Errors
    /// When the bytes cannot be had.
    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), Self::Error>;

    /// `length` bytes from `offset` on, where they lie in memory and nobody has to copy them; else none.
    fn in_memory(&self, offset: u64, length: u64) -> Option<&[u8]> {
        let _ = (offset, length);
        None
    }
}

/// A [`BlockingSource`] as a [`Source`] that never keeps anyone waiting.
#[derive(Debug, Clone)]
pub struct Blocking<S>(pub S);

impl<S: BlockingSource> Source for Blocking<S> {
    type Error = S::Error;

    fn size(&self) -> u64 {
        self.0.size()
    }

    async fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), S::Error> {
        self.0.read_at(offset, buffer)
    }

    fn in_memory(&self, offset: u64, length: u64) -> Option<&[u8]> {
        self.0.in_memory(offset, length)
    }
}

/// A read beyond the end of bytes in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfBounds;

impl fmt::Display for OutOfBounds {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("read beyond the end of the bytes")
    }
}

impl std::error::Error for OutOfBounds {}

impl BlockingSource for &[u8] {
    type Error = OutOfBounds;

    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), OutOfBounds> {
        let bytes = self.in_memory(offset, buffer.len() as u64);
        buffer.copy_from_slice(bytes.ok_or(OutOfBounds)?);
        Ok(())
    }

    fn in_memory(&self, offset: u64, length: u64) -> Option<&[u8]> {
        let start = usize::try_from(offset).ok()?;
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        self.get(start..end)
    }
}

/// Runs a future over a [`Blocking`] source to its end.
///
/// INVARIANT: every wait in this crate is a wait for its source, so over a
/// blocking source the first poll is the last. A future that waits for
/// anything else would spin here.
pub fn wait<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
