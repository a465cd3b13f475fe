//! The benchmarks: `cargo xtask bench [NAME]…` runs all, or those whose names contain one of the arguments.
//!
//! A benchmark compares contenders that do the same work in the same run. They take turns, so that a busy machine
//! troubles all alike; the table gives each one's median, its throughput, and its ratio to the first. Nothing here
//! passes or fails: a time is a report, never a test. To add one, write a module with a function that takes a
//! [`Run`](run::Run), and register it in [`BENCHES`].

mod advise;
mod assess;
mod json;
mod package;
mod peers;
mod questions;
mod roster;
mod run;
mod screen;

/// What the tests draw people with.
#[path = "../it/advise/draw.rs"]
#[allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "they stop at what they did not expect, and draw more than is used here"
)]
mod draw;
/// Where they get chance from.
#[path = "../it/exact/random.rs"]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "it is written for tests"
)]
mod random;
mod exact {
    pub(crate) use super::random;
}
/// The shipped book and its seasons.
#[path = "../it/support/bench.rs"]
#[allow(
    dead_code,
    clippy::unwrap_used,
    reason = "it is written for tests, and has more than is used here"
)]
mod support;

use std::env;

use run::Run;

/// A benchmark: name, what it shows, and the function that measures.
struct Bench {
    name: &'static str,
    shows: &'static str,
    measure: fn(&mut Run),
}

const BENCHES: [Bench; 8] = [
    Bench {
        name: "json",
        shows: "reading a large JSON file exactly, beside serde_json",
        measure: json::read,
    },
    Bench {
        name: "assess",
        shows: "judging the worked example, earliest years included",
        measure: assess::judge,
    },
    Bench {
        name: "advise",
        shows: "what would change a verdict, on the worked example",
        measure: advise::advise,
    },
    Bench {
        name: "questions",
        shows: "how many are asked until the verdict",
        measure: questions::ask,
    },
    Bench {
        name: "package",
        shows: "the one pass over evidence, beside SHA-256 alone",
        measure: package::digest,
    },
    Bench {
        name: "peers",
        shows: "verdicts on the book of twenty inputs",
        measure: peers::judge,
    },
    Bench {
        name: "roster",
        shows: "the command on a long roster, verdicts alone and whole lines",
        measure: roster::stream,
    },
    Bench {
        name: "screen",
        shows: "the command on many packages, beside SHA-256",
        measure: screen::packages,
    },
];

fn main() {
    // Cargo adds `--bench`.
    let wanted: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let is_wanted = |bench: &&Bench| {
        wanted.is_empty() || wanted.iter().any(|name| bench.name.contains(name.as_str()))
    };
    for bench in BENCHES.iter().filter(is_wanted) {
        println!("\n{}: {}", bench.name, bench.shows);
        let mut run = Run::default();
        (bench.measure)(&mut run);
        print!("{}", run.table());
    }
}
