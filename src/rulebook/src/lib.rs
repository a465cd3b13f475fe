//! Rule books: the criteria of a specialty as data, their readers and their check.
//!
//! A book is written in TOML, one folder a book ([`author`], behind a feature, so that no TOML
//! reaches the browser), compiled to one canonical JSON with a digest ([`compile_book`]), and
//! read back from that ([`read_book`], or [`trusted`] what the build itself has embedded).
//! Whatever a book was read from, [`check()`] has found no fault in it: an engine may rely on what
//! `check` promises.
//!
//! The year's notice ([`Season`]) and the working days ([`Calendars`]) are data of their own.

#[cfg(feature = "author")]
pub mod author;
#[cfg(feature = "author")]
pub mod cases;
mod check;
mod compiled;
mod error;
mod model;
mod near;
#[cfg(feature = "notation")]
pub mod notation;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod season_day;
mod stated;
pub mod trusted;
mod workdays;

pub use check::{Fault, FaultKind, Thing, check, check_calendar, check_season};
pub use compiled::{
    Compiled, MOST_BYTES, compile_book, compile_calendar, compile_season, digest, entry_at,
    read_book, read_calendar, read_season,
};
pub use error::{BookError, BookErrorKind, BookErrors, Place};
pub use model::*;
pub use near::nearest;
#[cfg(feature = "schema")]
pub use schema::book_schema;
pub use season_day::{SeasonDay, resolve_season};
pub use stated::{FieldPlace, Stated, StatedRecord, StatedRecords, record_id};
pub use workdays::{Calendars, Reckoned};

#[cfg(test)]
mod tests;
