//! A control with its label, help and messages.

use yew::prelude::*;

use super::{Messages, Shown};

/// Properties of [`Field`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FieldProps {
    /// The id of the control.
    pub(crate) id: AttrValue,
    /// The label.
    pub(crate) label: AttrValue,
    /// How to answer.
    #[prop_or_default]
    pub(crate) help: AttrValue,
    /// The messages.
    #[prop_or_default]
    pub(crate) messages: Vec<Shown>,
    /// What stands below the control.
    #[prop_or_default]
    pub(crate) below: Html,
    /// The control.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A control with its label, help and messages. The control names `ID-help` and `ID-messages`
/// as its description.
#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let refused = props.messages.iter().any(|message| message.refused);
    html! {
        <div class={classes!("field", refused.then_some("field--error"))}>
            <label class="field__label" for={props.id.clone()}>{ &props.label }</label>
            <p class="field__help" id={format!("{}-help", props.id)}>{ &props.help }</p>
            <Messages id={format!("{}-messages", props.id)} messages={props.messages.clone()} />
            <div class="field__control cluster">{ props.children.clone() }</div>
            <div class="field__below">{ props.below.clone() }</div>
        </div>
    }
}
