//! `cargo xtask gallery`: every component and every screen, in the states that matter, as pages of a folder.
//!
//! The pages are drawn by the tests of the application (`src/app/src/tests/gallery.rs`), natively, with the style sheets
//! as they are written; so they need no build and open from the disk. The browser tests look at them in every look and
//! size, and compare with the pictures of `tests/browser/gallery.spec.js-snapshots`.

use std::fs;
use std::path::PathBuf;

use crate::fault::{Doing as _, Result};
use crate::program::Program;
use crate::project::{Project, files_below};

/// Makes the gallery and says where it is.
pub(crate) fn command(project: &Project) -> Result<()> {
    let folder = make(project)?;
    println!("gallery: {}", folder.join("index.html").display());
    Ok(())
}

/// Makes the gallery anew; gives its folder.
pub(crate) fn make(project: &Project) -> Result<PathBuf> {
    let folder = project.target().join("gallery");
    if folder.is_dir() {
        fs::remove_dir_all(&folder).doing("remove", &folder)?;
    }
    let styles = folder.join("styles");
    fs::create_dir_all(&styles).doing("create", &styles)?;
    for sheet in files_below(&project.root().join("styles"))? {
        if let Some(name) = sheet.file_name() {
            fs::copy(&sheet, styles.join(name)).doing("copy", &sheet)?;
        }
    }
    Program::cargo()
        .args(["test", "--locked", "--quiet", "-p", "app", "gallery::"])
        .env("GALLERY", &folder)
        .dir(project.root())
        .run()?;
    Ok(folder)
}
