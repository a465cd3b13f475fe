//! The browser: the only place here that names web-sys. Nothing here decides anything.

pub mod blob;
mod clerk;
pub mod form;
mod job;
pub mod page;
pub mod save;

pub use clerk::Clerk;
pub use job::{Job, Watch};
