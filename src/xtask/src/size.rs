//! What a browser downloads, raw and in brotli, against the budgets: the first load, which is everything until the
//! first question can be answered, and the rest, which comes while one reads it.
//!
//! Budgets are in kB of 1000 bytes: the first wasm 200, the whole first load 250, both in brotli at quality 11 with a
//! window of 22 bits, which is what a host sends that compresses once and ahead.
//!
//! Each has a ceiling too, a little above what it is now: above the ceiling the command fails, and whoever makes the
//! application smaller lowers the ceiling, until it is the budget.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::fault::{Doing as _, Fault, Result};
use crate::one_file;
use crate::project::{Project, files_below};

/// Bytes that the wasm should have in brotli, and the most that it may.
const WASM: (usize, usize) = (200_000, 200_000);

/// Bytes that the first load should have in brotli, and the most that it may.
const FIRST_LOAD: (usize, usize) = (250_000, 250_000);

/// Bytes that the rest should have in brotli, and the most that it may.
const REST: (usize, usize) = (650_000, 617_000);

/// How files of `dist/` begin that only employers and desks fetch.
const OFFICE_FILES: &str = "office-";

/// Bytes that the employers' application should have in brotli, and the most that it may.
const OFFICE: (usize, usize) = (600_000, 600_000);

/// Bytes that the one-file edition should have as it lies on a stick, and the most that it may.
const ONE_FILE: (usize, usize) = (500_000, 500_000);

/// How files of `dist/` begin that a first visit does not wait for.
const LATER: [&str; 7] = [
    "behind-",
    "kiosk.html",
    "kiosk-",
    "manifest.webmanifest",
    "office-",
    "sw.js",
    "worker-",
];

/// Prints the sizes of `dist/` and fails above a ceiling.
pub(crate) fn check(project: &Project) -> Result<()> {
    let files = measured(&project.dist())?;
    println!("{:<44} {:>10} {:>10}", "file", "raw", "brotli");
    for file in &files {
        println!(
            "{:<44} {:>10} {:>10}{}",
            file.name,
            file.raw,
            file.brotli,
            if file.first { "" } else { "  later" }
        );
    }
    let sum = |wanted: &dyn Fn(&Measured) -> bool| {
        files
            .iter()
            .filter(|file| wanted(file))
            .map(|file| file.brotli)
            .sum()
    };
    let wasm = Weight {
        name: "wasm",
        used: sum(&|file| file.first && file.is_wasm()),
        budget: WASM.0,
        ceiling: WASM.1,
    };
    let first = Weight {
        name: "first load",
        used: sum(&|file| file.first),
        budget: FIRST_LOAD.0,
        ceiling: FIRST_LOAD.1,
    };
    let rest = Weight {
        name: "the rest",
        used: sum(&|file| !file.first && file.name != one_file::NAME && !file.is_office()),
        budget: REST.0,
        ceiling: REST.1,
    };
    let office = Weight {
        name: "the office",
        used: sum(&Measured::is_office),
        budget: OFFICE.0,
        ceiling: OFFICE.1,
    };
    let one_file = Weight {
        name: "one file",
        used: sum_raw(&files, one_file::NAME),
        budget: ONE_FILE.0,
        ceiling: ONE_FILE.1,
    };
    let held = [wasm, first, rest, office, one_file].map(|weight| weight.report());
    if held.contains(&false) {
        return Err(Fault::Broken(
            "the application is larger than its ceiling".to_owned(),
        ));
    }
    Ok(())
}

/// The bytes of one file as it is.
fn sum_raw(files: &[Measured], name: &str) -> usize {
    let named = files.iter().filter(|file| file.name == name);
    named.map(|file| file.raw).sum()
}

/// One file of the build, in bytes.
struct Measured {
    name: String,
    raw: usize,
    brotli: usize,
    first: bool,
}

impl Measured {
    fn is_office(&self) -> bool {
        self.name.starts_with(OFFICE_FILES)
    }

    fn is_wasm(&self) -> bool {
        Path::new(&self.name)
            .extension()
            .is_some_and(|extension| extension == "wasm")
    }
}

struct Weight {
    name: &'static str,
    used: usize,
    budget: usize,
    ceiling: usize,
}

impl Weight {
    /// Prints the line and says whether the ceiling holds.
    fn report(&self) -> bool {
        let above = |most: usize| {
            if self.used > most { "ABOVE" } else { "within" }
        };
        println!(
            "{:<12} {:>7} bytes, {} the budget of {}, {} the ceiling of {}",
            self.name,
            self.used,
            above(self.budget),
            self.budget,
            above(self.ceiling),
            self.ceiling
        );
        self.used <= self.ceiling
    }
}

fn measured(dist: &Path) -> Result<Vec<Measured>> {
    let paths = files_below(dist)?;
    let measure = |path: &PathBuf| {
        let bytes = fs::read(path).doing("read", path)?;
        let name = path
            .strip_prefix(dist)
            .unwrap_or(path)
            .display()
            .to_string();
        let first = !LATER.iter().any(|later| name.starts_with(later));
        Ok(Measured {
            name,
            raw: bytes.len(),
            brotli: brotli_size(&bytes)?,
            first,
        })
    };
    let files: Vec<Measured> = paths.iter().map(measure).collect::<Result<_>>()?;
    if files.iter().any(Measured::is_wasm) {
        return Ok(files);
    }
    Err(Fault::Missing {
        what: "there is no build in dist/".to_owned(),
        remedy: "cargo xtask build".to_owned(),
    })
}

fn brotli_size(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer
        .write_all(bytes)
        .doing("compress", Path::new("a file of dist/"))?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_bytes_become_few() {
        let size = brotli_size(&vec![b'a'; 100_000]).unwrap();
        assert!(size > 0 && size < 100, "{size}");
    }
}
