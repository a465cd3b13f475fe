//! Components that every screen shares.

mod authority_tag;
mod button;
mod choice_list;
mod details;
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

use assess::Place;

pub(crate) use authority_tag::AuthorityTag;
pub(crate) use button::{Button, ButtonLook};
pub(crate) use choice_list::{Choice, ChoiceList};
pub(crate) use details::Details;
pub(crate) use error_summary::ErrorSummary;
pub(crate) use field::Field;
pub(crate) use group::Group;
pub(crate) use messages::{Messages, Shown};
pub(crate) use place_link::PlaceLink;
pub(crate) use screen_frame::ScreenFrame;
pub(crate) use screen_link::ScreenLink;
pub(crate) use summary_list::{SummaryList, SummaryRow};
pub(crate) use tag::{Tag, TagLook};
pub(crate) use text_input::TextInput;

/// The id of the element in which a place of the dossier is filled in.
pub(crate) fn field_id(place: &Place) -> String {
    match place {
        Place::Question(question) => format!("f-{question}"),
        Place::Field { record, field, .. } => format!("f-{record}-{field}"),
        Place::Record { record, .. } => format!("r-{record}"),
        Place::List(list) => format!("l-{list}"),
    }
}
