//! The browser: the only place here that names web-sys. Nothing here decides anything.

pub(crate) mod decode;
pub(crate) mod desk;
pub(crate) mod files;
pub(crate) mod grid;
mod look;
mod serve;

pub(crate) use look::look;
pub use serve::serve;
pub use ui::platform::page;
pub(crate) use ui::platform::{clock, save};
