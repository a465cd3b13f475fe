//! An answer that is typed: text, numbers, years, days, identity numbers.

use dossier::Answer;
use rulebook::AnswerKind;
use wording::ui::forms as words;
use yew::prelude::*;

use super::beside::beside;
use super::spec::{Spec, edit};
use crate::state::{Action, AppHandle, act, answer_of, shown_text};
use crate::ui::el::{classed, words as words_in};
use crate::ui::{Around, TextInput, field};

/// An answer that is typed; with whether a person is typing it.
pub(crate) fn text_answer(
    app: &AppHandle,
    spec: &Spec,
    (answer, typing): (Option<&Answer>, bool),
    around: &Around<'_>,
) -> Html {
    let dispatcher = app.dispatcher();
    let (place, kind) = (spec.place.clone(), spec.kind.clone());
    let on_text = Callback::from(move |text: String| {
        if let Some(edit) = edit(&place, answer_of(&kind, &text)) {
            dispatcher.dispatch(Action::Type(place.clone(), edit));
        }
    });
    let pad = pad(&spec.kind).filter(|_| app.is_kiosk());
    let pad = pad.map(AttrValue::Static);
    let input = html! {
        <TextInput
            id={around.id.to_owned()}
            text={shown_text(answer)}
            {on_text}
            on_settle={act(app, Action::Settle)}
            described_by={around.described_by()}
            input_mode={if pad.is_some() { "none" } else { input_mode(&spec.kind) }}
            {pad}
            width={width(&spec.kind)}
            invalid={around.messages.iter().any(|message| message.refused)}
        />
    };
    let unit = words_in("span", "field__unit", &unit(&spec.kind));
    let beside = beside(app, spec, (answer, typing));
    let control = [input, unit, whole(spec, answer), beside];
    field(around, control.into_iter().collect())
}

/// What is longer than a telephone's field, once more in full. A reader has it from the field itself.
fn whole(spec: &Spec, answer: Option<&Answer>) -> Html {
    /// So many characters a field of a telephone shows.
    const FITS: usize = 14;
    let text = answer.and_then(Answer::text).unwrap_or_default();
    let long = matches!(spec.kind, AnswerKind::Text { .. }) && text.chars().nth(FITS).is_some();
    let whole = classed("p", "field__whole").set("aria-hidden", "true");
    whole.say(if long { text } else { "" }).html()
}

fn input_mode(kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Integer { .. } | AnswerKind::Year { .. } => "numeric",
        AnswerKind::Decimal { .. } | AnswerKind::Date { .. } => "decimal",
        _ => "text",
    }
}

/// The numeric pad that suits.
fn pad(kind: &AnswerKind) -> Option<&'static str> {
    match kind {
        AnswerKind::Integer { .. } | AnswerKind::Year { .. } => Some("number"),
        AnswerKind::Decimal { .. } => Some("decimal"),
        AnswerKind::Date { .. } => Some("date"),
        AnswerKind::ResidentId { .. } => Some("id"),
        _ => None,
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
