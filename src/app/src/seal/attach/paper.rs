//! A paper original in place of a file.

use dossier::{Edit, Evidence, Holder};
use wording::ui::seal as words;
use yew::prelude::*;

use crate::state::{Action, use_app};
use crate::ui::{Button, Details, Field, TextInput};

/// Properties of [`Paper`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PaperProps {
    /// The id of the field.
    pub(super) id: AttrValue,
    /// What it proves.
    pub(super) holder: Holder,
}

/// A paper original in place of a file, in words.
#[component]
pub(super) fn Paper(props: &PaperProps) -> Html {
    let dispatcher = use_app().dispatcher();
    let text = use_state(AttrValue::default);
    let on_text = use_callback(text.setter(), |typed: String, text| text.set(typed.into()));
    let on_add = {
        let parts = (props.holder.clone(), text.clone());
        use_callback(parts, move |(), (holder, text)| {
            let words = text.trim();
            if words.is_empty() {
                return;
            }
            let evidence = Evidence::Paper(words.to_owned());
            let holder = holder.clone();
            text.set(AttrValue::default());
            dispatcher.dispatch(Action::Edit(Edit::Attach { holder, evidence }));
        })
    };
    html! {
        <Details summary={words::PAPER}>
            <Field id={props.id.clone()} label={words::PAPER_LABEL} help={words::PAPER_HELP}>
                <TextInput
                    id={props.id.clone()}
                    text={(*text).clone()}
                    {on_text}
                    width="long"
                    described_by={format!("{}-help", props.id)}
                />
                <Button label={words::PAPER_ADD} on_press={on_add} />
            </Field>
        </Details>
    }
}
