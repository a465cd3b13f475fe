//! Writes an archive as parts, without ever holding a file's content.
//!
//! INVARIANT: the bytes are a function of names and contents alone. Entries
//! are stored, in the order of [`Plan::new`], dated 1980-01-01 00:00:00, made
//! on UNIX with mode 0644, named in UTF-8 and normalisation form C, without
//! extra fields but zip64, which appears exactly where a value does not fit.

mod header;
mod plan;

pub(super) use plan::order;
pub use plan::{Body, Item, Plan, PlanFault, Segment};
