//! An answer that is typed: text, numbers, years, days, identity numbers.

use dossier::{Answer, parse_day};
use rulebook::AnswerKind;
use wording::ui::forms as words;
use yew::prelude::*;

use super::spec::Spec;
use crate::platform::form;
use crate::state::{Action, answer_of, shown_text, use_app};
use crate::ui::{Button, ButtonLook, Field, Shown, TextInput, field_id};

/// Properties of [`TextAnswer`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextAnswerProps {
    /// What is asked.
    pub(crate) spec: Spec,
    /// The answer so far.
    pub(crate) answer: Option<Answer>,
    /// The messages.
    pub(crate) messages: Vec<Shown>,
    /// What stands below.
    pub(crate) below: Html,
}

/// An answer that is typed.
#[component]
pub(crate) fn TextAnswer(props: &TextAnswerProps) -> Html {
    let app = use_app();
    let on_text = use_callback(props.spec.clone(), {
        let dispatcher = app.dispatcher();
        move |text: String, spec| {
            if let Some(edit) = spec.edit(answer_of(&spec.kind, &text)) {
                dispatcher.dispatch(Action::Type(spec.place.clone(), edit));
            }
        }
    });
    let on_settle = use_callback((), {
        let dispatcher = app.dispatcher();
        move |(), ()| dispatcher.dispatch(Action::Settle)
    });
    let id = field_id(&props.spec.place);
    let described_by = format!("{id}-help {id}-messages");
    html! {
        <Field
            id={id.clone()}
            label={props.spec.label.clone()}
            help={props.spec.help.clone()}
            messages={props.messages.clone()}
            below={props.below.clone()}
        >
            <TextInput
                {id}
                text={shown_text(props.answer.as_ref())}
                {on_text}
                {on_settle}
                {described_by}
                input_mode={input_mode(&props.spec.kind)}
                width={width(&props.spec.kind)}
                invalid={props.messages.iter().any(|message| message.refused)}
            />
            <span class="field__unit">{ unit(&props.spec.kind) }</span>
            <Beside spec={props.spec.clone()} answer={props.answer.clone()} />
        </Field>
    }
}

/// Properties of [`Beside`].
#[derive(Clone, PartialEq, Properties)]
struct BesideProps {
    spec: Spec,
    answer: Option<Answer>,
}

/// What stands beside the field: "none", "not known", what was understood.
#[component]
fn Beside(props: &BesideProps) -> Html {
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

fn input_mode(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Integer { .. } | AnswerKind::Year { .. } => "numeric",
        AnswerKind::Decimal { .. } | AnswerKind::Date { .. } => "decimal",
        _ => "text",
    }
}

fn width(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Integer { .. } | AnswerKind::Decimal { .. } | AnswerKind::Year { .. } => "short",
        AnswerKind::Text { .. } => "long",
        _ => "",
    }
}

fn unit(kind: &AnswerKind) -> String {
    match kind {
        AnswerKind::Integer { unit, .. } | AnswerKind::Decimal { unit, .. } => {
            unit.clone().unwrap_or_default()
        }
        AnswerKind::Year { .. } => words::YEAR_UNIT.to_owned(),
        _ => String::new(),
    }
}
