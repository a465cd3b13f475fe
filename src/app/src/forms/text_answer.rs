//! An answer that is typed: text, numbers, years, days, identity numbers.

use dossier::Answer;
use rulebook::AnswerKind;
use wording::ui::forms as words;
use yew::prelude::*;

use super::beside::Beside;
use super::spec::Spec;
use crate::state::{Action, answer_of, shown_text, use_app};
use crate::ui::{Field, Shown, TextInput, field_id};

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

fn input_mode(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Integer { .. } | AnswerKind::Year { .. } => "numeric",
        AnswerKind::Decimal { .. } | AnswerKind::Date { .. } => "decimal",
        _ => "text",
    }
}

fn width(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Integer { .. } | AnswerKind::Decimal { .. } | AnswerKind::Year { .. } => {
            "short"
        }
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
