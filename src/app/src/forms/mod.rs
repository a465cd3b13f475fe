//! Forms: question screens, record lists, the record editor.

mod answer_field;
mod beside;
mod choice_answer;
mod complete_switch;
mod continue_bar;
mod list_screen;
mod missing;
mod new_record_screen;
mod paste;
mod question_screen;
mod record_card;
mod record_ending;
mod record_fields;
mod record_screen;
mod screen_errors;
mod spec;
mod text_answer;
mod why;

pub(crate) use answer_field::answer_field;
pub(crate) use continue_bar::{continue_bar, way_on};
pub(crate) use list_screen::{list_body, list_reason, list_screen};
pub(crate) use missing::missing_list;
pub(crate) use new_record_screen::new_record_screen;
pub(crate) use question_screen::question_screen;
pub(crate) use record_card::facts;
pub(crate) use record_screen::record_screen;
pub(crate) use screen_errors::errors;
pub(crate) use spec::{Reason, Spec};
