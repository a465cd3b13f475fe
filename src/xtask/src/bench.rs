//! `cargo xtask bench`: runs the benchmarks of `tests/bench/`, where a new one is registered.

use crate::fault::Result;
use crate::program::Program;
use crate::project::Project;

/// Runs all benchmarks, or those whose names contain one of the arguments.
pub(crate) fn command(project: &Project, names: &[String]) -> Result<()> {
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
        .dir(project.root())
        .run()
}
