//! What the application knows, and how it changes: one reducer, undo, the draft's codec.

mod action;
mod advice;
mod app_state;
mod changed;
mod draft;
mod history;
mod later;
mod notice;
mod reduce;
mod rules;
mod shelf;
mod survey;
mod typed;

pub(crate) use action::Action;
pub(crate) use advice::{Guide, RouteAdvice};
pub(crate) use app_state::{AppHandle, AppState, Opened, Opening, act, use_app};
pub(crate) use draft::{Draft, DraftError};
pub(crate) use later::{Absent, Behind, Later, Progress};
pub(crate) use notice::{Notice, RemovedDraft, SaveState};
pub(crate) use rules::Rules;
pub(crate) use shelf::{FileShelf, StoredFile, holder_id};
pub(crate) use survey::SurveyState;
pub(crate) use typed::{answer_of, shown_text};
