//! Cases: what a book must decide, in tables that a rule keeper reads and writes in a spreadsheet.
//!
//! A table is a CSV file next to the book (`cases/*.csv`); the dossiers it changes stand beside
//! it as `*.json`. The notation is described in the folder's `README.md`.

mod case;
mod columns;
mod coverage;
mod error;
mod published;
mod row;
mod table;
#[cfg(test)]
pub(crate) mod tests;

pub use case::{Case, CaseFile, Expect, Subject, read_cases};
pub use coverage::{Covered, Gap, Missing, coverage, gaps};
pub use error::{CaseError, CaseErrorKind};
