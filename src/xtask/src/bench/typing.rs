//! `cargo xtask bench typing`: how long a key takes until what comes of it is drawn, with 200 achievements.

use crate::build;
use crate::fault::Result;
use crate::program::Program;
use crate::project::Project;
use crate::serve::Server;
use crate::setup;

/// Builds the application for release and types in it in Chromium.
pub(crate) fn measure(project: &Project) -> Result<()> {
    let tools = setup::for_tests(project)?;
    build::build(project, &tools.build)?;
    let server = Server::start(&project.dist(), 0, "/")?;
    let address = server.address().to_owned();
    std::thread::spawn(move || server.run());
    println!("\ntyping: from a key to what comes of it, 200 achievements, 4 x CPU");
    Program::new(&tools.node.program)
        .args([project.bench_script("typing")])
        .args([address])
        .args([
            tools.chromium.clone(),
            tools.node.packages.join("playwright-core"),
        ])
        .run()
}
