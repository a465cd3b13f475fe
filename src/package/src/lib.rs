//! The submission package: a bag (RFC 8493) in a strict, deterministic zip.

pub mod bag;
pub mod container;
mod crc32;
pub mod digest;
pub mod intake;
pub mod name;
mod order;
pub mod severity;
