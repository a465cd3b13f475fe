//! The questions of one screen of the book.

use assess::Place;
use yew::prelude::*;

use super::answer_field::AnswerField;
use super::missing::Missing;
use super::spec::Spec;
use super::{ContinueBar, errors};
use crate::flow;
use crate::screen::Screen;
use crate::state::use_app;
use crate::ui::{ErrorSummary, ScreenFrame};

/// Properties of [`QuestionScreen`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct QuestionScreenProps {
    /// The screen's id in the book.
    pub(crate) screen: String,
}

/// The questions of one screen of the book.
#[component]
pub(crate) fn QuestionScreen(props: &QuestionScreenProps) -> Html {
    let app = use_app();
    let book = app.book();
    let Some(screen) = book.screen.iter().find(|screen| screen.id == props.screen) else {
        let label = flow::name(book, &Screen::Tasks);
        return html! { <Missing instead={Screen::Tasks} {label} /> };
    };
    let questions = book.question.iter();
    let questions: Vec<_> = questions
        .filter(|question| question.screen == screen.id)
        .collect();
    let shown = |place: &Place| match place {
        Place::Question(id) => questions.iter().any(|question| question.id == *id),
        _ => false,
    };
    html! {
        <ScreenFrame
            title={screen.title.clone()}
            intro={screen.intro.clone().unwrap_or_default()}
        >
            <ErrorSummary errors={errors(&app, shown)} />
            <div class="stack">
                for question in questions.iter() {
                    <AnswerField
                        key={question.id.clone()}
                        spec={Spec::question(question)}
                        answer={app.dossier.answer(&question.id).cloned()}
                    />
                }
            </div>
            <ContinueBar />
        </ScreenFrame>
    }
}
