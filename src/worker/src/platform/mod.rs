//! The browser, as the worker knows it.

mod blobs;
mod errands;
mod messages;
mod serve;
mod unicode;

pub use serve::serve;
