//! The application's module in two parts, of which the first does not wait for the second.
//!
//! `src/app/src/behind.rs` has the one place where the first part asks for the second. The linker leaves in the module
//! what names what (`src/app/build.rs`); `wasm-split` finds what is reached through that place alone and puts it into a
//! second file, which is loaded into the memory of the first. What would fetch it is replaced by `src/app/behind.js`:
//! no request is allowed by the time that it runs, so `boot.js` has fetched both.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Doing as _, Fault, Result};
use crate::lean::lean;
use crate::modules::{self, optimise};
use crate::page::{attribute, tags};
use crate::parts::{self, Part};
use crate::program::Program;
use crate::project::{Project, read_text};
use crate::setup::BuildTools;

/// The name of crate, binary, first part and `<meta>` of the page.
const NAME: &str = "app";

/// The name of the second part; the same as in `src/app/src/behind.rs`.
const BEHIND: &str = "behind";

/// The script from which `wasm-split` has the first part take what loads the second.
const LINK: &str = "./__wasm_split.js";

/// Builds both parts into `dist/` and names them in the page.
pub(crate) fn build(project: &Project, tools: &BuildTools) -> Result<()> {
    let compiled = modules::compiled(project, tools, NAME, Some("split"))?;
    let folder = project.target().join(NAME);
    Program::new(&tools.split)
        .args([compiled.as_path(), &folder])
        .args(["--out-name", NAME])
        .dir(project.root())
        .run()?;
    let bound = folder.join("bound");
    let whole = folder.join(format!("{NAME}.wasm"));
    // The second part takes the table of the first.
    let how = ["--target", "web", "--keep-lld-exports"];
    modules::bind(project, tools, (NAME, &whole, &bound), &how)?;
    let first = bound.join(format!("{NAME}_bg.wasm"));
    let second = folder.join(format!("split_{BEHIND}.wasm"));
    for part in [&first, &second] {
        optimise(tools, part)?;
    }
    let glue = read_text(&bound.join(format!("{NAME}.js")))?;
    let link = read_text(&project.root().join("src/app/behind.js"))?;
    let glue = linked(&glue, &lean(&link))?;
    let dist = project.dist();
    let place = |name, path: &PathBuf| {
        let bytes = fs::read(path).doing("read", path)?;
        Part::place(&dist, name, "wasm", &bytes)
    };
    let parts = [
        ("glue", Part::place(&dist, NAME, "js", glue.as_bytes())?),
        ("wasm", place(NAME, &first)?),
        ("behind", place(BEHIND, &second)?),
    ];
    forget(&dist)?;
    parts::name_in_page(&dist, NAME, &parts)
}

/// Takes what Trunk has left of the module that it does not build out of the page.
fn forget(dist: &Path) -> Result<()> {
    let path = dist.join("index.html");
    let page = read_text(&path)?;
    let mut links = tags(&page).filter(|tag| attribute(tag, "rel") == Some("rust"));
    let Some(link) = links.next() else {
        return Ok(());
    };
    fs::write(&path, page.replacen(link, "", 1)).doing("write", &path)
}

/// The glue with our script in place of the one that it would import.
fn linked(glue: &str, link: &str) -> Result<String> {
    let import = glue.lines().find_map(|line| {
        let name = line.strip_prefix("import * as ")?.trim_end_matches(';');
        let name = name.strip_suffix(&format!(" from \"{LINK}\""))?;
        Some((line, name))
    });
    let (line, name) = import.ok_or_else(|| {
        Fault::Broken(format!(
            "the application's glue does not import {LINK}: nothing is split"
        ))
    })?;
    Ok(glue.replacen(line, &format!("{link}\nconst {name} = behind;"), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_has_our_script_in_place_of_the_import() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\n\nlet wasm;";
        let linked = linked(glue, "const behind = {};").unwrap();
        assert_eq!(
            linked,
            "const behind = {};\nconst import1 = behind;\n\nlet wasm;"
        );
    }

    #[test]
    fn a_module_that_was_not_split_is_told_of() {
        assert!(super::linked("let wasm;", "").is_err());
    }
}
