//! XLSX (ECMA-376, transitional and strict): the sheets of a workbook, and their rows one after another.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

mod fault;
mod read;
mod sheet;
mod strings;
mod styles;
mod workbook;
mod write;

pub use fault::{Fault, Refusal};
pub use read::{Sheet, Workbook, open};
pub use write::{Choices, Column, Out, Table, around, book};
