//! The content of an entry: expanded within its declared size, and checked.

use {
    super::{
        archive::{Archive, Entry, Method},
        fault::{Fault, Finding, Place},
        source::Source,
    },
    crate::digest::{Digester, FileDigest, Sums},
    miniz_oxide::{
        DataFormat, MZError, MZFlush, MZStatus,
        inflate::stream::{InflateState, inflate},
    },
    std::{cmp::Ordering, ops::ControlFlow},
};

/// Bytes asked of the source at once.
const CHUNK: u64 = 256 << 10;
/// Bytes handed on at once of what lies in memory: they stay in the cache while they are digested and kept.
const PIECE: usize = 64 << 10;
/// Bytes expanded at once.
const EXPANDED: usize = 64 << 10;

/// Why the content of an entry could not be had.
#[derive(Debug)]
pub enum ReadError<E> {
    /// No entry of this index.
    NoEntry,
    /// The content is not what the archive declares.
    Fault(Finding),
    /// The source failed.
    Source(E),
    /// The receiver of the content asked to stop.
    Cancelled,
}

impl Archive {
    /// Hands the content of an entry to `sink`, piece by piece, and gives its
    /// digest once length and CRC-32 have been found as declared. What the
    /// sink got before an error is not to be trusted.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn read<S: Source>(
        &self,
        source: &mut S,
        index: usize,
        sink: &mut dyn FnMut(&[u8]) -> ControlFlow<()>,
    ) -> impl Future<Output = Result<FileDigest, ReadError<S::Error>>> {
        self.measured::<S, Digester>(source, index, sink)
    }

    /// As [`Archive::read`], for those who need no digest.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn unpack<S: Source>(
        &self,
        source: &mut S,
        index: usize,
        sink: &mut dyn FnMut(&[u8]) -> ControlFlow<()>,
    ) -> impl Future<Output = Result<(), ReadError<S::Error>>> {
        self.measured::<S, Sums>(source, index, sink)
    }

    async fn measured<S: Source, M: Measure>(
        &self,
        source: &mut S,
        index: usize,
        sink: &mut dyn FnMut(&[u8]) -> ControlFlow<()>,
    ) -> Result<M::Found, ReadError<S::Error>> {
        let entry = self.entries().get(index).ok_or(ReadError::NoEntry)?;
        let mut measure = M::default();
        let mut output = Output {
            entry,
            measure: &mut measure,
            sink,
        };
        let done = match entry.method {
            Method::Stored => copy(source, &mut output).await,
            Method::Deflate => expand(source, &mut output).await,
        };
        done.map_err(|halt| match halt {
            Halt::Source(error) => ReadError::Source(error),
            Halt::Fault(fault) => ReadError::Fault(self.at(index, fault)),
            Halt::Cancelled => ReadError::Cancelled,
        })?;
        let size = measure.size();
        let (crc32, found) = measure.finish();
        self.compare(index, (size, crc32))?;
        Ok(found)
    }

    /// The digest of an entry's content, once length and CRC-32 have been found as declared.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub(crate) fn check<E>(
        &self,
        index: usize,
        digest: FileDigest,
    ) -> Result<FileDigest, ReadError<E>> {
        self.compare(index, (digest.size, digest.crc32))?;
        Ok(digest)
    }

    /// Compares length and CRC-32 with those that were declared.
    fn compare<E>(&self, index: usize, (size, crc32): (u64, u32)) -> Result<(), ReadError<E>> {
        let entry = self.entries().get(index).ok_or(ReadError::NoEntry)?;
        let fault = match size.cmp(&entry.size) {
            Ordering::Less => Fault::LessData,
            Ordering::Greater => Fault::MoreData,
            Ordering::Equal if crc32 != entry.crc32 => Fault::Crc,
            Ordering::Equal => return Ok(()),
        };
        Err(ReadError::Fault(self.at(index, fault)))
    }

    /// A fault of an entry.
    fn at(&self, index: usize, fault: Fault) -> Finding {
        let name = self.entries().get(index).map(|entry| entry.name.clone());
        let name = name.unwrap_or_default();
        Finding {
            place: Place::Entry { index, name },
            fault,
        }
    }

    /// Digest of an entry's content, checked as in [`Archive::read`].
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn digest<S: Source>(
        &self,
        source: &mut S,
        index: usize,
    ) -> Result<FileDigest, ReadError<S::Error>> {
        self.read(source, index, &mut |_| ControlFlow::Continue(()))
            .await
    }
}

enum Halt<E> {
    Source(E),
    Fault(Fault),
    Cancelled,
}

/// What is reckoned of the content while it passes.
trait Measure: Default {
    /// What is told of it.
    type Found;
    fn update(&mut self, bytes: &[u8]);
    fn size(&self) -> u64;
    /// The CRC-32, and what is told.
    fn finish(self) -> (u32, Self::Found);
}

impl Measure for Digester {
    type Found = FileDigest;

    fn update(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }

    fn size(&self) -> u64 {
        self.size()
    }

    fn finish(self) -> (u32, FileDigest) {
        let digest = self.finish();
        (digest.crc32, digest)
    }
}

/// Nothing but what is declared of it.
impl Measure for Sums {
    type Found = ();

    fn update(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }

    fn size(&self) -> u64 {
        self.size()
    }

    fn finish(self) -> (u32, ()) {
        (self.crc32(), ())
    }
}

struct Output<'a, M> {
    entry: &'a Entry,
    measure: &'a mut M,
    sink: &'a mut dyn FnMut(&[u8]) -> ControlFlow<()>,
}

impl<M: Measure> Output<'_, M> {
    fn put<E>(&mut self, bytes: &[u8]) -> Result<(), Halt<E>> {
        let room = self.entry.size.saturating_sub(self.measure.size());
        if bytes.len() as u64 > room {
            return Err(Halt::Fault(Fault::MoreData));
        }
        self.measure.update(bytes);
        match (self.sink)(bytes) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Halt::Cancelled),
        }
    }
}

/// The stored bytes of an entry, chunk by chunk.
struct Input {
    at: u64,
    left: u64,
    buffer: Vec<u8>,
}

impl Input {
    fn new(entry: &Entry) -> Self {
        Self {
            at: entry.data,
            left: entry.compressed,
            buffer: Vec::new(),
        }
    }

    /// Puts the next chunk into the buffer; nothing at the end.
    async fn fill<S: Source>(&mut self, source: &mut S) -> Result<(), Halt<S::Error>> {
        let count = self.left.min(CHUNK);
        self.buffer.resize(usize::try_from(count).unwrap_or(0), 0);
        source
            .read_at(self.at, &mut self.buffer)
            .await
            .map_err(Halt::Source)?;
        self.at = self.at.saturating_add(count);
        self.left = self.left.saturating_sub(count);
        Ok(())
    }
}

async fn copy<S: Source, M: Measure>(
    source: &mut S,
    output: &mut Output<'_, M>,
) -> Result<(), Halt<S::Error>> {
    let mut input = Input::new(output.entry);
    if let Some(bytes) = source.in_memory(input.at, input.left) {
        let mut pieces = bytes.chunks(PIECE);
        return pieces.try_for_each(|piece| output.put(piece));
    }
    while input.left > 0 {
        input.fill(source).await?;
        output.put(&input.buffer)?;
    }
    Ok(())
}

async fn expand<S: Source, M: Measure>(
    source: &mut S,
    output: &mut Output<'_, M>,
) -> Result<(), Halt<S::Error>> {
    let mut input = Input::new(output.entry);
    let mut state = InflateState::new_boxed(DataFormat::Raw);
    let mut expanded = vec![0; EXPANDED];
    loop {
        input.fill(source).await?;
        let mut chunk = input.buffer.as_slice();
        let last = chunk.is_empty();
        loop {
            let step = inflate(&mut state, chunk, &mut expanded, MZFlush::None);
            chunk = chunk.get(step.bytes_consumed..).unwrap_or(&[]);
            output.put(expanded.get(..step.bytes_written).unwrap_or(&[]))?;
            match step.status {
                Ok(MZStatus::StreamEnd) if chunk.is_empty() && input.left == 0 => return Ok(()),
                Ok(MZStatus::StreamEnd) => return Err(Halt::Fault(Fault::MoreData)),
                Ok(MZStatus::Ok) if step.bytes_consumed > 0 || step.bytes_written > 0 => {}
                Ok(MZStatus::Ok) | Err(MZError::Buf) if !last && chunk.is_empty() => break,
                _ if last => return Err(Halt::Fault(Fault::LessData)),
                _ => return Err(Halt::Fault(Fault::Deflate)),
            }
        }
    }
}
