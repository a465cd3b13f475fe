//! The application's worker: taking in files, sealing, verification, off the thread that draws.
//!
//! It is a second WebAssembly module, so that a first visitor does not wait for it. What it does
//! is in plain modules that are tested natively; [`platform`] alone names the browser.
#![allow(
    clippy::future_not_send,
    reason = "what the browser hands out stays on its one thread"
)]

pub mod admission;
pub mod check;
pub mod desk;
pub mod form;
pub mod platform;
pub mod seal;
pub mod stop;
pub mod survey;
pub mod verification;

#[cfg(test)]
mod tests;
