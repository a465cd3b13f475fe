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
mod roster;
mod run;

use std::env;

use run::Run;

/// A benchmark: name, what it shows, and the function that measures.
struct Bench {
    name: &'static str,
    shows: &'static str,
    measure: fn(&mut Run),
}

const BENCHES: [Bench; 6] = [
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
        shows: "the command on a long roster, verdicts alone",
        measure: roster::stream,
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
        if bench.name == "advise" {
            print!("{}", advise::questions());
        }
    }
}
