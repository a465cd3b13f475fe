//! What stands beside a field that is typed in.

use dossier::{Answer, parse_day};
use rulebook::AnswerKind;
use wording::ui::forms as words;
use yew::prelude::*;

use super::spec::Spec;
use crate::platform::form;
use crate::state::{Action, use_app};
use crate::ui::{Button, ButtonLook, field_id};

/// Properties of [`Beside`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BesideProps {
    /// What is asked.
    pub(super) spec: Spec,
    /// The answer so far.
    pub(super) answer: Option<Answer>,
}

/// What stands beside the field: "none", "not known", what was understood.
#[component]
pub(super) fn Beside(props: &BesideProps) -> Html {
    let app = use_app();
    let on_answer = {
        let dispatcher = app.dispatcher();
        use_callback(props.spec.clone(), move |answer, spec| {
            if let Some(edit) = spec.edit(answer) {
                dispatcher.dispatch(Action::Edit(edit));
            }
        })
    };
    let on_none = use_callback(on_answer.clone(), |event: Event, on_answer| {
        on_answer.emit(form::is_checked(&event).then_some(Answer::None));
    });
    let on_unknown = use_callback(on_answer, |(), on_answer| on_answer.emit(None));
    let none_id = format!("{}-none", field_id(&props.spec.place));
    html! {
        <div class="field__beside cluster">
            if let Some(none) = &props.spec.none {
                <label class="choice" key="none">
                    <input
                        class="choice__input"
                        type="checkbox"
                        id={none_id}
                        checked={props.answer == Some(Answer::None)}
                        onchange={on_none}
                    />
                    <span class="choice__label">{ none }</span>
                </label>
            }
            <Button
                key="unknown"
                label={words::unknown(props.answer.is_none())}
                about={props.spec.label.clone()}
                look={ButtonLook::Quiet}
                disabled={props.answer.is_none()}
                on_press={on_unknown}
            />
            <span class="field__understood" aria-live="polite">
                { understood(&props.spec.kind, props.answer.as_ref()) }
            </span>
        </div>
    }
}

/// A day as it was understood, in words.
fn understood(kind: &AnswerKind, answer: Option<&Answer>) -> String {
    let day = answer.and_then(Answer::text).and_then(parse_day);
    match (kind, day) {
        (AnswerKind::Date { .. }, Some(day)) => words::understood(&wording::number::date(day)),
        _ => String::new(),
    }
}
