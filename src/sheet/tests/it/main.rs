//! Workbooks of ours and of others, and hostile ones.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at what they did not expect"
)]

mod hostile;
mod made;
mod read;
