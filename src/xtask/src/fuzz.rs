//! `cargo xtask fuzz`: the targets of `tests/fuzz/`, for as long as one likes.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::fault::{Fault, Result};
use crate::program::Program;
use crate::project::Project;

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    target: Option<String>,
    seconds: u64,
    keep: bool,
}

/// Runs one target, or each in turn, for so many seconds from a seed of the moment, which it prints.
pub(crate) fn command(project: &Project, args: &[String]) -> Result<()> {
    let asked = asked(args)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let seed = now.map_or(1, |now| now.as_secs()).to_string();
    println!("   seed {seed}");
    let mut cargo = Program::cargo()
        .args([
            "test",
            "--locked",
            "--release",
            "--quiet",
            "--package",
            "integration",
        ])
        .args(["--test", "fuzz", "--", "--nocapture", "--test-threads=1"])
        .env("FUZZ_SECONDS", asked.seconds.to_string())
        .env("FUZZ_SEED", seed)
        .dir(project.root());
    if let Some(target) = &asked.target {
        cargo = cargo.args(["--exact", target]);
    }
    if asked.keep {
        cargo = cargo.env("FUZZ_KEEP", "1");
    }
    cargo.run()
}

fn asked(args: &[String]) -> Result<Asked> {
    let mut asked = Asked {
        target: None,
        seconds: 60,
        keep: false,
    };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--keep" => asked.keep = true,
            "--seconds" => {
                let seconds = args.next().and_then(|text| text.parse().ok());
                asked.seconds =
                    seconds.ok_or_else(|| Fault::Usage("--seconds takes a number".to_owned()))?;
            }
            name if !name.starts_with('-') && asked.target.is_none() => {
                asked.target = Some(name.to_owned());
            }
            other => return Err(Fault::Usage(format!("`{other}` was not expected"))),
        }
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn target_and_time_are_read() {
        let read = |args: &[&str]| {
            let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
            asked(&args)
        };
        let bag = read(&["bag", "--seconds", "5", "--keep"]).unwrap();
        assert_eq!(
            (bag.target.as_deref(), bag.seconds, bag.keep),
            (Some("bag"), 5, true)
        );
        assert_eq!(read(&[]).unwrap().seconds, 60);
        assert!(read(&["--seconds"]).is_err() && read(&["bag", "json"]).is_err());
    }
}
