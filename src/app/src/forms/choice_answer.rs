//! An answer by choice: yes or no, one of several, none, or not known.

use dossier::Answer;
use rulebook::{AnswerKind, Book};
use wording::ui::forms as words;
use yew::prelude::*;

use super::spec::Spec;
use crate::state::{Action, use_app};
use crate::ui::{Choice, ChoiceList, Group, Shown, field_id};

/// The value of yes. Ids of a book's choices have no such character.
const YES: &str = "=yes";
/// The value of no.
const NO: &str = "=no";
/// The value of "none", where the book gives it a meaning.
const NONE: &str = "=none";
/// The value of an answer taken back.
const UNKNOWN: &str = "=unknown";

/// Properties of [`ChoiceAnswer`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoiceAnswerProps {
    /// What is asked.
    pub(crate) spec: Spec,
    /// The answer so far.
    pub(crate) answer: Option<Answer>,
    /// The messages.
    pub(crate) messages: Vec<Shown>,
    /// What stands below.
    pub(crate) below: Html,
}

/// An answer by choice.
#[component]
pub(crate) fn ChoiceAnswer(props: &ChoiceAnswerProps) -> Html {
    let app = use_app();
    let dispatcher = app.dispatcher();
    let on_choose = use_callback(props.spec.clone(), move |value: String, spec| {
        if let Some(edit) = spec.edit(answer_of(&value)) {
            dispatcher.dispatch(Action::Edit(edit));
        }
    });
    let id = field_id(&props.spec.place);
    html! {
        <Group
            id={id.clone()}
            legend={props.spec.label.clone()}
            help={props.spec.help.clone()}
            messages={props.messages.clone()}
            below={props.below.clone()}
        >
            <ChoiceList
                name={id}
                choices={choices(app.book(), &props.spec)}
                chosen={chosen(props.answer.as_ref())}
                {on_choose}
            />
        </Group>
    }
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
