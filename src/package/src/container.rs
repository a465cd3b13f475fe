//! The container: a zip (PKWARE APPNOTE 6.3.10) written so that its bytes are
//! a function of content alone, and read so that nothing is left to
//! interpretation.
//!
//! Reading is asynchronous because a browser hands out the bytes of a dropped
//! file only so; over a source that answers at once, [`wait`] runs it through.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

mod archive;
mod central;
mod end;
mod extra;
mod extract;
mod fault;
mod local;
mod names;
mod options;
mod peek;
mod record;
mod source;
mod trace;
mod writer;

pub use {
    archive::{Archive, Entry, Method, Opening, open},
    extract::ReadError,
    fault::{Fault, Field, Finding, Place},
    options::Options,
    source::{Blocking, BlockingSource, OutOfBounds, Source, wait},
    trace::Trace,
    writer::{Body, Item, Plan, PlanFault, Segment},
};
