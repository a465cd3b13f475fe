//! A package in a file.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use package::container::BlockingSource;

/// A file that is read at any place.
pub(crate) struct FileSource {
    file: File,
    size: u64,
    /// Where the file stands, so that reading on does not seek.
    at: u64,
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
        Ok(Self { file, size, at: 0 })
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
        if self.at != offset {
            self.file.seek(SeekFrom::Start(offset))?;
        }
        // Wherever a failed read leaves the file, the next one seeks.
        self.at = u64::MAX;
        self.file.read_exact(buffer)?;
        let read = u64::try_from(buffer.len()).unwrap_or(u64::MAX);
        self.at = offset.saturating_add(read);
        Ok(())
    }
}
