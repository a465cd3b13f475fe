//! What the application asks of its worker, and what that answers: JSON, beside handles of files.
//!
//! The worker does what is long or large: digests, sealing, verification. Both sides are built
//! from this crate, so there is one spelling of each message. Sentences for people are made in
//! the worker and come as text.

mod errand;
mod sealed;
mod sheet;
mod survey;
mod verified;
mod wire;
mod work;

pub use errand::Errand;
pub use sealed::Sealed;
pub use sheet::Sheet;
pub use survey::{Hindrance, Mend, Portal, Survey};
pub use verified::{Found, Layer, Verified};
pub use wire::Wire;
pub use work::Work;

#[cfg(test)]
mod tests;
