//! What would change a verdict: held against trying everything, on random books and the shipped one.

mod argue;
pub(crate) mod draw;
mod gaps;
mod next;
mod waiting;
mod ways;
