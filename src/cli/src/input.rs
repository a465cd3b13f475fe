//! Reading inputs, bounded; and printing.

use std::fs::File;
use std::io::{self, BufRead, Read, Write};
use std::path::Path;

use crate::exit::Exit;

/// The largest dossier or book that is read, in bytes.
pub(crate) const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Why an input could not be read.
#[derive(Debug)]
pub(crate) enum InputError {
    /// The system says no.
    Io(io::Error),
    /// More bytes than [`MOST_BYTES`].
    TooLarge,
}

impl InputError {
    /// What is wrong and what to do.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Io(error) => wording::command::cannot_read(&error.to_string()),
            Self::TooLarge => wording::command::too_large(MOST_BYTES),
        }
    }
}

/// A whole file.
pub(crate) fn file(path: &Path) -> Result<Vec<u8>, InputError> {
    let file = File::open(path).map_err(InputError::Io)?;
    let mut bytes = Vec::new();
    let mut limited = file.take(MOST_BYTES.saturating_add(1));
    limited.read_to_end(&mut bytes).map_err(InputError::Io)?;
    if too_large(&bytes) {
        return Err(InputError::TooLarge);
    }
    Ok(bytes)
}

/// Prints a text; a reader that has gone away is no failure.
pub(crate) fn print(text: &str) -> Exit {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("{}", wording::command::cannot_write(&error.to_string()));
            Exit::Failed
        }
        _ => Exit::Fine,
    }
}

/// Text in GB18030, as Excel writes CSV on a Chinese Windows.
pub(crate) fn gb18030(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned)
}

/// The next line of a stream without its end; none when the stream has ended.
///
/// An overlong line is read to its end, so that the lines after it can be done.
pub(crate) fn line(stream: &mut impl BufRead) -> Option<Result<Vec<u8>, InputError>> {
    let mut bytes = Vec::new();
    let mut limited = stream.by_ref().take(MOST_BYTES.saturating_add(1));
    match limited.read_until(b'\n', &mut bytes) {
        Err(error) => return Some(Err(InputError::Io(error))),
        Ok(0) => return None,
        Ok(_) => {}
    }
    let ended = bytes.last() == Some(&b'\n');
    if !ended && too_large(&bytes) {
        let skipped = stream.skip_until(b'\n').map(|_| ());
        return Some(
            skipped
                .map_err(InputError::Io)
                .and(Err(InputError::TooLarge)),
        );
    }
    while matches!(bytes.last(), Some(b'\n' | b'\r')) {
        bytes.pop();
    }
    Some(Ok(bytes))
}

/// Whether there are more bytes than are read.
pub(crate) fn too_large(bytes: &[u8]) -> bool {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES
}
