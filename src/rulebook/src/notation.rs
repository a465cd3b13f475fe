//! Answers as people write them in tables: by ids or by the labels of the book, and statements that change a dossier.

mod change;
mod error;
mod value;
mod words;

pub use change::{apply_changes, stated_records};
#[cfg(feature = "author")]
pub(crate) use error::choices;
pub use error::{ChangeError, ChangeErrorKind};
