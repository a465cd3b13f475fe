//! The modules beside the application's own: each a wasm with a plain script, named in the page that Trunk has made.
//!
//! Trunk makes one module for a page; these are compiled with the same profile and the same wasm-bindgen, as scripts
//! that also run from a Blob, so that a worker needs no request. [`MODULES`] is the one list of them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Doing as _, Result};
use crate::parts::{self, Part};
use crate::program::Program;
use crate::project::Project;
use crate::setup::BuildTools;

/// What wasm-opt must know that the compiler uses; the same as in `index.html`, and vectors (crate `sha256`).
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
        let compiled = self.compile(project, tools)?;
        let folder = project.target().join(self.name);
        self.bind((project, tools), &compiled, &folder)?;
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

    /// By itself, so that no feature comes in that another crate asks for.
    fn compile(&self, project: &Project, tools: &BuildTools) -> Result<PathBuf> {
        Program::cargo()
            .args(["build", "--locked", "--profile", "wasm", "-p", self.name])
            .args(["--bin", self.name, "--target", "wasm32-unknown-unknown"])
            .envs(tools.environment())
            .dir(project.root())
            .run()?;
        let folder = project.target().join("wasm32-unknown-unknown").join("wasm");
        Ok(folder.join(format!("{}.wasm", self.name)))
    }

    fn bind(
        &self,
        (project, tools): (&Project, &BuildTools),
        wasm: &Path,
        folder: &Path,
    ) -> Result<()> {
        Program::new(tools.bindgen.join("wasm-bindgen"))
            .args(["--target", "no-modules", "--no-typescript"])
            .args(["--no-modules-global", self.glue])
            .args(["--out-name", self.name, "--out-dir"])
            .args([folder, wasm])
            .dir(project.root())
            .run()
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
