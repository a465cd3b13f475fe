//! Strict, exact JSON: RFC 8259 in, RFC 8785 out, no floating point.
//!
//! What is different from other JSON crates, and why:
//!
//! - Numbers are [`Decimal`]: exact, six decimals. Points and hours must not drift.
//! - A key that stands twice in an object is refused, as I-JSON (RFC 7493) asks:
//!   otherwise two readers of one file could see two different files.
//! - [`Json::canonical`] has one spelling for each value, so it can be digested.
//! - Every fault has its place: line and column in the text ([`ReadError`], [`locate`]),
//!   or the path in the value ([`ShapeError`]).
//!
//! INVARIANT: reading takes time linear in the text, apart from the n·log n of sorting
//! the keys of an object, and nests at most [`DEPTH_LIMIT`] calls deep.

mod decimal;
mod from_json;
mod object;
mod path;
mod read;
mod to_json;
mod to_text;
mod value;
mod write;

pub use decimal::{Decimal, DecimalError};
pub use from_json::{Expected, ShapeError, ShapeErrorKind, from_json};
pub use object::Object;
pub use path::{Path, Step};
pub use read::{Position, ReadError, ReadErrorKind, Wanted, locate};
pub use to_json::{WriteError, to_json};
pub use to_text::write_canonical;
pub use value::{Json, JsonType};
pub use write::write_text;

/// How deep arrays and objects may be nested, both when read and when built by [`to_json()`].
pub const DEPTH_LIMIT: usize = 64;

#[cfg(test)]
mod tests;
