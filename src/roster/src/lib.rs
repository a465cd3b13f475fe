//! Rosters: candidates in a table, one a row, and their records in another.
//!
//! Headers are the labels or ids of a book's questions; others lead where a [`Mapping`] says. Everything that is wrong is
//! a [`Problem`] with its place, and the rest goes on. What is read is what was entered: a [`dossier::Dossier`], to be
//! judged like any other.

mod candidate;
mod columns;
mod csv;
mod headings;
mod layout;
mod mapping;
mod people;
mod problem;
mod read;
mod records;
mod roster;
mod template;
mod typed;
mod workbook;

pub use candidate::Candidate;
pub use columns::{Columns, Target};
pub use csv::{Head, read_csv};
pub use headings::{Heading, headings};
pub use layout::{Layout, RawRow};
pub use mapping::{Mapping, MappingFault};
pub use people::{Entered, People};
pub use problem::{Place, Problem, ProblemKind, Severity};
pub use read::{Reading, read_xlsx};
pub use roster::{MOST_PROBLEMS, Roster, Row};
pub use template::{Words, template};
pub use workbook::Opened;

/// Most bytes of a row, of the records of one person, and of a mapping file.
pub const MOST_BYTES: usize = 1 << 20;
/// Most candidates of a roster that is held in memory.
pub const MOST_CANDIDATES: usize = 100_000;
/// Most records of a roster that is held in memory.
pub const MOST_RECORDS: usize = 1_000_000;
/// Most bytes of all records of a workbook: cells of many sheets can share one long string.
pub const MOST_RECORD_BYTES: usize = 1 << 30;

#[cfg(test)]
mod tests;
