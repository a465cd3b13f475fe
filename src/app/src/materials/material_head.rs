//! What a paper is.

use rulebook::Material;
use wording::ui::forms as words;
use yew::prelude::*;

use crate::ui::AuthorityTag;

/// Properties of [`MaterialHead`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MaterialHeadProps {
    /// The paper.
    pub(super) material: Material,
}

/// What a paper is, who brings it, whether it must be there.
#[component]
pub(super) fn MaterialHead(props: &MaterialHeadProps) -> Html {
    let material = &props.material;
    html! {
        <div class="stack">
            <h3>{ &material.label }</h3>
            <p>{ &material.text }</p>
            <div class="cluster">
                <span class={if material.needed { "tag tag--todo" } else { "tag" }}>
                    { words::needed(material.needed) }
                </span>
                <span class="muted">{ wording::term::provider(material.by) }</span>
                <AuthorityTag authority={material.authority} locator={material.locator.clone()} />
            </div>
        </div>
    }
}
