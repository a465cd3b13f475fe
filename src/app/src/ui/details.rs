//! More, for who wants to know.

use yew::prelude::*;

/// Properties of [`Details`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DetailsProps {
    /// What is shown while it is folded.
    pub(crate) summary: AttrValue,
    /// What it is about, read aloud behind the summary.
    #[prop_or_default]
    pub(crate) about: AttrValue,
    /// Further classes.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// What is folded in.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A part that unfolds.
#[component]
pub(crate) fn Details(props: &DetailsProps) -> Html {
    html! {
        <details class={classes!("details", props.class.clone())}>
            <summary>
                { &props.summary }
                <span class="visually-hidden">{ &props.about }</span>
            </summary>
            <div>{ props.children.clone() }</div>
        </details>
    }
}
