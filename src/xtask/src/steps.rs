//! Runs named steps one after another and says at the end what became of each.

use std::time::{Duration, Instant};

use crate::fault::{Fault, Result};

/// One step of a longer command.
pub(crate) struct Step<T> {
    /// The name for `--only` and `--skip`.
    pub(crate) name: &'static str,
    /// What it does, in a few words.
    pub(crate) about: &'static str,
    /// Steps that must have succeeded, when they were wanted.
    pub(crate) after: &'static [&'static str],
    /// Does it.
    pub(crate) run: fn(&T) -> Result<()>,
}

/// What became of a step.
enum Outcome {
    Passed(Duration),
    Failed(Duration, String),
    NotRun(&'static str),
}

impl Outcome {
    fn line(&self, name: &str) -> String {
        match self {
            Self::Passed(took) => format!("passed  {name:<12} {:>6.1} s", took.as_secs_f64()),
            Self::Failed(took, why) => {
                format!("FAILED  {name:<12} {:>6.1} s  {why}", took.as_secs_f64())
            }
            Self::NotRun(lacking) => format!("NOT RUN {name:<12} because {lacking} did not pass"),
        }
    }
}

/// Runs all steps, also after one has failed, but none that stands on a failed one.
///
/// # Errors
///
/// [`Fault::Broken`] naming the steps that failed or could not run.
pub(crate) fn run_all<T>(steps: &[&Step<T>], context: &T) -> Result<()> {
    let mut outcomes: Vec<(&'static str, Outcome)> = Vec::new();
    for step in steps {
        let outcome =
            lacking(step.after, &outcomes).map_or_else(|| perform(step, context), Outcome::NotRun);
        outcomes.push((step.name, outcome));
    }
    summary(&outcomes)
}

fn perform<T>(step: &Step<T>, context: &T) -> Outcome {
    println!("\n== {}: {}", step.name, step.about);
    let start = Instant::now();
    match (step.run)(context) {
        Ok(()) => Outcome::Passed(start.elapsed()),
        Err(fault) => {
            println!("== {} failed: {fault}", step.name);
            Outcome::Failed(start.elapsed(), fault.to_string())
        }
    }
}

fn lacking(after: &[&'static str], outcomes: &[(&'static str, Outcome)]) -> Option<&'static str> {
    let passed = |outcome: &Outcome| matches!(outcome, Outcome::Passed(_));
    outcomes
        .iter()
        .find(|(name, outcome)| after.contains(name) && !passed(outcome))
        .map(|(name, _)| *name)
}

fn summary(outcomes: &[(&'static str, Outcome)]) -> Result<()> {
    println!();
    let mut total = Duration::ZERO;
    let mut bad = Vec::new();
    for (name, outcome) in outcomes {
        if let Outcome::Passed(took) | Outcome::Failed(took, _) = outcome {
            total = total.saturating_add(*took);
        }
        if !matches!(outcome, Outcome::Passed(_)) {
            bad.push(*name);
        }
        println!("   {}", outcome.line(name));
    }
    let passed = outcomes.len().saturating_sub(bad.len());
    println!(
        "steps: {passed} passed, {} failed, in {:.0} s",
        bad.len(),
        total.as_secs_f64()
    );
    if bad.is_empty() {
        Ok(())
    } else {
        Err(Fault::Broken(format!("failed: {}", bad.join(", "))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Step<()> = Step {
        name: "good",
        about: "",
        after: &[],
        run: |()| Ok(()),
    };
    const BAD: Step<()> = Step {
        name: "bad",
        about: "",
        after: &[],
        run: |()| Err(Fault::Broken("no".to_owned())),
    };
    const NEXT: Step<()> = Step {
        name: "next",
        about: "",
        after: &["bad"],
        run: |()| Ok(()),
    };

    #[test]
    fn a_failed_step_is_named_and_the_others_still_run() {
        let fault = run_all(&[&BAD, &NEXT, &GOOD], &()).unwrap_err();
        assert_eq!(fault.to_string(), "failed: bad, next");
    }

    #[test]
    fn a_step_runs_when_the_one_before_it_was_not_asked_for() {
        assert!(run_all(&[&NEXT, &GOOD], &()).is_ok());
    }
}
