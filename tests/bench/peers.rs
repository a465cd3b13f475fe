//! Judging the candidates of the book of twenty inputs; `cargo xtask bench` sets other engines beside it.

use std::env;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use peers::{CANDIDATES, PARTIAL, Prepared};
use serde_json::json;

use crate::run::{Run, Work};

/// Turns of which the quickest is what Node is told.
const TURNS: usize = 40;

/// Complete and partial candidates, typed beforehand.
pub(crate) fn judge(run: &mut Run) {
    let (Some(mut complete), Some(mut partial)) = (Prepared::new(), Prepared::new()) else {
        return;
    };
    if let Some(path) = env::var_os("NATIVE_JSON") {
        let us = |count: usize, mut act: Box<dyn FnMut() -> usize + '_>| {
            let turns = (0..TURNS).map(|_| {
                let start = Instant::now();
                black_box(act());
                start.elapsed().as_secs_f64()
            });
            let count = u32::try_from(count).map_or(f64::INFINITY, f64::from);
            turns.fold(f64::INFINITY, f64::min) * 1e6 / count
        };
        let measured = json!({
            "us": us(CANDIDATES, Box::new(|| complete.complete())),
            "usPartial": us(PARTIAL, Box::new(|| partial.partial())),
            "found": complete.complete_verdicts(),
            "foundPartial": partial.partial_verdicts(),
        });
        if let Err(error) = fs::write(&path, measured.to_string()) {
            eprintln!("{}: {error}", path.display());
        }
    }
    run.add("complete", Work::Items(CANDIDATES), move || {
        complete.complete()
    });
    run.add("partial", Work::Items(PARTIAL), move || partial.partial());
}
