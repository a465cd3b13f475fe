//! One set-up at a time, and never a half-installed folder.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use crate::fault::{Doing as _, Result};
use crate::project::Project;

/// Fills `folder` if it is not there: `fill` works on a folder beside it that is renamed when all went well.
pub(crate) fn folder_once(
    project: &Project,
    folder: &Path,
    fill: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let _lock = lock(project)?;
    if folder.is_dir() {
        return Ok(());
    }
    let partial = folder.with_extension("partial");
    if partial.exists() {
        fs::remove_dir_all(&partial).doing("remove", &partial)?;
    }
    fs::create_dir_all(&partial).doing("create", &partial)?;
    fill(&partial)?;
    fs::rename(&partial, folder).doing("move into place", folder)
}

/// Waits until no other set-up of this user runs; the lock ends with the value.
pub(crate) fn lock(project: &Project) -> Result<File> {
    let path = project.cached("setup.lock");
    let dir = path.parent().unwrap_or(&path);
    fs::create_dir_all(dir).doing("create", dir)?;
    let file = File::create(&path).doing("create", &path)?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => println!("   waiting for another set-up to end"),
        Err(TryLockError::Error(error)) => return Err(error).doing("lock", &path),
    }
    file.lock().doing("lock", &path)?;
    Ok(file)
}
