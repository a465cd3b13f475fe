//! The pledge and package screens.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::ui::ScreenFrame;

/// The integrity pledge.
#[component]
pub(crate) fn PledgeScreen() -> Html {
    html! { <ScreenFrame title={words::PLEDGE} /> }
}

/// Sealing and downloading.
#[component]
pub(crate) fn PackageScreen() -> Html {
    html! { <ScreenFrame title={words::PACKAGE} /> }
}
