//! `cargo xtask lighthouse [--built]`: what Lighthouse says of the hosted edition; fails below what is asked.
//!
//! The application is built for release first; `--built` takes `dist/` as it was built last.

use crate::build;
use crate::fault::{Fault, Result};
use crate::program::Program;
use crate::project::Project;
use crate::serve::Server;
use crate::setup;

/// Builds the application and has it visited.
pub(crate) fn command(project: &Project, args: &[String]) -> Result<()> {
    let tools = setup::for_tests(project)?;
    match args {
        [] => build::build(project, &tools.build)?,
        [only] if only == "--built" => {}
        [other, ..] => return Err(Fault::Usage(format!("`{other}` was not expected"))),
    }
    let server = Server::start(&project.dist(), 0, "/")?;
    let address = server.address().to_owned();
    std::thread::spawn(move || server.run());
    Program::new(&tools.node.program)
        .args([project.bench_script("lighthouse")])
        .args([address])
        .args([
            tools.chromium,
            tools.node.packages,
            project.target().join("lighthouse"),
        ])
        .run()
}
