//! Every sentence a person reads, typed; zh-CN.
//!
//! Functions take typed data and a book, and give text: a value without a text does not
//! compile, and another language is another set of these files. What is specific to a specialty
//! comes from the book; what a person typed is made harmless to show ([`plain`]).

mod answer;
mod change;
pub mod cli;
pub mod command;
#[cfg(feature = "desk")]
pub mod desk;
pub mod explain;
pub mod fault;
pub mod finding;
#[cfg(feature = "keeper")]
pub mod keeper;
mod labels;
mod message;
pub mod number;
pub mod paste;
pub mod plain;
mod problem;
pub mod procedure;
pub mod report;
pub mod term;
pub mod ui;

pub use answer::{Spot, UNKNOWN, answer, answer_or_unknown};
pub use change::{book_changed, change, kept_answer};
pub use labels::Labels;
pub use message::Message;
pub use number::{bytes, date, points, span};
pub use problem::{place, problem};

#[cfg(test)]
mod plain_language_tests;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod shipped_tests;
