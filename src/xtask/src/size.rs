//! What a browser downloads before the application starts, raw and in brotli, against the budgets.
//!
//! Budgets are in kB of 1000 bytes: the wasm at most 200, the whole first load at most 250, both in brotli at quality
//! 11 with a window of 22 bits, which is what a host sends that compresses once and ahead.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::fault::{Doing as _, Fault, Result};
use crate::project::Project;

/// Most bytes of the wasm in brotli.
const WASM_BUDGET: usize = 200_000;

/// Most bytes of the first load in brotli.
const FIRST_LOAD_BUDGET: usize = 250_000;

/// Files of `dist/` that a first visit does not wait for.
const LATER: [&str; 2] = ["kiosk.html", "sw.js"];

/// Prints the sizes of `dist/` and fails above a budget.
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
    let wasm = Budget {
        name: "wasm",
        used: sum(&|file| file.is_wasm()),
        most: WASM_BUDGET,
    };
    let first = Budget {
        name: "first load",
        used: sum(&|file| file.first),
        most: FIRST_LOAD_BUDGET,
    };
    let wasm = wasm.report();
    let first = first.report();
    if wasm && first {
        Ok(())
    } else {
        Err(Fault::Broken(
            "the application is larger than its budget".to_owned(),
        ))
    }
}

/// One file of the build, in bytes.
struct Measured {
    name: String,
    raw: usize,
    brotli: usize,
    first: bool,
}

impl Measured {
    fn is_wasm(&self) -> bool {
        Path::new(&self.name)
            .extension()
            .is_some_and(|extension| extension == "wasm")
    }
}

struct Budget {
    name: &'static str,
    used: usize,
    most: usize,
}

impl Budget {
    /// Prints the line and says whether the budget holds.
    fn report(&self) -> bool {
        let holds = self.used <= self.most;
        let word = if holds { "within" } else { "ABOVE" };
        println!(
            "{:<12} {:>7} bytes in brotli, {word} the budget of {}",
            self.name, self.used, self.most
        );
        holds
    }
}

fn measured(dist: &Path) -> Result<Vec<Measured>> {
    let mut paths = Vec::new();
    collect(dist, &mut paths)?;
    paths.sort();
    let measure = |path: &PathBuf| {
        let bytes = fs::read(path).doing("read", path)?;
        let name = path
            .strip_prefix(dist)
            .unwrap_or(path)
            .display()
            .to_string();
        let first = !LATER.contains(&name.as_str());
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

fn collect(dir: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.doing("list", dir)?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
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
