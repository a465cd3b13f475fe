//! Everything one does with this checkout: `cargo xtask serve`, `cargo xtask test`, and their parts.
//!
//! Each command first brings the tools that it needs (see [`setup`]); a second run starts at once.
//!
//! | command | does |
//! |---|---|
//! | `setup` | brings all tools for building and testing |
//! | `build [--quick]` | makes the release application in `dist/`, or quickly one that is not optimised, to look at |
//! | `serve [--port N] [--no-open]` | builds it, serves it on this machine alone, opens the browser |
//! | `test [--only STEP]… [--skip STEP]… [--list]` | all checks and tests; `.ci/run` calls this |
//! | `browser [OPTION]…` | the browser tests, or some of them, on `dist/` as it lies, see `browser.rs` |
//! | `hosting nginx`, `hosting apache` | prints a configuration for a host of `dist/` |
//! | `house` | the rules of the house that no compiler knows |
//! | `kiosk SETTINGS COPY` | writes a copy of `dist/kiosk.html` with the settings of a kiosk |
//! | `size` | what a browser downloads, against the budgets; needs a build |
//! | `gallery` | every component and screen in every state, as pages in `target/gallery` |
//! | `bench [NAME]…` | the benchmarks, see `tests/bench/main.rs` |
//! | `lighthouse [--built]` | what Lighthouse says of the hosted edition, see `lighthouse.rs` |
//! | `fuzz [TARGET] [--seconds N] [--keep]` | the readers, fed with changed inputs, see `tests/fuzz/main.rs` |
//! | `prove [CASES [SEED]]` | the long run of the exactness test, see `prove.rs` |
//!
//! Exit codes: 0 all is well; 1 something failed, and it was said what; 2 the command line was not understood.

mod application;
mod bench;
mod browser;
mod build;
mod fault;
mod first_screen;
mod fuzz;
mod gallery;
mod hosting;
mod house;
mod kiosk;
mod lean;
mod lighthouse;
mod modules;
mod one_file;
mod page;
mod parts;
mod program;
mod project;
mod prove;
mod release;
mod scripts;
mod serve;
mod setup;
mod size;
mod steps;
mod styles;
mod test;

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use fault::{Fault, Result};
use project::Project;

const HELP: &str = "\
cargo xtask COMMAND

  setup                          bring all tools for building and testing
  build [--quick]                make the release application in dist/, or quickly a large and slow one to look at
  serve [--port N] [--no-open]   build it, serve it on this machine, open the browser
  test [--only STEP] [--skip STEP] [--list]
                                 all checks and tests, or some of the steps
  browser [OPTION]               the browser tests on dist/ as it lies; options go to Playwright
  hosting nginx|apache           print a configuration for a host of dist/
  kiosk SETTINGS COPY            dist/kiosk.html with a kiosk's settings in it
  house                          the rules of the house that no compiler knows
  size                           what a browser downloads, against the budgets
  fuzz [TARGET] [--seconds N] [--keep]
                                 the readers, fed with changed inputs; 60 seconds each
  gallery                        every component and screen in every state, as pages in target/gallery
  lighthouse [--built]           what Lighthouse says of the hosted edition, or of dist/ as it lies
  bench [NAME]                   the benchmarks, or those whose name contains NAME
  prove [CASES [SEED]]           exact verdicts, on 100,000 random books and dossiers
  help                           this text";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault @ Fault::Usage(_)) => {
            eprintln!("error: {fault}");
            ExitCode::from(2)
        }
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<()> {
    let Some((command, args)) = args.split_first() else {
        println!("{HELP}");
        return Ok(());
    };
    if matches!(command.as_str(), "help" | "--help" | "-h") {
        println!("{HELP}");
        return Ok(());
    }
    let project = Project::find()?;
    match command.as_str() {
        "setup" => no_arguments(args).and_then(|()| set_up(&project)),
        "build" => build::command(&project, args),
        "serve" => serve::command(&project, args),
        "test" => test::command(&project, args),
        "browser" => browser::command(&project, args),
        "hosting" => hosting::command(&project, args),
        "house" => no_arguments(args).and_then(|()| house::check(&project)),
        "size" => no_arguments(args).and_then(|()| size::check(&project)),
        "kiosk" => one_file::settings::command(&project, args),
        "gallery" => no_arguments(args).and_then(|()| gallery::command(&project)),
        "bench" => bench::command(&project, args),
        "lighthouse" => lighthouse::command(&project, args),
        "fuzz" => fuzz::command(&project, args),
        "prove" => prove::command(&project, args),
        other => Err(Fault::Usage(format!("there is no command `{other}`"))),
    }
}

fn set_up(project: &Project) -> Result<()> {
    let start = Instant::now();
    let tools = setup::for_tests(project)?;
    println!("trunk            {}", tools.build.trunk.display());
    println!("wasm-bindgen     {}", tools.build.bindgen.display());
    println!("node             {}", tools.node.program.display());
    println!("node packages    {}", tools.node.packages.display());
    println!("chromium         {}", tools.chromium.display());
    println!("firefox          {}", tools.firefox.display());
    println!("python packages  {}", tools.python_packages.display());
    println!("all there after {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn no_arguments(args: &[String]) -> Result<()> {
    args.first().map_or(Ok(()), |arg| {
        Err(Fault::Usage(format!("`{arg}` was not expected")))
    })
}
