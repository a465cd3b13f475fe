//! A package in a file.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::mem;
use std::path::Path;

use package::container::BlockingSource;

/// The largest file that is read as a whole.
const WHOLE: u64 = 4 << 20;

/// A file that is read at any place.
pub(crate) struct FileSource {
    file: File,
    size: u64,
    /// Where the file stands, so that reading on does not seek.
    at: u64,
    /// Where the whole file lies, when it is held in memory.
    held: Option<Vec<u8>>,
}

impl FileSource {
    /// Opens a file; a folder is none.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let meta = file.metadata()?;
        if meta.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        let size = meta.len();
        Ok(Self {
            file,
            size,
            at: 0,
            held: None,
        })
    }

    /// Opens a file, and reads it in one go into `room`, that of another file, unless it is large: whoever looks at many
    /// small files asks the system for few things only.
    pub(crate) fn open_in(room: &mut Vec<u8>, path: &Path) -> io::Result<Self> {
        let mut source = Self::open(path)?;
        if source.size <= WHOLE {
            let mut bytes = mem::take(room);
            let size = usize::try_from(source.size).unwrap_or(usize::MAX);
            // Grown and never made smaller, since what is new has to be cleared.
            if bytes.len() < size {
                bytes.resize(size, 0);
            }
            // One that became shorter meanwhile fails below, where it is read.
            let read = source.read_at(0, bytes.get_mut(..size).unwrap_or_default());
            if read.is_ok() {
                source.held = Some(bytes);
            } else {
                *room = bytes;
            }
        }
        Ok(source)
    }

    /// Gives back the room.
    pub(crate) fn leave(self, room: &mut Vec<u8>) {
        if let Some(held) = self.held {
            *room = held;
        }
    }

    /// Its length in bytes.
    pub(crate) fn len(&self) -> u64 {
        self.size
    }
}

impl BlockingSource for FileSource {
    type Error = io::Error;

    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        let length = u64::try_from(buffer.len()).unwrap_or(u64::MAX);
        if let Some(bytes) = self.in_memory(offset, length) {
            buffer.copy_from_slice(bytes);
            return Ok(());
        }
        if self.at != offset {
            self.file.seek(SeekFrom::Start(offset))?;
        }
        // Wherever a failed read leaves the file, the next one seeks.
        self.at = u64::MAX;
        self.file.read_exact(buffer)?;
        self.at = offset.saturating_add(length);
        Ok(())
    }

    fn in_memory(&self, offset: u64, length: u64) -> Option<&[u8]> {
        let end = offset.checked_add(length).filter(|end| *end <= self.size)?;
        let (start, end) = (usize::try_from(offset).ok()?, usize::try_from(end).ok()?);
        self.held.as_ref()?.get(start..end)
    }
}
