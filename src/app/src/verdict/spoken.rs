//! The verdict for who cannot see it.

use yew::prelude::*;

use crate::ui::el::classed;

/// Properties of [`Spoken`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SpokenProps {
    /// What there is to say.
    pub(super) spoken: AttrValue,
    /// Whether a person is typing.
    pub(super) typing: bool,
}

/// The verdict, read aloud when it changes. While a person types it may change at a key and back at
/// the next: what came of it is said once the field is left.
#[component]
pub(super) fn Spoken(props: &SpokenProps) -> Html {
    let said = use_mut_ref(AttrValue::default);
    let mut said = said.borrow_mut();
    if !props.typing || said.is_empty() {
        said.clone_from(&props.spoken);
    }
    let status = classed("p", "visually-hidden").set("role", "status");
    status.text(said.clone()).html()
}
