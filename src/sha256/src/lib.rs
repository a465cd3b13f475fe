//! SHA-256 (FIPS 180-4) of several messages in turns: a browser has no instruction for it, but it has vectors, and four
//! messages side by side in them take twice as many bytes a second as one after another.
//!
//! A crate of its own, since it is compiled for speed where all around it is compiled for size. One message alone goes by
//! the crate `sha2`, as does everything where there are no vectors.

pub mod message;
#[cfg(any(all(target_arch = "wasm32", feature = "simd"), test))]
mod quad;
pub mod together;

pub use message::Message;
pub use together::{LANES, update_together};

#[cfg(test)]
mod tests;

/// What is digested at once.
pub(crate) type Block = [u8; 64];
/// What is carried from block to block.
pub(crate) type State = [u32; 8];
