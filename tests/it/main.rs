//! The one integration test binary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at what they did not expect"
)]

mod advise;
mod bags;
mod bare;
mod book_check;
mod command;
mod edges_of_time;
mod endorse;
mod exact;
mod example;
mod limited;
mod nearest;
mod other_title;

mod package;
mod partial;
mod precheck;
mod readings;
mod screen;
mod seal;
mod secret;
mod shipped_book;
mod support;
mod twenty_inputs;
mod versions;
