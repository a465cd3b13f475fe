//! A short state in a coloured box; the words alone say it.

use assess::Verdict;
use yew::Html;

use crate::el::words;

/// How a tag looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagLook {
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

/// A short state.
pub fn tag(look: TagLook, text: &str) -> Html {
    let look = match look {
        TagLook::Met => "tag tag--met",
        TagLook::NotMet => "tag tag--not-met",
        TagLook::Open => "tag tag--open",
        TagLook::Todo => "tag tag--todo",
        TagLook::Done => "tag tag--done",
    };
    words("span", look, text)
}

/// A verdict.
pub fn verdict_tag(verdict: Verdict) -> Html {
    tag(TagLook::from(verdict), wording::term::verdict(verdict))
}
