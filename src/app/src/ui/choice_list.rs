//! Choices of which one is made.

use yew::prelude::*;

use crate::platform::form;

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is told when it is made.
    pub(crate) value: AttrValue,
    /// What a person reads.
    pub(crate) label: AttrValue,
    /// An explanation.
    pub(crate) help: AttrValue,
}

/// Properties of [`ChoiceList`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoiceListProps {
    /// The name that ties the choices together; their ids begin with it.
    pub(crate) name: AttrValue,
    /// The choices.
    pub(crate) choices: Vec<Choice>,
    /// The choice that is made.
    pub(crate) chosen: Option<AttrValue>,
    /// Called with the choice that a person makes.
    pub(crate) on_choose: Callback<String>,
}

/// Choices of which one is made.
#[component]
pub(crate) fn ChoiceList(props: &ChoiceListProps) -> Html {
    let on_change = use_callback(props.on_choose.clone(), |event: Event, on_choose| {
        on_choose.emit(form::text(&event));
    });
    html! {
        <div class="choice-list">
            for choice in props.choices.iter() {
                <label class="choice" key={choice.value.to_string()}>
                    <input
                        class="choice__input"
                        type="radio"
                        name={props.name.clone()}
                        id={format!("{}-{}", props.name, choice.value)}
                        value={choice.value.clone()}
                        checked={props.chosen.as_ref() == Some(&choice.value)}
                        onchange={&on_change}
                    />
                    <span class="choice__label">
                        { &choice.label }
                        <span class="choice__help">{ &choice.help }</span>
                    </span>
                </label>
            }
        </div>
    }
}
