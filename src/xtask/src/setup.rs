//! Set-up: brings the tools of the pinned versions, once for each user, and is quick when they are there.
//!
//! | what | from | where |
//! |---|---|---|
//! | target `wasm32-unknown-unknown`, rustfmt, clippy | rustup | the pinned toolchain |
//! | Trunk, wasm-bindgen, wasm-split | `cargo install` | cache `zhicheng/tools/NAME-VERSION` |
//! | wasm-opt, Playwright, axe, Lighthouse | `npm ci` of `tests/browser/package-lock.json` | cache `zhicheng/npm-DIGEST` |
//! | other rule engines, for benchmarks | `npm install` of `tests/bench/peers/package-lock.json` | cache `zhicheng/npm-DIGEST` |
//! | other writers of zips, for benchmarks | `npm install` of `tests/bench/sealing/package-lock.json` | cache `zhicheng/npm-DIGEST` |
//! | bagit and other checkers | `pip install` of `tests/requirements.txt` | cache `zhicheng/python-DIGEST` |
//! | Chromium, Firefox, a Chinese font, nginx, Info-ZIP, 7-Zip, bsdtar, Node, Python | Debian's packages | the system |
//!
//! The cache is `$XDG_CACHE_HOME`, else `~/.cache`. What happens to be on the `PATH` is never trusted to be the right
//! version. What needs rights we lack is named with the command that installs it.

mod debian;
mod installing;
mod node;
mod python;
mod rust;

use std::path::PathBuf;

use crate::fault::Result;
use crate::project::Project;

pub(crate) use debian::{is_root, nginx};
pub(crate) use node::Node;
pub(crate) use node::with as node_with;
pub(crate) use rust::{toolchain, wasm_bindgen as bindgen};

/// What it takes to build the application.
#[derive(Debug)]
pub(crate) struct BuildTools {
    /// The `trunk` binary.
    pub(crate) trunk: PathBuf,
    /// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`.
    pub(crate) bindgen: PathBuf,
    /// The `wasm-split-cli` binary.
    pub(crate) split: PathBuf,
    /// Node and the packages of the lock file; without them the wasm is not optimised.
    pub(crate) node: Option<Node>,
    /// Compile for the developer's next look instead of for the visitor: no optimisation, no wasm-opt.
    pub(crate) quick: bool,
}

/// What the profile `wasm` becomes in a quick build.
const QUICK: [(&str, &str); 4] = [
    ("CARGO_PROFILE_WASM_LTO", "off"),
    ("CARGO_PROFILE_WASM_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_WASM_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_WASM_INCREMENTAL", "true"),
];

impl BuildTools {
    /// The same tools for a quick build.
    pub(crate) fn quick(mut self) -> Self {
        self.node = None;
        self.quick = true;
        self
    }

    /// What a compiler called by these tools finds in its environment.
    pub(crate) fn environment(&self) -> &'static [(&'static str, &'static str)] {
        if self.quick { &QUICK } else { &[] }
    }

    /// The folders that go before the `PATH`.
    pub(crate) fn path_front(&self) -> Vec<PathBuf> {
        let mut dirs = vec![self.bindgen.clone()];
        if let Some(node) = &self.node {
            dirs.push(node.packages.join(".bin"));
            dirs.extend(node.program.parent().map(PathBuf::from));
        }
        dirs
    }
}

/// What it takes to test it.
#[derive(Debug)]
pub(crate) struct TestTools {
    /// What builds it.
    pub(crate) build: BuildTools,
    /// Node, which is a must here.
    pub(crate) node: Node,
    /// The browser.
    pub(crate) chromium: PathBuf,
    /// The other browser.
    pub(crate) firefox: PathBuf,
    /// The Python that runs the independent checkers.
    pub(crate) python: PathBuf,
    /// The folder for `PYTHONPATH`.
    pub(crate) python_packages: PathBuf,
}

/// Brings what the native tests compare with.
pub(crate) fn for_native_tests() -> Result<()> {
    debian::ensure_for_tests()
}

/// Brings what a build needs.
pub(crate) fn for_build(project: &Project) -> Result<BuildTools> {
    toolchain()?;
    let trunk = rust::trunk(project)?;
    let bindgen = rust::wasm_bindgen(project)?;
    let split = rust::wasm_split(project)?;
    let node = match node::ensure(project) {
        Ok(node) => Some(node),
        Err(fault) => {
            println!("   note: building without wasm-opt, so the wasm is larger: {fault}");
            None
        }
    };
    Ok(BuildTools {
        trunk,
        bindgen,
        split,
        node,
        quick: false,
    })
}

/// Brings what the tests need as well.
pub(crate) fn for_tests(project: &Project) -> Result<TestTools> {
    debian::ensure_for_tests()?;
    let build = BuildTools {
        node: Some(node::ensure(project)?),
        ..for_build(project)?
    };
    let node = node::ensure(project)?;
    let chromium = debian::chromium()?;
    let python = python::find()?;
    let python_packages = python::packages(project, &python)?;
    Ok(TestTools {
        build,
        node,
        chromium,
        firefox: debian::firefox()?,
        python,
        python_packages,
    })
}
