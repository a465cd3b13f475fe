//! Compiles the books, seasons and calendars of `src/rulebook/books` and embeds them.
//!
//! INVARIANT: a book that is not sound does not build; the errors name file and line.

#[path = "build/compile.rs"]
mod compile;
#[path = "build/files.rs"]
mod files;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use compile::Shipment;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let variable = |name| env::var_os(name).ok_or_else(|| format!("{name} is not set"));
    let manifest = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let books = manifest.join("../rulebook/books");
    // Cargo looks through a whole folder for changes.
    println!("cargo:rerun-if-changed=../rulebook/books");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    let shipment = Shipment::compile(&books)?;
    let out = PathBuf::from(variable("OUT_DIR")?);
    write(&out, "books.rs", &shipment.books_source())?;
    write(&out, "native.rs", &shipment.native_source())?;
    write(&out, "seasons.rs", &shipment.seasons_source())?;
    write(&out, "calendars.rs", &shipment.calendars_source())
}

fn write(out: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = out.join(name);
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}
