//! A file that appears under its name once it is whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use wording::cli::SecretFault;

/// A file in the making. Dropped before it is finished, it leaves nothing.
pub(crate) struct Output {
    to: PathBuf,
    part: PathBuf,
    writer: Option<BufWriter<File>>,
}

impl Output {
    /// Begins a file; one of this name must not be there yet.
    pub(crate) fn new(to: &Path) -> Result<Self, SecretFault> {
        if to.exists() {
            return Err(SecretFault::Exists);
        }
        let mut part = to.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let file = create(&part).map_err(|error| SecretFault::write(&error))?;
        Ok(Self {
            to: to.to_owned(),
            part,
            writer: Some(BufWriter::new(file)),
        })
    }

    /// Where the file is while it is made.
    pub(crate) fn part(&self) -> &Path {
        &self.part
    }

    /// Puts the whole file under its name.
    pub(crate) fn finish(mut self) -> Result<(), SecretFault> {
        let done = match self.writer.take() {
            Some(mut writer) => writer.flush().and_then(|()| writer.get_ref().sync_all()),
            None => Ok(()),
        };
        // A link fails where a file of the name has come up meanwhile; a rename would replace it.
        let named = done.and_then(|()| match fs::hard_link(&self.part, &self.to) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                fs::rename(&self.part, &self.to)
            }
            other => other,
        });
        named.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => SecretFault::Exists,
            _ => SecretFault::write(&error),
        })
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.writer {
            Some(writer) => writer.write(bytes),
            None => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        self.writer = None;
        // After a rename it is gone already.
        let _ = fs::remove_file(&self.part);
    }
}

/// A new file that nobody else may read.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
