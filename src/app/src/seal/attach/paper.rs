//! A paper original in place of a file.

use dossier::{Edit, Evidence, Holder};
use wording::ui::seal as words;
use yew::prelude::*;

use crate::state::{Action, AppState};
use crate::ui::el::all;
use crate::ui::{Around, TextInput, button, details, field};

/// Properties of [`Paper`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PaperProps {
    /// The id of the field.
    pub(super) id: AttrValue,
    /// What it proves.
    pub(super) holder: Holder,
    /// Takes what is entered.
    pub(super) dispatcher: UseReducerDispatcher<AppState>,
}

/// A paper original in place of a file, in words.
#[component]
pub(super) fn Paper(props: &PaperProps) -> Html {
    let dispatcher = props.dispatcher.clone();
    let text = use_state(AttrValue::default);
    let on_text = {
        let text = text.setter();
        Callback::from(move |typed: String| text.set(typed.into()))
    };
    let on_add = {
        let (holder, text) = (props.holder.clone(), text.clone());
        Callback::from(move |()| {
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
    let around = Around {
        id: &props.id,
        label: words::PAPER_LABEL,
        help: words::PAPER_HELP,
        ..Around::default()
    };
    let input = html! {
        <TextInput
            id={props.id.clone()}
            text={(*text).clone()}
            {on_text}
            width="long"
            described_by={format!("{}-help", props.id)}
        />
    };
    let add = button(words::PAPER_ADD.into(), on_add).html();
    let field = field(&around, all(vec![input, add]));
    details("details", words::PAPER.into(), "", field)
}
