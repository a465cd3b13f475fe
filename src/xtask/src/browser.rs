//! `cargo xtask browser [OPTION]…`: the browser tests, or some of them, on `dist/` as it was built last.
//!
//! Options go to Playwright as they are: `cargo xtask browser senior.spec.js --project=hosted`. The command beside it is
//! the release one where there is one, else the one for debugging, so that `cargo xtask build --quick` and
//! `cargo build -p cli` are enough while one works.

use std::path::{Path, PathBuf};

use crate::fault::{Fault, Result};
use crate::gallery;
use crate::program::Program;
use crate::project::Project;
use crate::serve::Server;
use crate::setup::{self, TestTools};

/// The browser tests see the application under this path: so it is shown that `dist/` may stand anywhere.
const SUB_PATH: &str = "/some/path/";

/// Sets up and runs what the options ask for.
pub(crate) fn command(project: &Project, args: &[String]) -> Result<()> {
    if !project.dist().join("index.html").is_file() {
        let what = "there is no application in dist/; `cargo xtask build --quick` makes one";
        return Err(Fault::Usage(what.to_owned()));
    }
    run(project, &setup::for_tests(project)?, args)
}

/// Runs Playwright with these further options.
pub(crate) fn run(project: &Project, tools: &TestTools, args: &[String]) -> Result<()> {
    let gallery = gallery::make(project)?;
    let server = Server::start(&project.dist(), 0, SUB_PATH)?;
    let address = server.address().to_owned();
    std::thread::spawn(move || server.run());
    let playwright: PathBuf = ["@playwright", "test", "cli.js"].iter().collect();
    Program::new(&tools.node.program)
        .args([tools.node.packages.join(playwright)])
        .args(["test"])
        .args(args)
        .env("BASE_URL", address)
        .env("GALLERY", gallery)
        .env("CHROMIUM", &tools.chromium)
        .env("FIREFOX", &tools.firefox)
        .env("ZHICHENG", command_beside(project))
        .env("PYTHON", &tools.python)
        .env("PYTHONPATH", &tools.python_packages)
        .env("FORCE_COLOR", "0")
        .env("BROWSER_OUT", project.target().join("browser"))
        .dir(&project.browser_tests())
        .run()
}

/// The command for the comparisons: the release one where there is one.
fn command_beside(project: &Project) -> PathBuf {
    let release = project.command();
    if release.is_file() {
        return release;
    }
    let name = release.file_name().unwrap_or_default();
    project.target().join(Path::new("debug")).join(name)
}
