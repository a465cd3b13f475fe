//! `cargo xtask prove`: the long run of the proof that verdicts on partial answers are exact.
//!
//! Random small books and dossiers are held against every completion, as in the tests, but many more of them. They are
//! shared out to as many runs at a time as the machine has processors; each prints what it counted.

use std::thread;

use crate::fault::{Fault, Result};
use crate::program::Program;
use crate::project::Project;

/// Books and dossiers when no number is given.
const CASES: u64 = 100_000;
/// The test that counts them.
const TEST: &str = "exact::no_completion_overturns_a_verdict_and_none_is_needlessly_open";

/// Runs so many cases from a seed on: `prove [CASES [SEED]]`.
pub(crate) fn command(project: &Project, args: &[String]) -> Result<()> {
    let number = |place: usize, otherwise: u64| match args.get(place) {
        None => Ok(otherwise),
        Some(text) => text
            .parse()
            .map_err(|_| Fault::Usage(format!("`{text}` is no number"))),
    };
    let (cases, seed) = (number(0, CASES)?, number(1, 1)?);
    let test = |args: &[&str]| {
        Program::cargo()
            .args([
                "test",
                "--locked",
                "--quiet",
                "--release",
                "--package",
                "integration",
                "--test",
                "it",
            ])
            .args(args)
            .dir(project.root())
    };
    test(&["--no-run"]).run()?;
    let runs = thread::available_parallelism().map_or(1, |runs| runs.get() as u64);
    let share = cases.div_ceil(runs);
    thread::scope(|scope| {
        let mut handles = Vec::new();
        for run in 0..runs {
            let test = test(&["--", "--exact", TEST, "--nocapture"])
                .env("EXACT_CASES", share.to_string())
                .env("EXACT_SEED", (seed + run * share).to_string());
            handles.push(scope.spawn(move || test.run()));
        }
        for handle in handles {
            let broken = |_| Err(Fault::Broken("a run broke off".to_owned()));
            handle.join().unwrap_or_else(broken)?;
        }
        Ok(())
    })
}
