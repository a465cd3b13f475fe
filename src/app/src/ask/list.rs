//! A list that is to be completed.

use assess::Place;
use rulebook::RecordList;
use wording::ui::ask as words;
use yew::Html;

use super::bar::bar;
use super::standing::{left, why};
use crate::forms::{list_body, list_reason};
use crate::state::AppHandle;
use crate::ui::screen_frame;

/// A list: its records, whether it is complete, why it is asked for, the way on.
pub(super) fn list(app: &AppHandle, list: &RecordList, place: &Place) -> Html {
    let complete = app.dossier.is_complete(&list.id);
    let body = [
        left(app),
        list_body(app, list),
        bar(app, place, complete, words::LEAVE_LIST),
        why(app, place, Some(&list_reason(list))),
    ];
    screen_frame(
        app,
        list.label.clone().into(),
        list.help.clone().unwrap_or_default().into(),
        body.into_iter().collect(),
    )
}
