//! Writes `dist/sw.js`: what the service worker keeps, by name and digest, and its text.
//!
//! Trunk can give one file name different bytes in two builds, so the list carries digests of its own.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::fault::{Doing as _, Result};
use crate::project::{Project, files_below, integrity, short_digest};

/// The service worker in `dist/`.
pub(crate) const WORKER: &str = "sw.js";

/// Files of `dist/` that are no part of an installed release.
const APART: [&str; 3] = [WORKER, "kiosk.html", "kiosk.json"];

/// Writes the service worker for what is in `dist/`.
pub(crate) fn write(project: &Project) -> Result<()> {
    let dist = project.dist();
    let mut list = String::new();
    for path in files_below(&dist)? {
        let name = name_in(&dist, &path);
        if APART.contains(&name.as_str()) {
            continue;
        }
        let bytes = fs::read(&path).doing("read", &path)?;
        let comma = if list.is_empty() { "" } else { "," };
        // Writing to a string cannot fail.
        let _ = write!(list, "{comma}\"{name}\":\"{}\"", integrity(&bytes));
    }
    let source = project.root().join("src").join("app").join(WORKER);
    let text = fs::read_to_string(&source).doing("read", &source)?;
    let version = short_digest(format!("{list}\n{text}").as_bytes());
    let worker =
        format!("const RELEASE = {{\"version\":\"{version}\",\"files\":{{{list}}}}};\n{text}");
    let target = dist.join(WORKER);
    fs::write(&target, worker).doing("write", &target)
}

/// The address of a file as the page sees it.
fn name_in(dist: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(dist).unwrap_or(path);
    let parts = inside.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
