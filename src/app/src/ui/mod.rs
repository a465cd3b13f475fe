//! What every screen shares.

mod authority_tag;
mod button;
mod choice_list;
mod details;
pub(crate) mod el;
mod error_summary;
mod field;
mod group;
mod messages;
mod place_link;
mod screen_frame;
mod screen_link;
mod summary_list;
mod tag;
mod text_input;
mod tick;

use assess::Place;

pub(crate) use authority_tag::authority_tag;
pub(crate) use button::button;
pub(crate) use choice_list::{Choice, choice_list};
pub(crate) use details::details;
pub(crate) use error_summary::error_summary;
pub(crate) use field::{Around, field};
pub(crate) use group::group;
pub(crate) use messages::{Shown, messages};
pub(crate) use place_link::place_link;
pub(crate) use screen_frame::screen_frame;
pub(crate) use screen_link::link;
pub(crate) use summary_list::{SummaryRow, summary_list};
pub(crate) use tag::{TagLook, tag, verdict_tag};
pub(crate) use text_input::TextInput;
pub(crate) use tick::{Tick, tick};

/// The id of the element in which a place of the dossier is filled in.
pub(crate) fn field_id(place: &Place) -> String {
    match place {
        Place::Question(question) => format!("f-{question}"),
        Place::Field { record, field, .. } => format!("f-{record}-{field}"),
        Place::Record { record, .. } => format!("r-{record}"),
        Place::List(list) => format!("l-{list}"),
    }
}
