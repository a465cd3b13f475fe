//! The verdict screens.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::ui::ScreenFrame;

/// The live verdict, always in view.
#[component]
pub(crate) fn VerdictBar() -> Html {
    html! { <div class="verdict-bar" role="status"></div> }
}

/// Capability and performance conditions.
#[component]
pub(crate) fn ConditionsScreen() -> Html {
    html! { <ScreenFrame title={words::CONDITIONS} /> }
}

/// The self-score.
#[component]
pub(crate) fn ScoreScreen() -> Html {
    html! { <ScreenFrame title={words::SCORE} /> }
}

/// Both levels, all routes.
#[component]
pub(crate) fn ResultScreen() -> Html {
    html! { <ScreenFrame title={words::RESULT} /> }
}

/// What happens next.
#[component]
pub(crate) fn NextScreen() -> Html {
    html! { <ScreenFrame title={words::NEXT} /> }
}
