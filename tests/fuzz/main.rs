//! Fuzzing: every reader of what strangers hand in, fed with changed inputs.
//!
//! `cargo test` runs each target for a stated number of inputs, the same every time. `cargo xtask fuzz [TARGET]
//! [--seconds N] [--keep]` runs longer, from a new seed. A run is guided by what a reader says: an input that makes it say
//! something new joins the inputs that are changed further. It needs no instrumented build, so it runs on every toolchain.
//!
//! The corpus is `tests/vectors/fuzz/TARGET/`; a found case goes there as well, so that it is tried first from then on.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what goes wrong in a test should stop it"
)]

mod campaign;
mod change;
mod corpus;
#[path = "../../src/package/tests/it/mutate.rs"]
mod mutate;
mod target;

use campaign::run;

#[test]
fn container() {
    run(&target::CONTAINER);
}

#[test]
fn bag() {
    run(&target::BAG);
}

#[test]
fn json() {
    run(&target::JSON);
}

#[test]
fn dossier() {
    run(&target::DOSSIER);
}

#[test]
fn pledge() {
    run(&target::PLEDGE);
}

#[test]
fn book() {
    run(&target::BOOK);
}

#[test]
fn roster() {
    run(&target::ROSTER);
}

#[test]
fn workbook() {
    run(&target::WORKBOOK);
}

#[test]
fn toml() {
    run(&target::TOML);
}
