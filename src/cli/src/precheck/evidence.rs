//! The files that a dossier names, in a folder: `<record or paper>/<name>`, as in a package.

use std::fs::File as Handle;
use std::io::{self, Read};
use std::path::Path;

use dossier::Dossier;
use package::digest::{Digester, FileDigest};
use package::look::{Look, Peek};
use package::subject::File;

/// Files with a look at each.
#[derive(Default)]
pub(super) struct Evidence {
    pub(super) files: Vec<File>,
    pub(super) looks: Vec<Option<Look>>,
}

impl Evidence {
    /// Reads those that are there; the others are found to be absent later.
    pub(super) fn read(folder: &Path, dossier: &Dossier) -> Result<Self, String> {
        let mut evidence = Self::default();
        let mut named = dossier.files();
        named.dedup();
        for (holder, name) in named {
            // A name with a slash would lead elsewhere; it is refused anyway.
            if [holder, name]
                .iter()
                .any(|part| part.contains(['/', '\\']) || part.starts_with('.'))
            {
                continue;
            }
            let path = folder.join(holder).join(name);
            match read(&path) {
                Ok((digest, look)) => {
                    evidence.files.push(File {
                        holder: holder.to_owned(),
                        name: name.to_owned(),
                        digest,
                    });
                    evidence.looks.push(Some(look));
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => {
                    let said = wording::command::cannot_read(&error.to_string());
                    return Err(wording::command::at(&path.to_string_lossy(), &said));
                }
            }
        }
        Ok(evidence)
    }
}

/// One pass for both.
fn read(path: &Path) -> io::Result<(FileDigest, Look)> {
    let mut file = Handle::open(path)?;
    let (mut digester, mut peek) = (Digester::new(), Peek::new());
    let mut piece = vec![0; 256 << 10];
    loop {
        let length = file.read(&mut piece)?;
        let bytes = piece.get(..length).unwrap_or_default();
        if bytes.is_empty() {
            return Ok((digester.finish(), peek.look()));
        }
        digester.update(bytes);
        peek.update(bytes);
    }
}
