//! What a person enters: answers, records, evidence, edits, the pledge.
//!
//! This crate knows no rule book. It keeps what was entered, word for word, and what it cannot
//! judge it does not drop: keys that no book knows are carried along.

mod answer;
mod dates;
mod dossier;
mod edit;
mod pledge;
mod read;
mod resident_id;
mod typed;
mod write;

pub use answer::{Answer, Answers};
pub use dates::{add_months, full_years_since, month_end, years_before};
pub use dossier::{Dossier, Evidence, List, Record};
pub use edit::{Edit, EditError, Holder, apply};
pub use pledge::{Pledge, PledgeError, Stroke};
pub use read::{ReadError, ReadErrorKind};
pub use resident_id::{ResidentId, ResidentIdError, Sex};
pub use typed::{parse_date, parse_day, parse_number, to_half_width};

#[cfg(test)]
mod tests;
