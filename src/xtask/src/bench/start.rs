//! `cargo xtask bench start`: how soon the first question can be answered, beside an empty Yew page.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::build;
use crate::fault::{Doing as _, Result};
use crate::modules;
use crate::program::Program;
use crate::project::Project;
use crate::setup;

/// Builds both pages for release and opens them by turns in Chromium.
pub(crate) fn measure(project: &Project) -> Result<()> {
    let tools = setup::for_tests(project)?;
    build::build(project, &tools.build)?;
    let empty = empty_page(project, &tools.build)?;
    println!("\nstart: until the first question can be answered, beside an empty Yew page");
    Program::new(&tools.node.program)
        .args([
            folder(project).join("main.js"),
            project.dist(),
            empty,
            tools.chromium.clone(),
            tools.node.packages.join("playwright-core"),
        ])
        .run()
}

/// The empty page, built with the profile of the application and optimised as that is.
fn empty_page(project: &Project, tools: &setup::BuildTools) -> Result<PathBuf> {
    Program::cargo()
        .args(["build", "--locked", "--quiet", "--profile", "wasm"])
        .args(["-p", "empty-page", "--target", "wasm32-unknown-unknown"])
        .dir(project.root())
        .run()?;
    let compiled = project
        .target()
        .join("wasm32-unknown-unknown/wasm/empty-page.wasm");
    let site = project.target().join("bench").join("empty");
    fs::create_dir_all(&site).doing("create", &site)?;
    let bindgen = format!("wasm-bindgen{}", env::consts::EXE_SUFFIX);
    Program::new(tools.bindgen.join(bindgen))
        .args(["--target", "web", "--no-typescript"])
        .args(["--out-name", "empty", "--out-dir"])
        .args([&site, &compiled])
        .run()?;
    modules::optimise(tools, &site.join("empty_bg.wasm"))?;
    for name in ["index.html", "boot.js"] {
        let from = folder(project).join(name);
        fs::copy(&from, site.join(name)).doing("copy", &from)?;
    }
    Ok(site)
}

fn folder(project: &Project) -> PathBuf {
    project.root().join("tests").join("bench").join("start")
}
