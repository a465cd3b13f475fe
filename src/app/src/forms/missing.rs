//! What an address names is not there.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::screen::Screen;
use crate::ui::{ScreenFrame, ScreenLink};

/// Properties of [`Missing`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MissingProps {
    /// Where to go instead.
    pub(crate) instead: Screen,
    /// What that is called.
    pub(crate) label: AttrValue,
}

/// What an address names is not there: removed, or of another book.
#[component]
pub(crate) fn Missing(props: &MissingProps) -> Html {
    html! {
        <ScreenFrame title={words::MISSING} intro={words::MISSING_TEXT}>
            <ScreenLink to={props.instead.clone()} class={classes!("button", "button--primary")}>
                { &props.label }
            </ScreenLink>
        </ScreenFrame>
    }
}
