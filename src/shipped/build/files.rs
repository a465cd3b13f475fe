//! The TOML files of a folder.

use std::fs;
use std::path::{Path, PathBuf};

/// Name and text of each TOML file in a folder and below, the names with `/`.
pub(crate) fn toml_files(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

/// The folders in a folder that have a `book.toml`, by name.
pub(crate) fn book_folders(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let folders = entries(folder)?.into_iter();
    Ok(folders
        .filter(|path| path.join("book.toml").is_file())
        .collect())
}

fn collect(folder: &Path, above: &str, files: &mut Vec<(String, String)>) -> Result<(), String> {
    for path in entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            collect(&path, &format!("{above}{name}/"), files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
            files.push((format!("{above}{name}"), text));
        }
    }
    Ok(())
}

/// What is in a folder, by name; nothing when there is no such folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(|error| at(folder, &error))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let paths: Result<Vec<_>, _> = paths.collect();
    let mut paths = paths.map_err(|error| at(folder, &error))?;
    paths.sort();
    Ok(paths)
}

fn at(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
