//! One question.

use assess::Place;
use wording::ui::ask as words;
use yew::Html;

use super::bar::bar;
use super::standing::{left, why};
use crate::forms::{Reason, Spec, answer_field, list_reason};
use crate::state::{AppHandle, AppState};
use crate::ui::el::classed;
use crate::ui::screen_frame;

/// One question: the field, why it is asked, the way on.
pub(super) fn question(app: &AppHandle, mut spec: Spec, place: &Place) -> Html {
    let title = wording::ui::verdict::missing_place(crate::verdict::explain(app), place);
    let reason = spec.why.take().or_else(|| of_list(app, place));
    let answer = match place {
        Place::Question(id) => app.dossier.answer(id),
        Place::Field { record, field, .. } => {
            let found = app.dossier.record(record);
            found.and_then(|(_, record)| record.answer(field))
        }
        Place::Record { .. } | Place::List(_) => None,
    };
    let body = [
        left(app),
        // The heading is the question: the label is read, not shown.
        classed("div", "ask__field")
            .put(answer_field(app, "field", spec, answer))
            .html(),
        bar(app, place, answer.is_some(), words::LEAVE_OUT),
        why(app, place, reason.as_ref()),
    ];
    screen_frame(
        app,
        title.into(),
        yew::AttrValue::default(),
        body.into_iter().collect(),
    )
}

/// Why a field is asked: why its list is.
fn of_list(app: &AppState, place: &Place) -> Option<Reason> {
    let Place::Field { list: id, .. } = place else {
        return None;
    };
    let mut lists = app.book().list.iter();
    lists.find(|list| list.id == *id).map(list_reason)
}
