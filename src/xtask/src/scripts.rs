//! The page's own scripts in `dist/` without what only people read: Trunk's minifier cannot read them, and their
//! comments would be a third of what is sent.

use std::fs;

use crate::fault::{Doing as _, Fault, Result};
use crate::lean::lean;
use crate::page::{attribute, tags};
use crate::parts::Part;
use crate::project::Project;

/// Makes the scripts that the page names lean, with names and integrity of their own.
pub(crate) fn lean_all(project: &Project) -> Result<()> {
    let dist = project.dist();
    let path = dist.join("index.html");
    let page = fs::read_to_string(&path).doing("read", &path)?;
    let mut leaner = page.clone();
    for tag in tags(&page).filter(|tag| tag.starts_with("<script")) {
        let Some(name) = attribute(tag, "src") else {
            continue;
        };
        let file = dist.join(name.trim_start_matches("./"));
        let text = lean(&fs::read_to_string(&file).doing("read", &file)?);
        let part = Part::place(&dist, stem(name), "js", text.as_bytes())?;
        let named = part
            .named_by(tag, name)
            .ok_or_else(|| Fault::Broken(format!("index.html has no integrity for {name}")))?;
        leaner = leaner.replacen(tag, &named, 1);
        fs::remove_file(&file).doing("remove", &file)?;
    }
    fs::write(&path, leaner).doing("write", &path)
}

/// What a file is called before its digest.
fn stem(name: &str) -> &str {
    let name = name.trim_start_matches("./");
    name.rsplit_once('-').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_what_stands_before_its_digest() {
        assert_eq!(stem("./boot-0123456789abcdef.js"), "boot");
        assert_eq!(stem("one-file-0123.js"), "one-file");
    }
}
