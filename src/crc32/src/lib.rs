//! CRC-32 as zip uses it: reflected polynomial 0xEDB88320.
//!
//! A crate of its own, since it is compiled for speed where all around it is compiled for size. In WebAssembly it goes by
//! tables; natively by the instructions of the processor at hand, which are many times as quick.

#[cfg(not(target_arch = "wasm32"))]
pub mod machine;
#[cfg(any(target_arch = "wasm32", test))]
pub mod tables;

#[cfg(not(target_arch = "wasm32"))]
pub use machine::Crc32;
#[cfg(target_arch = "wasm32")]
pub use tables::Crc32;

#[cfg(test)]
mod tests;
