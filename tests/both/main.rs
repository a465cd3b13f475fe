//! Tests that run both on this machine and in WebAssembly, against the same expected bytes.
//!
//! What a browser decides or writes must be what the command decides or writes (the package's digests depend on it).
//! A test here is written once, inside of `both!`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests stop at what they did not expect"
)]

mod assess;
mod json;
mod press;
mod sha256;

/// Makes each function a test, natively and under wasm-bindgen's runner.
macro_rules! both {
    ($(fn $name:ident() $body:block)*) => {
        $(
            #[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
            #[cfg_attr(not(target_arch = "wasm32"), test)]
            fn $name() $body
        )*
    };
}
pub(crate) use both;
