//! The browser: the only place that names web-sys. Nothing here decides anything.

pub(crate) mod desk;
pub(crate) mod download;
pub(crate) mod files;
pub(crate) mod idle;
pub(crate) mod paper;
pub(crate) mod random;
pub(crate) mod release;
pub(crate) mod rescue;
pub(crate) mod route;
pub(crate) mod signature;
pub(crate) mod storage;

pub(crate) use ui::platform::{blob, clock, form, page, save};
