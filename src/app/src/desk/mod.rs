//! The desk: the drafts in this browser and as files, and which of them this tab works on.
//!
//! INVARIANT: what is entered is kept before anything else happens to it, what is typed right after its verdict is
//! drawn, and only by the tab that works on the draft.

mod draft_file;
mod draft_list;
mod drafts;
mod keeping;
mod moves;
mod open_file;
mod opening;
mod taken;

pub(crate) use draft_file::save_as_file;
pub(crate) use drafts::Drafts;
pub(crate) use keeping::{last_draft, use_keeping};
pub(crate) use moves::bring_back;
pub(crate) use open_file::reading::{self, Reopened};
pub(crate) use opening::opening;
pub(crate) use taken::taken_screen;
