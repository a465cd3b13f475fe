//! `cargo xtask bench office`: the employers' application while it reads 500 packages, and 5,000 rows.

use std::fs;

use crate::build;
use crate::fault::{Doing as _, Result};
use crate::program::Program;
use crate::project::Project;
use crate::serve::Server;
use crate::setup;

/// Builds application and command for release, makes the packages and drops them in Chromium.
pub(crate) fn measure(project: &Project) -> Result<()> {
    let tools = setup::for_tests(project)?;
    build::build(project, &tools.build)?;
    super::finished_command(project)?;
    let server = Server::start(&project.dist(), 0, "/")?;
    let address = server.address().to_owned();
    std::thread::spawn(move || server.run());
    let folder = project.target().join("bench").join("office");
    fs::create_dir_all(&folder).doing("create", &folder)?;
    println!("\noffice: what a person feels while 500 packages and 5,000 rows are read");
    Program::new(&tools.node.program)
        .args([project.bench_script("office")])
        .args([address])
        .args([
            tools.chromium.clone(),
            tools.node.packages.join("playwright-core"),
            folder,
            project.finished_command(),
        ])
        .run()
}
