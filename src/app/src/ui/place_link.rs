//! A link to where something is filled in.

use assess::Place;
use yew::prelude::*;

use super::{ScreenLink, field_id};
use crate::screen::Screen;
use crate::state::use_app;

/// Properties of [`PlaceLink`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PlaceLinkProps {
    /// The place of the dossier.
    pub(crate) place: Place,
    /// Whether the screen there leads straight back here.
    #[prop_or_default]
    pub(crate) change: bool,
    /// Classes.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// What the link says.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A link to the field of a place of the dossier, which then has the focus.
#[component]
pub(crate) fn PlaceLink(props: &PlaceLinkProps) -> Html {
    let app = use_app();
    html! {
        <ScreenLink
            to={Screen::of_place(app.book(), &props.place)}
            focus={AttrValue::from(field_id(&props.place))}
            change={props.change}
            class={props.class.clone()}
        >
            { props.children.clone() }
        </ScreenLink>
    }
}
