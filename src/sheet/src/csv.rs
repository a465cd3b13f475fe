//! CSV (RFC 4180): which encoding, which separator, rows out of a stream, cells out of a row, and rows written.

mod encoding;
mod rows;
mod write;

pub use encoding::{Charset, Decode, UNKNOWN};
pub use rows::{Ends, RowFault, Separator, cells, row};
pub use write::{header, record};
