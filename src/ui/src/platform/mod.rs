//! The browser: the only place here that names web-sys. Nothing here decides anything.

pub mod form;
pub mod page;
