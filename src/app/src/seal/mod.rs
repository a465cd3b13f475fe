//! Sealing: evidence files, the pledge, the package.

mod attach;
pub(crate) mod contents;
mod package_screen;
mod pledge;
mod print;

pub(crate) use attach::{DropZone, attach, evidence_id, progress};
pub(crate) use contents::{survey_now, use_survey};
pub(crate) use package_screen::PackageScreen;
pub(crate) use pledge::pledge_screen;
pub(crate) use print::print_buttons;
