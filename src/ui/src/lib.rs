//! The design system: what every screen of the applications is made of.
#![allow(
    clippy::future_not_send,
    reason = "what the browser hands out stays on its one thread"
)]

mod anchor;
mod authority_tag;
mod button;
mod choice_list;
mod details;
pub mod el;
mod error_summary;
mod field;
mod fold;
mod group;
mod late;
mod looks;
mod messages;
pub mod platform;
mod screen_frame;
mod still;
mod summary_list;
mod tag;
mod text_input;
mod tick;

use assess::Place;

pub use anchor::anchor;
pub use authority_tag::authority_tag;
pub use button::{Button, button};
pub use choice_list::{Choice, choice_list};
pub use details::details;
pub use error_summary::error_summary;
pub use field::{Around, field};
pub use fold::{Fold, FoldProps};
pub use group::group;
pub use late::{Late, LateProps};
pub use looks::looks;
pub use messages::{Shown, messages};
pub use screen_frame::{screen_frame, use_arrival};
pub use still::still;
pub use summary_list::{SummaryRow, summary_list};
pub use tag::{TagLook, tag, verdict_tag};
pub use text_input::{TextInput, TextInputProps};
pub use tick::{Tick, tick};

/// The id of the element in which a place of the dossier is filled in.
pub fn field_id(place: &Place) -> String {
    match place {
        Place::Question(question) => format!("f-{question}"),
        Place::Field { record, field, .. } => format!("f-{record}-{field}"),
        Place::Record { record, .. } => format!("r-{record}"),
        Place::List(list) => format!("l-{list}"),
    }
}
