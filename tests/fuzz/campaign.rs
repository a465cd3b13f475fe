//! One run over one target.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

use package::digest::FileDigest;

use crate::change::changed;
use crate::corpus;
use crate::mutate::{Dice, mutated};
use crate::target::{Input, Target};

/// Inputs of a bounded run.
const BOUNDED: u64 = 600;
/// Longest input: longer ones only take longer.
const LONGEST: usize = 64 << 10;
/// Longest input that is kept for the corpus.
const KEPT: usize = 4 << 10;

/// How long, from which seed, and whether what is new is kept; by `cargo xtask fuzz`.
struct Plan {
    until: Option<Instant>,
    seed: u64,
    keep: bool,
}

impl Plan {
    fn from_env() -> Self {
        let number = |name| {
            env::var(name)
                .ok()
                .and_then(|text| text.parse::<u64>().ok())
        };
        let seconds = number("FUZZ_SECONDS").map(Duration::from_secs);
        Self {
            until: seconds.and_then(|seconds| Instant::now().checked_add(seconds)),
            seed: number("FUZZ_SEED").unwrap_or(1),
            keep: env::var_os("FUZZ_KEEP").is_some(),
        }
    }

    fn goes_on(&self, done: u64) -> bool {
        self.until
            .map_or(done < BOUNDED, |until| Instant::now() < until)
    }
}

/// Tries the corpus, then changed inputs; panics with the place of an input that the reader does not stand.
pub(crate) fn run(target: &Target) {
    let plan = Plan::from_env();
    let mut said = BTreeSet::new();
    let mut inputs = Vec::new();
    for seed in corpus::seeds(target.name) {
        said.insert(read(target, &seed));
        inputs.push(seed);
    }
    let mut dice = Dice::new(plan.seed);
    let mut done = 0;
    while plan.goes_on(done) {
        done += 1;
        let base = &inputs[dice.below(inputs.len())];
        let mut input = match target.kind {
            Input::Archive => mutated(base, &mut dice),
            Input::Text(words) => changed(base, words, &mut dice),
        };
        input.truncate(LONGEST);
        if said.insert(read(target, &input)) {
            if plan.keep && input.len() <= KEPT {
                keep(target, &input);
            }
            inputs.push(input);
        }
    }
    println!(
        "{}: {done} inputs, {} different answers",
        target.name,
        said.len()
    );
    assert!(said.len() > 1, "nothing that was tried made a difference");
}

fn read(target: &Target, input: &[u8]) -> String {
    catch_unwind(|| (target.read)(input)).unwrap_or_else(|_| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{}-{}", target.name, short(input)));
        fs::write(&path, input).unwrap();
        let corpus = corpus::folder(target.name);
        panic!(
            "{} does not stand {}; mend it and keep the input in {}",
            target.name,
            path.display(),
            corpus.display()
        );
    })
}

fn keep(target: &Target, input: &[u8]) {
    let folder = corpus::folder(target.name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(short(input)), input).unwrap();
}

fn short(input: &[u8]) -> String {
    FileDigest::of(input).hex().chars().take(16).collect()
}
