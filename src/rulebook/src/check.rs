//! Soundness: what every reader checks, whatever a book was read from.
//!
//! Each file below looks at one subject. After a check without faults these hold, and an engine
//! may rely on them:
//!
//! - every name that is used is defined, and defined once;
//! - no clause and no day depends on itself, and no chain of clauses is longer than
//!   [`MOST_CHAINED`];
//! - every test fits the answers it is put to;
//! - a clause that is referred to has a form for every level that refers to it;
//! - all points and all products of points and coefficients are whole hundredths.
//!
//! Whether a condition can ever hold or fail is another matter and not looked at here.

mod blank;
mod chain;
mod clauses;
mod context;
mod dates;
mod fault;
mod faults;
mod fields;
mod identity;
mod limits;
mod lists;
mod names;
mod papers;
mod questions;
mod routes;
mod rules;
mod score;
mod season;
mod spot;
mod tests_on_answers;

use json::{Json, Path, to_json};

pub(crate) use chain::MOST_CHAINED;
pub use fault::{Fault, FaultKind, Thing};
pub(crate) use season::is_weekend;
pub use season::{check_calendar, check_season};

use crate::Book;
use context::Context;
use faults::Faults;

/// All faults of a book, up to a hundred; none when it is sound.
pub fn check(book: &Book) -> Vec<Fault> {
    match to_json(book) {
        Ok(json) => check_with(book, &json),
        Err(error) => {
            let kind = FaultKind::NotWritable {
                reason: error.to_string(),
            };
            vec![Fault {
                path: Path::default(),
                entry: None,
                kind,
            }]
        }
    }
}

/// [`check`], when the JSON of the book is at hand.
pub(crate) fn check_with(book: &Book, json: &Json) -> Vec<Fault> {
    let mut faults = Faults::default();
    limits::check(book, &mut faults);
    if faults.is_empty() {
        blank::check(json, &mut faults);
        let mut context = Context::new(book, faults);
        identity::check(&mut context);
        questions::check(&mut context);
        lists::check(&mut context);
        dates::check(&mut context);
        clauses::check(&mut context);
        routes::check(&mut context);
        score::check(&mut context);
        papers::check(&mut context);
        faults = context.into_faults();
    }
    faults.into_list(|path| crate::compiled::entry_of(json, path))
}
