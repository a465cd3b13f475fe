//! Messages beside a field, in a place that is always there.

use assess::{Problem, Severity};
use rulebook::Book;
use yew::prelude::*;

/// A message ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// What is wrong and what to do.
    pub(crate) text: AttrValue,
    /// Whether the answer is refused, or this is only good to know.
    pub(crate) refused: bool,
}

impl Shown {
    /// A problem in words.
    pub(crate) fn of(book: &Book, problem: &Problem) -> Self {
        Self {
            text: wording::problem(book, problem).whole().into(),
            refused: problem.severity() == Severity::Refused,
        }
    }
}

/// Properties of [`Messages`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MessagesProps {
    /// The id that the control names as its description.
    pub(crate) id: AttrValue,
    /// The messages.
    pub(crate) messages: Vec<Shown>,
}

/// Messages beside a field. The slot is always there, so that readers announce what comes.
#[component]
pub(crate) fn Messages(props: &MessagesProps) -> Html {
    html! {
        <div class="field__messages" id={props.id.clone()} aria-live="polite">
            for (index, message) in props.messages.iter().enumerate() {
                <p key={index} class={if message.refused { "field__error" } else { "field__note" }}>
                    { &message.text }
                </p>
            }
        </div>
    }
}
