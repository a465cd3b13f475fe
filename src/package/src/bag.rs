//! Bags (RFC 8493): written, and validated from a list of files whether they
//! lie in a zip or in a folder.

mod algorithm;
mod declaration;
mod fault;
mod fetch;
mod hashing;
mod info;
mod listing;
mod manifest;
mod path;
mod tag_text;
mod validator;
mod writer;

pub use {
    algorithm::Algorithm,
    declaration::Version,
    fault::{Fault, Finding, Place},
    hashing::{Hasher, Hashers, Hashing, sha256_alone},
    info::{Element, Info, Oxum},
    listing::{FileFacts, Kind, Listing, algorithms},
    validator::{Validation, validate},
    writer::{Draft, DraftFault, write},
};
