//! The files of the checkout that the rules look at.

use std::fs;
use std::path::Path;

use crate::fault::{Doing as _, Result};

/// Folders with what is built or brought, not written.
const NOT_OURS: [&str; 6] = [
    ".git",
    "target",
    "dist",
    "node_modules",
    ".stage",
    "__pycache__",
];

/// A text file, named by its path from the root with `/`.
pub(crate) struct SourceFile {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl SourceFile {
    /// Whether its name ends so, without the dot.
    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.name)
            .extension()
            .is_some_and(|own| own == extension)
    }

    /// Whether it is Rust.
    pub(crate) fn is_rust(&self) -> bool {
        self.has_extension("rs")
    }

    /// Its lines: all of them, or only those of the product, without comments and what follows `#[cfg(test)]`.
    pub(crate) fn lines(&self, whole: bool) -> impl Iterator<Item = &str> {
        self.text
            .lines()
            .take_while(move |line| whole || line.trim() != "#[cfg(test)]")
            .map(move |line| {
                if whole || !line.trim_start().starts_with("//") {
                    line
                } else {
                    ""
                }
            })
    }
}

/// All text files below `root`, sorted by name.
pub(crate) fn files(root: &Path) -> Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    collect(root, "", &mut files)?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn collect(dir: &Path, prefix: &str, files: &mut Vec<SourceFile>) -> Result<()> {
    for entry in fs::read_dir(dir).doing("list", dir)? {
        let entry = entry.doing("list", dir)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().doing("look at", &entry.path())?;
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        let name = format!("{prefix}{name}");
        if kind.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else if kind.is_file() {
            let bytes = fs::read(entry.path()).doing("read", &entry.path())?;
            // What is not UTF-8 is not text of ours: pictures, packages, vectors.
            files.extend(
                String::from_utf8(bytes)
                    .ok()
                    .map(|text| SourceFile { name, text }),
            );
        }
    }
    Ok(())
}
