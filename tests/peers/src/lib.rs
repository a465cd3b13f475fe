//! The book of twenty inputs and its candidates, for the tests and for comparing with others.
//!
//! The candidates are drawn by a fixed sequence, so that programs in other languages draw the
//! same ones: `tests/bench/peers/candidates.js` does.

mod candidate;
#[cfg(target_arch = "wasm32")]
mod exports;
mod prepared;
mod sequence;

use assess::Engine;
use rulebook::{Authority, Compiled, SeasonDay};

pub use candidate::{Candidate, INPUTS, Input};
pub use prepared::{PARTIAL, Prepared};

use sequence::Sequence;

/// The book, compiled from `tests/vectors/books/synthetic-20/`.
pub const BOOK: &str = include_str!("../../vectors/books/synthetic-20.json");

/// How many candidates there are.
pub const CANDIDATES: usize = 10_000;

/// Complete candidates, and the same with a quarter of the answers missing.
#[derive(Clone, Debug)]
pub struct Candidates {
    /// Every input is answered.
    pub complete: Vec<Candidate>,
    /// Each input is missing with probability a quarter.
    pub partial: Vec<Candidate>,
}

/// Draws the candidates.
pub fn candidates() -> Candidates {
    let mut sequence = Sequence::new();
    let complete: Vec<Candidate> = (0..CANDIDATES)
        .map(|_| Candidate::drawn(&mut sequence))
        .collect();
    let partial = complete.iter();
    let partial = partial.map(|whole| whole.with_gaps(&mut sequence));
    Candidates {
        partial: partial.collect(),
        complete,
    }
}

/// The engine of the book; none when the book is not what the engine expects.
pub fn engine() -> Option<Engine> {
    let book = rulebook::trusted::book(BOOK)?;
    let compiled = Compiled::of(&book).ok()?;
    Engine::new(book, compiled).ok()
}

/// The season; nothing in the book depends on it.
pub fn season() -> Option<SeasonDay> {
    Some(SeasonDay {
        year: 2026,
        cut_off: dossier::parse_day("2026-12-31")?,
        authority: Authority::Model,
        locator: String::new(),
    })
}
