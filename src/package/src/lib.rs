//! The submission package: a bag (RFC 8493) in a strict, deterministic zip.
//!
//! - [`subject`] says exactly what is pledged, and its short code;
//! - [`readiness`] lists everything that keeps it from being sealed;
//! - [`seal`] makes the package;
//! - [`verify`] checks one, in layers, whoever made it.

pub mod bag;
pub mod container;
pub mod digest;
pub mod endorse;
pub mod inert;
pub mod intake;
pub mod layout;
pub mod look;
mod members;
pub mod name;
pub mod pledge;
pub mod qr;
pub mod readiness;
pub mod ro_crate;
pub mod seal;
mod season_file;
pub mod severity;
pub mod subject;
pub mod verify;
