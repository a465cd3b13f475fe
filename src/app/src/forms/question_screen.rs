//! The questions of one screen of the book.

use assess::Place;
use wording::Labels;
use yew::Html;

use super::answer_field::answer_field;
use super::missing::missing_list;
use super::spec::Spec;
use super::{continue_bar, errors};
use crate::state::AppHandle;
use crate::ui::el::classed;
use crate::ui::{error_summary, screen_frame};

/// The questions of one screen of the book.
pub(crate) fn question_screen(app: &AppHandle, screen: &str) -> Html {
    let book = app.book();
    let Some(screen) = book.screen.iter().find(|other| other.id == screen) else {
        return missing_list(app);
    };
    let questions = Labels::new(book).questions_of(&screen.id);
    let shown = |place: &Place| match place {
        Place::Question(id) => questions.iter().any(|question| question.id == *id),
        _ => false,
    };
    let summary = error_summary(app, &errors(app, &shown));
    let mut fields = classed("div", "stack");
    for question in questions {
        let answer = app.dossier.answer(&question.id);
        let spec = Spec::question(question);
        fields = fields.put(answer_field(app, &question.id, spec, answer));
    }
    let body = [summary, fields.html(), continue_bar(app)];
    screen_frame(
        app,
        screen.title.clone().into(),
        screen.intro.clone().unwrap_or_default().into(),
        body.into_iter().collect(),
    )
}
