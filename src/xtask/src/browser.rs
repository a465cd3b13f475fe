//! `cargo xtask browser [OPTION]…`: the browser tests, or some of them, on `dist/` as it was built last.
//!
//! Options go to Playwright as they are: `cargo xtask browser senior.spec.js --project=hosted`. The command beside it is
//! the release one where there is one, else the one for debugging, so that `cargo xtask build --quick` and
//! `cargo build -p cli` are enough while one works.

use std::fs;
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
    let out = project.target().join("browser");
    let summary = out.join("summary.txt");
    // That of an earlier run says nothing of this one.
    let _ = fs::remove_file(&summary);
    let ran = Program::new(&tools.node.program)
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
        .env("BROWSER_OUT", out)
        .dir(&project.browser_tests())
        .run();
    told(&fs::read_to_string(summary).unwrap_or_default(), ran)
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

/// Names the tests that failed in the fault itself, since the last lines are what one sees first.
///
/// The summary is what the reporter `support/summary.js` leaves behind: a line a test, `unexpected` or `flaky` before it;
/// empty where the run did not come so far.
fn told(summary: &str, ran: Result<()>) -> Result<()> {
    let those = |outcome| {
        summary
            .lines()
            .filter_map(move |line| line.strip_prefix(outcome))
    };
    for test in those("flaky ") {
        println!("== passed only at the second try: {test}");
    }
    let failed: Vec<&str> = those("unexpected ").collect();
    if ran.is_ok() || failed.is_empty() {
        return ran;
    }
    Err(Fault::Broken(format!(
        "these failed twice:\n      {}",
        failed.join("\n      ")
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_tests_are_named_in_the_fault() {
        let broken = || Err(Fault::Broken("status 1".to_owned()));
        let fault = told(
            "flaky b\nunexpected [hosted] a.spec.js:1 opens: no\n",
            broken(),
        );
        let told_of = fault.unwrap_err().to_string();
        assert!(told_of.contains("a.spec.js:1 opens") && !told_of.contains("flaky"));
        assert_eq!(told("", broken()).unwrap_err().to_string(), "status 1");
        assert!(told("flaky b\n", Ok(())).is_ok());
    }
}
