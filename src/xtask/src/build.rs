//! Makes `dist/`: the release application, with hashed names, integrity and a strict content policy.
//!
//! Trunk makes the page; its style sheets become one ([`styles`]) and its scripts lean
//! ([`scripts`]); the application's module in its two parts ([`application`]), the other modules ([`modules`]) and what
//! kiosk mode needs ([`kiosk`]) are added behind it; the first screen comes into the page ([`FirstScreen`]).
//!
//! All modules are compiled with the profile `wasm` of the root Cargo.toml, and go through wasm-bindgen and wasm-opt.
//! Without Node there is no wasm-opt; Trunk then runs outside of its release mode, with the same profile. The one-file
//! edition has a module that is both ([`one_file`]). The service worker comes last: it lists the digests of all else.

use std::time::Instant;

use crate::application;
use crate::fault::{Fault, Result};
use crate::first_screen::FirstScreen;
use crate::kiosk;
use crate::modules;
use crate::one_file;
use crate::program::Program;
use crate::project::Project;
use crate::release;
use crate::scripts;
use crate::setup::{self, BuildTools};
use crate::styles;

/// `cargo xtask build [--quick]`.
pub(crate) fn command(project: &Project, args: &[String]) -> Result<()> {
    let tools = setup::for_build(project)?;
    match args {
        [] => build(project, &tools),
        [only] if only == "--quick" => build(project, &tools.quick()),
        [other, ..] => Err(Fault::Usage(format!("`{other}` was not expected"))),
    }
}

/// Builds the application, for release unless the tools are quick ones.
pub(crate) fn build(project: &Project, tools: &BuildTools) -> Result<()> {
    let start = Instant::now();
    let mode = if tools.node.is_some() {
        "--release"
    } else {
        "--minify"
    };
    Program::new(&tools.trunk)
        .args(["build", mode, "--skip-version-check"])
        .path_front(&tools.path_front())
        .env("RUST_BACKTRACE", "0")
        .envs(tools.environment())
        .without_env("NO_COLOR")
        .dir(project.root())
        .run()?;
    styles::join(project)?;
    scripts::lean_all(project)?;
    application::build(project, tools)?;
    modules::build(project, tools)?;
    kiosk::build(project)?;
    one_file::write(project, tools)?;
    FirstScreen::drawn(project, &[])?.put(project)?;
    release::write(project)?;
    println!(
        "built {} in {:.0} s",
        project.dist().display(),
        start.elapsed().as_secs_f64()
    );
    Ok(())
}
