//! A short state in a coloured box; the words alone say it.

use assess::Verdict;
use yew::prelude::*;

/// How a tag looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagLook {
    /// Met.
    Met,
    /// Not met.
    NotMet,
    /// Open.
    Open,
    /// Still to do.
    Todo,
    /// Done.
    Done,
}

impl From<Verdict> for TagLook {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::Met,
            Verdict::NotMet => Self::NotMet,
            Verdict::Open => Self::Open,
        }
    }
}

/// Properties of [`Tag`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TagProps {
    /// How it looks.
    pub(crate) look: TagLook,
    /// What it says.
    pub(crate) text: AttrValue,
}

/// A short state.
#[component]
pub(crate) fn Tag(props: &TagProps) -> Html {
    let look = match props.look {
        TagLook::Met => "tag tag--met",
        TagLook::NotMet => "tag tag--not-met",
        TagLook::Open => "tag tag--open",
        TagLook::Todo => "tag tag--todo",
        TagLook::Done => "tag tag--done",
    };
    html! { <span class={look}>{ &props.text }</span> }
}
