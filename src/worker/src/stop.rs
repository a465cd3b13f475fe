//! Why the bytes of a file were not had.

use package::intake::IntakeError;

/// Why the bytes of a file were not had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadStop {
    /// The browser could not read it: moved, changed, or a folder.
    Unreadable,
    /// The person stopped it.
    Cancelled,
}

impl From<IntakeError<Self>> for ReadStop {
    fn from(error: IntakeError<Self>) -> Self {
        match error {
            IntakeError::Source(stop) => stop,
            IntakeError::Cancelled => Self::Cancelled,
        }
    }
}
