//! The files that a dossier names, in folders: `<record or paper>/<name>`, as in a package.

use std::fs::File as Handle;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use dossier::Dossier;
use package::digest::{Digester, FileDigest};
use package::look::{Look, Peek};
use package::subject::File;

/// Files with a look at each.
#[derive(Default)]
pub(crate) struct Evidence {
    pub(crate) files: Vec<File>,
    pub(crate) looks: Vec<Option<Look>>,
    /// Where each file is.
    pub(crate) paths: Vec<PathBuf>,
}

impl Evidence {
    /// Reads those that are there; the others are found to be absent later.
    pub(super) fn read(folders: &[PathBuf], dossier: &Dossier) -> Result<Self, String> {
        let mut evidence = Self::default();
        let mut named = dossier.files();
        named.dedup();
        for (holder, name) in named {
            // A name with a slash would lead elsewhere; it is refused anyway.
            let leads_away = |part: &str| part.contains(['/', '\\']) || part.starts_with('.');
            if leads_away(holder) || leads_away(name) {
                continue;
            }
            let paths = folders.iter().map(|folder| folder.join(holder).join(name));
            let mut found: Vec<PathBuf> = paths.filter(|path| path.exists()).collect();
            let Some(path) = found.pop() else {
                continue;
            };
            if let Some(other) = found.first() {
                let place = path.to_string_lossy();
                return Err(wording::cli::in_two_folders(
                    &place,
                    &other.to_string_lossy(),
                ));
            }
            let (digest, look) = read(&path).map_err(|error| {
                let said = wording::command::cannot_read(&error.to_string());
                wording::command::at(&path.to_string_lossy(), &said)
            })?;
            evidence.files.push(File {
                holder: holder.to_owned(),
                name: name.to_owned(),
                digest,
            });
            evidence.looks.push(Some(look));
            evidence.paths.push(path);
        }
        Ok(evidence)
    }
}

/// One pass for both.
fn read(path: &Path) -> io::Result<(FileDigest, Look)> {
    let mut peek = Peek::new();
    let digest = pass(path, |bytes| {
        peek.update(bytes);
        Ok(())
    })?;
    Ok((digest, peek.look()))
}

/// One pass over a file, in pieces; gives the digest of what was read.
pub(crate) fn pass(
    path: &Path,
    mut each: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<FileDigest> {
    let mut file = Handle::open(path)?;
    let mut digester = Digester::new();
    let mut piece = vec![0; 256 << 10];
    loop {
        let length = match file.read(&mut piece) {
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let bytes = piece.get(..length).unwrap_or_default();
        if bytes.is_empty() {
            return Ok(digester.finish());
        }
        digester.update(bytes);
        each(bytes)?;
    }
}
