//! The screen TASKS.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::ui::ScreenFrame;

/// The screen.
#[component]
pub(crate) fn TasksScreen() -> Html {
    html! { <ScreenFrame title={words::TASKS} /> }
}
