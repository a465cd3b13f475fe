//! The screen START.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::ui::ScreenFrame;

/// The screen.
#[component]
pub(crate) fn StartScreen() -> Html {
    html! { <ScreenFrame title={words::START} /> }
}
