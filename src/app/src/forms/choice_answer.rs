//! An answer by choice: yes or no, one of several, none, or not known.

use dossier::Answer;
use rulebook::{AnswerKind, Book};
use wording::ui::forms as words;
use yew::prelude::*;

use super::spec::{Spec, edit};
use crate::state::{Action, AppHandle};
use crate::ui::{Around, Choice, choice_list, group};

/// The value of yes. Ids of a book's choices have no such character.
const YES: &str = "=yes";
/// The value of no.
const NO: &str = "=no";
/// The value of "none", where the book gives it a meaning.
const NONE: &str = "=none";
/// The value of an answer taken back.
const UNKNOWN: &str = "=unknown";

/// An answer by choice.
pub(crate) fn choice_answer(
    app: &AppHandle,
    spec: &Spec,
    answer: Option<&Answer>,
    around: &Around<'_>,
) -> Html {
    let dispatcher = app.dispatcher();
    let place = spec.place.clone();
    let on_choose = Callback::from(move |value: String| {
        if let Some(edit) = edit(&place, answer_of(&value)) {
            dispatcher.dispatch(Action::Edit(edit));
        }
    });
    let (choices, chosen) = (choices(app.book(), spec), chosen(answer));
    group(
        around,
        choice_list(around.id, choices, chosen.as_deref(), on_choose),
    )
}

/// The answer that a choice gives.
fn answer_of(value: &str) -> Option<Answer> {
    match value {
        YES => Some(Answer::YesNo(true)),
        NO => Some(Answer::YesNo(false)),
        NONE => Some(Answer::None),
        UNKNOWN => None,
        id => Some(Answer::from_text(id)),
    }
}

/// The choice that an answer makes.
fn chosen(answer: Option<&Answer>) -> Option<AttrValue> {
    match answer {
        None => Some(UNKNOWN.into()),
        Some(Answer::None) => Some(NONE.into()),
        Some(Answer::YesNo(yes)) => Some(if *yes { YES } else { NO }.into()),
        Some(Answer::Text(id)) => Some(AttrValue::from(id.clone())),
        Some(Answer::Number(_)) => None,
    }
}

fn choices(book: &Book, spec: &Spec) -> Vec<Choice> {
    let plain = |value: &'static str, label: String| Choice {
        value: value.into(),
        label: label.into(),
        help: AttrValue::default(),
    };
    let mut choices: Vec<Choice> = match &spec.kind {
        AnswerKind::YesNo => vec![plain(YES, words::YES.into()), plain(NO, words::NO.into())],
        kind => {
            let offered = wording::Labels::new(book).choices(kind).into_iter();
            let offered = offered.map(|choice| Choice {
                value: choice.id.clone().into(),
                label: choice.label.clone().into(),
                help: choice.help.clone().unwrap_or_default().into(),
            });
            offered.collect()
        }
    };
    choices.extend(spec.none.iter().map(|none| plain(NONE, none.clone())));
    choices.push(plain(UNKNOWN, words::UNKNOWN.into()));
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_by_choice_is_found_again() {
        for answer in [
            None,
            Some(Answer::None),
            Some(Answer::YesNo(true)),
            Some(Answer::YesNo(false)),
            Some(Answer::from_text("senior")),
        ] {
            let value = chosen(answer.as_ref()).unwrap();
            assert_eq!(answer_of(&value), answer);
        }
    }
}
