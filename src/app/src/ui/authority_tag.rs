//! On what authority an entry stands.

use rulebook::Authority;
use yew::prelude::*;

/// Properties of [`AuthorityTag`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AuthorityTagProps {
    /// The class.
    pub(crate) authority: Authority,
    /// Where it is laid down.
    #[prop_or_default]
    pub(crate) locator: AttrValue,
}

/// The authority class and the locator of an entry.
#[component]
pub(crate) fn AuthorityTag(props: &AuthorityTagProps) -> Html {
    let look = match props.authority {
        Authority::Plan => "tag tag--plan",
        Authority::National => "tag tag--national",
        Authority::Reference => "tag tag--reference",
        Authority::Model => "tag tag--model",
    };
    html! {
        <span class="cluster">
            <span class={look}>{ wording::term::authority(props.authority) }</span>
            <span class="locator">{ &props.locator }</span>
        </span>
    }
}
