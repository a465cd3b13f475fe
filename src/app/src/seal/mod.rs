//! Sealing: evidence files, the pledge, the package.

mod admission;
mod attach;
mod screens;

pub(crate) use attach::Attach;
pub(crate) use screens::{PackageScreen, PledgeScreen};
