//! A group of controls with its legend, help and messages.

use yew::prelude::*;

use super::{Messages, Shown};

/// Properties of [`Group`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct GroupProps {
    /// The id of the group.
    pub(crate) id: AttrValue,
    /// The legend.
    pub(crate) legend: AttrValue,
    /// How to answer.
    #[prop_or_default]
    pub(crate) help: AttrValue,
    /// The messages.
    #[prop_or_default]
    pub(crate) messages: Vec<Shown>,
    /// What stands below the controls.
    #[prop_or_default]
    pub(crate) below: Html,
    /// The controls.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A group of controls with its legend, help and messages.
#[component]
pub(crate) fn Group(props: &GroupProps) -> Html {
    let refused = props.messages.iter().any(|message| message.refused);
    let described = format!("{0}-help {0}-messages", props.id);
    html! {
        <fieldset
            class={classes!("field", refused.then_some("field--error"))}
            id={props.id.clone()}
            aria-describedby={described}
        >
            <legend class="field__label">{ &props.legend }</legend>
            <p class="field__help" id={format!("{}-help", props.id)}>{ &props.help }</p>
            <Messages id={format!("{}-messages", props.id)} messages={props.messages.clone()} />
            <div class="field__control">{ props.children.clone() }</div>
            <div class="field__below">{ props.below.clone() }</div>
        </fieldset>
    }
}
