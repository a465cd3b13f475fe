//! What `wasm-split` has to know of the module that it splits: where functions and data name each other.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() && is("CARGO_CFG_TARGET_FAMILY", "wasm") {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
