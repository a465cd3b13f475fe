//! Sealing: evidence files, the pledge, the package.

mod admission;
mod attach;
mod check;
pub(crate) mod contents;
mod package_screen;
mod pledge;

pub(crate) use attach::{Attach, progress};
pub(crate) use package_screen::PackageScreen;
pub(crate) use pledge::pledge_screen;
