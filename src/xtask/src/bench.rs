//! `cargo xtask bench`: runs the benchmarks of `tests/bench/`, where a new one is registered, and beside them what
//! needs more than Cargo: other rule engines under Node, the release command on a long roster, the start,
//! typing, and many candidates in Chromium.
//! Sealing a GiB in Chromium takes minutes and 3 GiB of disk, so it runs only when it is named: `cargo xtask bench
//! package-browser`.

mod office;
mod start;
mod typing;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::build;
use crate::fault::{Doing as _, Result};
use crate::program::Program;
use crate::project::{COMMAND, Project};
use crate::serve::Server;
use crate::setup;

/// The profile of the engine in WebAssembly where speed is measured: `[profile.bench-wasm]`.
const PROFILE: &str = "bench-wasm";

/// The benchmark that runs in the browser.
const SEALING: &str = "package-browser";

/// Runs all benchmarks, or those whose names contain one of the arguments.
pub(crate) fn command(project: &Project, names: &[String]) -> Result<()> {
    if names.iter().any(|name| name == SEALING) {
        sealing(project)?;
        if names.len() == 1 {
            return Ok(());
        }
    }
    let is_wanted =
        |name: &str| names.is_empty() || names.iter().any(|part| name.contains(part.as_str()));
    if is_wanted("start") {
        start::measure(project)?;
    }
    if is_wanted("typing") {
        typing::measure(project)?;
    }
    if is_wanted("office") {
        office::measure(project)?;
    }
    let in_browser = |name: &String| ["office", "start", "typing"].contains(&name.as_str());
    if names.iter().all(in_browser) && !names.is_empty() {
        return Ok(());
    }
    if is_wanted("roster") || is_wanted("screen") {
        finished_command(project)?;
    }
    let folder = project.target().join("bench");
    fs::create_dir_all(&folder).doing("create", &folder)?;
    let native = folder.join("native.json");
    Program::cargo()
        .args([
            "bench",
            "--locked",
            "--quiet",
            "--package",
            "integration",
            "--bench",
            "bench",
            "--",
        ])
        .args(names)
        .env("ZHICHENG", project.finished_command())
        .env("NATIVE_JSON", &native)
        .dir(project.root())
        .run()?;
    if is_wanted("peers") {
        peers(project, &folder, &native)?;
    }
    Ok(())
}

/// The command as people have it, which the long rosters are given to.
fn finished_command(project: &Project) -> Result<()> {
    Program::cargo()
        .args(["build", "--locked", "--quiet", "--profile", COMMAND])
        .args(["--package", "cli"])
        .dir(project.root())
        .run()
}

/// The other engines, ours in WebAssembly, and what was measured of ours natively, in one table.
fn peers(project: &Project, folder: &Path, native: &Path) -> Result<()> {
    let node = setup::node_with(project, &peers_folder(project))?;
    let bindgen = setup::bindgen(project)?;
    Program::cargo()
        .args([
            "rustc",
            "--locked",
            "--quiet",
            "--package",
            "peers",
            "--lib",
        ])
        .args([
            "--crate-type",
            "cdylib",
            "--target",
            "wasm32-unknown-unknown",
            "--profile",
            PROFILE,
        ])
        .dir(project.root())
        .run()?;
    let wasm: PathBuf = ["wasm32-unknown-unknown", PROFILE, "peers.wasm"]
        .iter()
        .collect();
    Program::new(bindgen.join(format!("wasm-bindgen{}", env::consts::EXE_SUFFIX)))
        .args(["--target", "nodejs", "--no-typescript", "--out-dir"])
        .args([folder, project.target().join(wasm).as_path()])
        .run()?;
    println!("\npeers: the book of twenty inputs, beside other rule engines");
    Program::new(&node.program)
        .args([
            peers_folder(project).join("main.js"),
            native.to_path_buf(),
            folder.join("peers.js"),
        ])
        .run()
}

/// Sealing a GiB of evidence in the release application, beside other writers of zips in the same browser.
fn sealing(project: &Project) -> Result<()> {
    let tools = setup::for_tests(project)?;
    let scripts = bench_folder(project, "sealing");
    let node = setup::node_with(project, &scripts)?;
    build::build(project, &tools.build)?;
    let server = Server::start(&project.dist(), 0, "/")?;
    let address = server.address().to_owned();
    std::thread::spawn(move || server.run());
    let folder = project.target().join("bench").join("sealing");
    fs::create_dir_all(&folder).doing("create", &folder)?;
    println!("\npackage-browser: sealing a GiB of evidence, beside other writers of zips");
    Program::new(&node.program)
        .args([scripts.join("main.js"), folder])
        .env("BASE_URL", address)
        .env("CHROMIUM", &tools.chromium)
        .run()
}

fn peers_folder(project: &Project) -> PathBuf {
    bench_folder(project, "peers")
}

fn bench_folder(project: &Project, name: &str) -> PathBuf {
    ["tests", "bench", name]
        .iter()
        .fold(project.root().to_path_buf(), |path, part| path.join(part))
}
