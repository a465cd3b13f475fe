//! Forms: question screens, record lists, the record editor.

mod answer_field;
mod beside;
mod choice_answer;
mod complete_switch;
mod continue_bar;
mod list_screen;
mod missing;
mod new_record_screen;
mod question_screen;
mod record_card;
mod record_ending;
mod record_fields;
mod record_screen;
mod screen_errors;
mod spec;
mod text_answer;
mod why;

pub(crate) use continue_bar::ContinueBar;
pub(crate) use list_screen::ListScreen;
pub(crate) use new_record_screen::NewRecordScreen;
pub(crate) use question_screen::QuestionScreen;
pub(crate) use record_screen::RecordScreen;
pub(crate) use screen_errors::errors;
