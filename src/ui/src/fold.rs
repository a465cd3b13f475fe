//! A box that unfolds, of which one sees at once what it holds and how it stands.

use yew::prelude::*;

use crate::el::el;

/// Properties of [`Fold`].
#[derive(Clone, PartialEq, Properties)]
pub struct FoldProps {
    /// What it holds: a heading and, where it helps, a tag.
    pub summary: Html,
    /// Whether it is open when it appears. From then on the person has it as they want.
    #[prop_or_default]
    pub open: bool,
    /// What it holds.
    pub children: Html,
}

/// A box that unfolds. It stays as it is when what it says changes, so that nothing is folded away under a person's hand.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let open = *use_state(|| props.open);
    let mut fold = el("details").class("fold");
    if open {
        fold = fold.set("open", "");
    }
    let summary = el("summary").put(props.summary.clone()).html();
    let inside = el("div").class("stack").put(props.children.clone()).html();
    fold.put(summary).put(inside).html()
}
