//! The browser: the only place here that names web-sys. Nothing here decides anything.

pub mod blob;
mod clerk;
pub mod clock;
pub mod files;
pub mod form;
pub mod idle;
mod job;
pub mod page;
mod parts;
mod rescue;
pub mod save;

pub use clerk::Clerk;
pub use job::{Job, Watch};
pub use parts::worker_parts;
pub use rescue::Rescue;
