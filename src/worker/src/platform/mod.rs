//! The browser, as a worker knows it. What serves errands is for every worker that speaks these [`messages`].

pub mod blobs;
mod errands;
mod lanes;
mod legacy;
mod looks;
pub mod messages;
mod serve;
mod service;
mod stream;
mod unicode;

pub use legacy::gbk;
pub use serve::{Outcome, Progress, Service, serve_with};
pub use service::serve;
pub use unicode::UNICODE;
