//! Texts of the application's screens.

pub mod advice;
pub mod ask;
pub mod drafts;
pub mod forms;
pub mod materials;
pub mod seal;
pub mod verdict;
pub mod verify;
