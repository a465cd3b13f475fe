//! Tables that people keep: CSV in the encodings and with the separators in use, and XLSX (ECMA-376), read strictly and
//! within bounds; and the two written so that no cell can become a formula.
//!
//! Reading gives [`Row`]s one after another and never holds a sheet as a whole. What a cell means is for others.

mod cell;
pub mod csv;
mod number;
mod serial;
mod shelf;
pub mod xlsx;
pub mod xml;

pub use cell::{Cell, Row, Value, letters};
pub use serial::{Epoch, day_of_serial};
pub use shelf::Shelf;
