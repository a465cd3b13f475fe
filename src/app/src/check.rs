//! The screen CHECK.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::ui::ScreenFrame;

/// The screen.
#[component]
pub(crate) fn CheckScreen() -> Html {
    html! { <ScreenFrame title={words::CHECK} /> }
}
