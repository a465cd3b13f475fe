//! Many candidates at once: one line for each, compared, sorted, and held against the others.
//!
//! A line ([`Screened`]) is made from an assessment and says nothing that the assessment does not: there is no weight and
//! no rank of its own. It is JSON, so that lines made on different machines can be put together again ([`Duplicates`]).

mod claims;
mod column;
mod compare;
pub mod day;
mod duplicates;
mod initials;
mod look;
mod make;
mod recall;
mod screened;
mod tally;
mod text;
mod view;

pub use column::{Column, Key};
pub use compare::{Aspect, Compared, compare};
pub use duplicates::{Claims, Duplicate, DuplicateKind, DuplicatePlace, Duplicates, Place, Same};
pub use initials::Initials;
pub use look::{DraftFile, LookFault, Looked, MOST_BYTES, look};
pub use make::{Judged, Said, Subject};
pub use recall::{Entered, Recall, Typed};
pub use screened::{
    Book, Change, Claim, Coverage, Entry, Keys, Level, Missing, Named, Origin, Package, Refused,
    Route, Score, Screened, Severity, Told, Word,
};
pub use tally::Tally;
pub use view::{Collate, Filter, Group, Order, Sought, View, view};

#[cfg(test)]
mod tests;
