//! The modules beside the application's own: each a wasm with a plain script, named in the page that Trunk has made.
//!
//! Trunk makes one module for a page; these are compiled with the same profile and the same wasm-bindgen, as scripts
//! that also run from a Blob, so that a worker needs no request. [`MODULES`] is the one list of them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Doing as _, Result};
use crate::parts::{self, Part};
use crate::program::Program;
use crate::project::{Project, short_digest};
use crate::setup::BuildTools;

/// What wasm-opt must know that the compiler uses; vectors among it (crate `sha256`).
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// What starts the worker's module, behind its glue.
pub(crate) const WORKER_START: &str = "src/worker/src/start.js";

/// A module beside the application's own.
#[derive(Debug)]
struct Module {
    /// The name of its crate and binary, of its files in `dist/`, and of the `<meta>` of the page that names them.
    name: &'static str,
    /// The global name of its glue.
    glue: &'static str,
    /// What stands behind the glue in its script.
    start: &'static str,
}

/// All of them. None is waited for before the first screen: the worker's is asked for with the application, the
/// office's at its own address alone, in the application's place.
const MODULES: [Module; 2] = [
    Module {
        name: "worker",
        glue: "wasm_bindgen",
        start: WORKER_START,
    },
    Module {
        name: "office",
        glue: "zhichengOffice",
        start: "src/office/src/start.js",
    },
];

/// Builds all modules into `dist/` and names them in the page.
pub(crate) fn build(project: &Project, tools: &BuildTools) -> Result<()> {
    MODULES
        .iter()
        .try_for_each(|module| module.build(project, tools))
}

impl Module {
    fn build(&self, project: &Project, tools: &BuildTools) -> Result<()> {
        // By itself, so that no feature comes in that another crate asks for.
        let compiled = compiled(project, tools, self.name, None)?;
        let folder = project.target().join(self.name);
        let how = ["--target", "no-modules", "--no-modules-global", self.glue];
        bind(project, tools, (self.name, &compiled, &folder), &how)?;
        let wasm = folder.join(format!("{}_bg.wasm", self.name));
        optimise(tools, &wasm)?;
        let wasm = fs::read(&wasm).doing("read", &wasm)?;
        let script = self.script(project)?;
        let dist = project.dist();
        let parts = [
            (
                "script",
                Part::place(&dist, self.name, "js", script.as_bytes())?,
            ),
            ("wasm", Part::place(&dist, self.name, "wasm", &wasm)?),
        ];
        parts::name_in_page(&dist, self.name, &parts)
    }

    /// The glue of the last build, and behind it what starts the module.
    fn script(&self, project: &Project) -> Result<String> {
        let glue = project.target().join(self.name);
        let glue = glue.join(format!("{}.js", self.name));
        let mut script = String::new();
        for path in [glue, project.root().join(self.start)] {
            script.push_str(&fs::read_to_string(&path).doing("read", &path)?);
            script.push('\n');
        }
        Ok(script)
    }
}

/// Compiles the binary of a crate with the profile `wasm`, by a feature of its own where one is named; gives its place.
pub(crate) fn compiled(
    project: &Project,
    tools: &BuildTools,
    name: &str,
    feature: Option<&str>,
) -> Result<PathBuf> {
    let mut what = vec!["--bin", name];
    what.extend(feature.iter().flat_map(|feature| ["--features", feature]));
    built(project, tools, name, &what)
}

/// Compiles the library of a crate in the same way.
pub(crate) fn library(project: &Project, tools: &BuildTools, name: &str) -> Result<PathBuf> {
    built(project, tools, name, &["--lib"])
}

fn built(project: &Project, tools: &BuildTools, name: &str, what: &[&str]) -> Result<PathBuf> {
    Program::cargo()
        .args(["build", "--locked", "--profile", "wasm", "-p", name])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(what)
        .envs(tools.environment())
        .dir(project.root())
        .run()?;
    let folder = project.target().join("wasm32-unknown-unknown").join("wasm");
    Ok(folder.join(format!("{name}.wasm")))
}

/// Writes the glue of a compiled module and the module itself into a folder, by their name; `how` is for wasm-bindgen.
pub(crate) fn bind(
    project: &Project,
    tools: &BuildTools,
    (name, wasm, folder): (&str, &Path, &Path),
    how: &[&str],
) -> Result<()> {
    Program::new(tools.bindgen.join("wasm-bindgen"))
        .args(how)
        .args(["--no-typescript", "--out-name", name, "--out-dir"])
        .args([folder, wasm])
        .dir(project.root())
        .run()
}

/// Without Node there is no wasm-opt; the module is then larger. Level 1, again and again while it makes the module smaller:
/// after the compiler's own work for size, higher levels take two or three times as long and give no fewer bytes in brotli.
pub(crate) fn optimise(tools: &BuildTools, wasm: &Path) -> Result<()> {
    optimise_to(tools, wasm, "-O1")
}

/// The same to a level of wasm-opt. What is said of the alignment of memory is a hint that no browser heeds: said alike
/// everywhere, it packs better. What made the module and what it asks of a browser is for tools, of which this is the last.
pub(crate) fn optimise_to(tools: &BuildTools, wasm: &Path, level: &str) -> Result<()> {
    let Some(node) = &tools.node else {
        return Ok(());
    };
    let mut how = vec![level, "--converge", "--dealign"];
    how.extend(["--strip-producers", "--strip-target-features"]);
    how.extend(FEATURES);
    // The folder of the packages is named by their versions.
    let pins = [&node.packages.to_string_lossy(), how.join(" ").as_str()].concat();
    once(wasm, &pins, || {
        Program::new(node.packages.join(".bin").join("wasm-opt"))
            .args(&how)
            .args([wasm, Path::new("-o"), wasm])
            .path_front(&tools.path_front())
            .run()
    })
}

/// Puts another file in the place of one. What was made the last time stands beside it, and is taken again as long as the
/// file and what else it hangs on are the same.
fn once(file: &Path, pins: &str, make: impl FnOnce() -> Result<()>) -> Result<()> {
    let (kept, from) = (file.with_extension("kept"), file.with_extension("from"));
    let mut given = fs::read(file).doing("read", file)?;
    given.extend(pins.as_bytes());
    let given = short_digest(&given);
    if fs::read_to_string(&from).is_ok_and(|last| last == given) && fs::copy(&kept, file).is_ok() {
        println!("   {} is made of the same as before", file.display());
        return Ok(());
    }
    // While it is made, and if that is cut short, nothing is kept.
    let _ = fs::remove_file(&from);
    make()?;
    fs::copy(file, &kept).doing("write", &kept)?;
    fs::write(&from, given).doing("write", &from)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn what_is_made_of_the_same_is_not_made_again() {
        let file = std::env::temp_dir().join(format!("zhicheng-once-{}", std::process::id()));
        let made = Cell::new(0);
        let after = |before: &str, pins: &str| {
            fs::write(&file, before).unwrap();
            let make = || {
                made.set(made.get() + 1);
                fs::write(&file, format!("{before} {pins}")).doing("write", &file)
            };
            once(&file, pins, make).unwrap();
            (fs::read_to_string(&file).unwrap(), made.get())
        };
        for (before, pins, times) in [
            ("a", "1", 1),
            ("a", "1", 1),
            ("b", "1", 2),
            ("b", "1", 2),
            ("b", "2", 3),
            ("a", "1", 4),
        ] {
            assert_eq!(after(before, pins), (format!("{before} {pins}"), times));
        }
        fs::write(&file, "c").unwrap();
        let fails = || Err(crate::fault::Fault::Broken("cut short".to_owned()));
        assert!(once(&file, "1", fails).is_err());
        assert_eq!(after("a", "1"), ("a 1".to_owned(), 5));
        for ending in ["", "kept", "from"] {
            let _ = fs::remove_file(file.with_extension(ending));
        }
    }
}
