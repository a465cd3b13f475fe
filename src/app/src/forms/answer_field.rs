//! One answer: the control that suits its kind.

use dossier::Answer;
use rulebook::AnswerKind;
use yew::prelude::*;

use super::choice_answer::ChoiceAnswer;
use super::spec::Spec;
use super::text_answer::TextAnswer;
use super::why::Why;
use crate::state::use_app;
use crate::ui::Shown;

/// Properties of [`AnswerField`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AnswerFieldProps {
    /// What is asked.
    pub(crate) spec: Spec,
    /// The answer so far.
    pub(crate) answer: Option<Answer>,
}

/// One answer: control, messages, and why it is asked.
#[component]
pub(crate) fn AnswerField(props: &AnswerFieldProps) -> Html {
    let app = use_app();
    let spec = &props.spec;
    let problems = app.problems_at(&spec.place);
    let messages: Vec<Shown> = problems
        .map(|problem| Shown::of(app.book(), problem))
        .collect();
    let why = spec.why.as_ref().map_or_else(Html::default, |reason| {
        html! { <Why about={spec.label.clone()} reason={reason.clone()} /> }
    });
    match &spec.kind {
        AnswerKind::YesNo | AnswerKind::Choice(_) | AnswerKind::Scale { .. } => html! {
            <ChoiceAnswer spec={spec.clone()} answer={props.answer.clone()} {messages} below={why} />
        },
        _ => html! {
            <TextAnswer spec={spec.clone()} answer={props.answer.clone()} {messages} below={why} />
        },
    }
}
