//! What the tests share.

mod bench;
mod person;
mod zhicheng;

pub(crate) use bench::{assess, day, engine, season};
pub(crate) use person::Person;
pub(crate) use zhicheng::{Outcome, Zhicheng, scratch};

/// A file of `tests/vectors`.
pub(crate) fn vector(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("vectors")
        .join(name)
}
