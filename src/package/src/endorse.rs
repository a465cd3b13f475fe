//! The employer's part: a package of its own kind around the applicant's, which stays as it is, byte for byte.
//!
//! ```text
//! bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt
//! data/application.zip     the applicant's package, stored
//! data/endorsement.json    the employer's opinion and display certificate
//! data/endorsement.html    the same as a printable page; no script, nothing loaded
//! ```
//!
//! Who added what is clear by its place: what lies in `application.zip` is the applicant's, under the applicant's pledge;
//! everything else is the employer's. Verification looks at both in full.

mod endorsement;
mod finding;
mod seal;
#[cfg(test)]
mod tests;
mod verify;
mod window;

pub use endorsement::{
    Display, DisplayOf, Endorsement, EndorsementError, Objection, Opinion, display,
};
pub use finding::Finding;
pub use seal::{Contents, seal};
pub use verify::{Endorsed, is_endorsed, verify};

/// The applicant's package.
pub const APPLICATION: &str = "data/application.zip";
/// The employer's part.
pub const ENDORSEMENT: &str = "data/endorsement.json";
/// The employer's part as a page.
pub const FORM: &str = "data/endorsement.html";
/// The identifier of the profile. No address: nothing has to be fetched to know it.
pub const PROFILE: &str = "urn:uuid:6c0f6f0e-0a9d-4b52-9a63-3f7c1f6c5d21";
