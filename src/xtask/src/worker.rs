//! The worker's module: a second wasm with a plain script, named in the page that Trunk has made.
//!
//! Trunk makes one module for a page; this one is compiled with the same profile and the same wasm-bindgen, as a script
//! that also runs from a Blob, so that a worker needs no request.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Doing as _, Result};
use crate::parts::{self, Part};
use crate::program::Program;
use crate::project::Project;
use crate::setup::BuildTools;

/// What wasm-opt must know that the compiler uses; the same as in `index.html`.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What starts the module, behind its glue.
pub(crate) const START: &str = "src/worker/src/start.js";

/// Builds the module into `dist/` and names it in the page.
pub(crate) fn build(project: &Project, tools: &BuildTools) -> Result<()> {
    let compiled = compile(project, tools)?;
    let folder = project.target().join("worker");
    bind(project, tools, &compiled, &folder)?;
    let wasm = folder.join("worker_bg.wasm");
    optimise(tools, &wasm)?;
    let wasm = fs::read(&wasm).doing("read", &wasm)?;
    let script = script(project, &folder)?;
    let dist = project.dist();
    let parts = [
        (
            "script",
            Part::place(&dist, "worker", "js", script.as_bytes())?,
        ),
        ("wasm", Part::place(&dist, "worker", "wasm", &wasm)?),
    ];
    parts::name_in_page(&dist, "worker", &parts)
}

fn compile(project: &Project, tools: &BuildTools) -> Result<PathBuf> {
    Program::cargo()
        .args(["build", "--locked", "--profile", "wasm", "-p", "worker"])
        .args(["--bin", "worker", "--target", "wasm32-unknown-unknown"])
        .envs(tools.environment())
        .dir(project.root())
        .run()?;
    let folder = project.target().join("wasm32-unknown-unknown").join("wasm");
    Ok(folder.join("worker.wasm"))
}

fn bind(project: &Project, tools: &BuildTools, wasm: &Path, folder: &Path) -> Result<()> {
    Program::new(tools.bindgen.join("wasm-bindgen"))
        .args(["--target", "no-modules", "--no-typescript"])
        .args(["--out-name", "worker", "--out-dir"])
        .args([folder, wasm])
        .dir(project.root())
        .run()
}

/// Without Node there is no wasm-opt; the module is then larger. Level 1, as in `index.html`: after the compiler's own
/// work for size, higher levels take two or three times as long and give no fewer bytes in brotli.
pub(crate) fn optimise(tools: &BuildTools, wasm: &Path) -> Result<()> {
    let Some(node) = &tools.node else {
        return Ok(());
    };
    Program::new(node.packages.join(".bin").join("wasm-opt"))
        .args(["-O1"])
        .args(FEATURES)
        .args([wasm, Path::new("-o"), wasm])
        .path_front(&tools.path_front())
        .run()
}

/// The glue, and behind it what starts the module.
fn script(project: &Project, folder: &Path) -> Result<String> {
    let start = project.root().join(START);
    let mut script = String::new();
    for path in [folder.join("worker.js"), start] {
        script.push_str(&fs::read_to_string(&path).doing("read", &path)?);
        script.push('\n');
    }
    Ok(script)
}
