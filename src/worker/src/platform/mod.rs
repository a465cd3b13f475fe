//! The browser, as the worker knows it.

mod blobs;
mod errands;
mod legacy;
mod looks;
mod messages;
mod serve;
mod stream;
mod unicode;
mod whole;

pub use serve::serve;
