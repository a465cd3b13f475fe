//! Bags (RFC 8493): written, and validated from a list of files whether they
//! lie in a zip or in a folder.

mod algorithm;
mod declaration;
mod dialect;
mod fault;
mod fetch;
#[cfg(feature = "foreign")]
mod foreign;
#[cfg(feature = "foreign")]
mod hashers;
mod hashing;
mod info;
mod listing;
mod manifest;
mod path;
mod tag_text;
mod validator;
mod writer;

pub(crate) use hashing::Others;
pub use {
    algorithm::Algorithm,
    declaration::Version,
    dialect::{Decode, Decoded},
    fault::{Fault, Finding, Place},
    hashing::{Hasher, Hashers, Hashing, sha256_alone},
    info::{Element, Info, Oxum},
    listing::{FileFacts, Kind, Listing, algorithms},
    validator::{Validation, validate},
    writer::{Draft, DraftFault, write},
};
#[cfg(feature = "foreign")]
pub use {foreign::Foreign, hashers::all_hashers, validator::validate_any};
