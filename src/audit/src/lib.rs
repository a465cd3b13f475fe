//! What the check of a single entry cannot see: conditions that can never hold or never fail,
//! routes that another includes, points nobody earns, caps that never bind, a line beyond reach,
//! what is asked and decides nothing.
//!
//! Conditions are a closed set as data, so each of these is a question with an answer: a dossier
//! for which it comes true, which the engine confirms, or the proof that there is none. What is
//! neither within a stated bound is said to be undecided; it is no complaint.
//!
//! The application does not link this crate.

mod boxes;
mod branch;
mod complaint;
mod conditions;
mod days;
mod diff;
mod goal;
mod held;
mod lists;
mod nodes;
mod points;
mod probe;
mod routes;
mod samples;
mod score;
mod solve;
mod unused;
mod values;
mod walk;
mod witness;
mod world;

#[cfg(test)]
mod tests;

pub use complaint::{Complaint, ComplaintKind, Matter};
pub use diff::{Difference, differences};
pub use held::overlap;
pub use samples::samples;

use assess::{CompileError, Engine};
use rulebook::SeasonDay;

use world::World;

/// Every complaint about the book of an engine, seen from a season, in the order of the book.
///
/// # Errors
/// When an id leads nowhere; a book that its reader checked has none.
pub fn audit(engine: &Engine, season: &SeasonDay) -> Result<Vec<Complaint>, CompileError> {
    let world = World::new(engine, season);
    let mut complaints = unused::check(world.book);
    complaints.extend(conditions::check(&world)?);
    complaints.extend(routes::check(&world));
    complaints.extend(points::check(&world));
    Ok(complaints)
}
