//! The beginning and the end of an entry's content.

use {
    super::{
        archive::{Archive, Method},
        extract::ReadError,
        source::Source,
    },
    crate::look::{HEAD, Peek, TAIL},
    std::ops::ControlFlow,
};

impl Archive {
    /// The first and last bytes of an entry's content, unchecked: for looking
    /// at what a file is. A stored entry is not read through for it.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn peek<S: Source>(
        &self,
        source: &mut S,
        index: usize,
    ) -> Result<Peek, ReadError<S::Error>> {
        let entry = self.entries().get(index).ok_or(ReadError::NoEntry)?;
        if entry.method == Method::Deflate {
            let mut peek = Peek::new();
            let mut sink = |bytes: &[u8]| {
                peek.update(bytes);
                ControlFlow::Continue(())
            };
            self.read(source, index, &mut sink).await?;
            return Ok(peek);
        }
        let size = entry.compressed;
        let length = |limit: usize| usize::try_from(size).map_or(limit, |size| size.min(limit));
        let (mut head, mut tail) = (vec![0; length(HEAD)], vec![0; length(TAIL)]);
        let end = entry.data.saturating_add(size);
        let last = end.saturating_sub(tail.len() as u64);
        for (at, buffer) in [(entry.data, &mut head), (last, &mut tail)] {
            source
                .read_at(at, buffer)
                .await
                .map_err(ReadError::Source)?;
        }
        Ok(Peek::of(size, head, tail))
    }
}
