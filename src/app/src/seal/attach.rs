//! Attaching evidence to a record or a material.

use dossier::Holder;
use yew::prelude::*;

/// Properties of [`Attach`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AttachProps {
    /// What the evidence proves.
    pub(crate) holder: Holder,
}

/// Evidence of a record or a material: picker, drop zone, list, paper originals.
#[component]
pub(crate) fn Attach(props: &AttachProps) -> Html {
    let id = match &props.holder {
        Holder::Record(id) | Holder::Material(id) => id,
    };
    html! { <div class="drop-zone" id={format!("e-{id}")}></div> }
}
