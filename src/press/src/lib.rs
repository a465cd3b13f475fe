//! Packs modules of WebAssembly and texts small, for the one-file edition: a model of what comes next, which who packs
//! and who reads share, and an arithmetic coder.
//!
//! It knows the instructions of WebAssembly and their numbers, and asks for each symbol by a few turns in a tree, not for
//! each bit of a byte: a module of 1.8 MB takes 23 % of its size, where LZMA needs 30 %, and is read in some tenths of a
//! second. The format is told in `format.md` beside this file; nothing but one build of the page reads it, so it has no
//! version.
//!
//! All arithmetic is in integers, and the same to the bit on every machine. A reader takes any bytes and any size for
//! what it is: it never reads or writes beyond its tables, and ends.
//!
//! The writer is behind the feature `writer`; the reader is compiled by itself into the page (`src/unpack`).
#![no_std]
#![allow(
    clippy::indexing_slicing,
    reason = "places in tables of a fixed size, each masked to it: a check would be made at every turn for nothing"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "digests are cut on purpose; chances and logits are bounded where they are made"
)]

extern crate alloc;

mod counters;
mod curves;
mod grammar;
mod hints;
mod mixer;
mod model;
mod past;
mod range;
mod reader;
mod repeats;
mod room;
mod runs;
mod standing;
mod tree;
mod trees;
mod walk;
#[cfg(feature = "writer")]
mod writer;

#[cfg(test)]
mod tests;

pub use reader::Reader;
pub use walk::{MOST, Progress};
#[cfg(feature = "writer")]
pub use writer::{Piece, pack};
