//! The screen MATERIALS.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::ui::ScreenFrame;

/// The screen.
#[component]
pub(crate) fn MaterialsScreen() -> Html {
    html! { <ScreenFrame title={words::MATERIALS} /> }
}
