//! Why something is asked, folded in.

use wording::ui::forms as words;
use yew::prelude::*;

use super::spec::Reason;
use crate::ui::{AuthorityTag, Details};

/// Properties of [`Why`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WhyProps {
    /// What is asked.
    pub(crate) about: AttrValue,
    /// Why, and on what authority.
    pub(crate) reason: Reason,
}

/// Why something is asked, with authority and locator.
#[component]
pub(crate) fn Why(props: &WhyProps) -> Html {
    html! {
        <Details summary={words::WHY} about={props.about.clone()} class={classes!("field__why")}>
            <p>{ &props.reason.text }</p>
            <AuthorityTag
                authority={props.reason.authority}
                locator={props.reason.locator.clone()}
            />
        </Details>
    }
}
