//! The ways to the main screens.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::screen::Screen;
use crate::ui::ScreenLink;

/// The ways to the main screens.
#[component]
pub(crate) fn Navigation() -> Html {
    let ways = [
        (Screen::Tasks, words::TASKS),
        (Screen::Conditions, words::CONDITIONS),
        (Screen::Score, words::SCORE),
        (Screen::Result, words::RESULT),
        (Screen::Check, words::CHECK),
        (Screen::Pledge, words::PLEDGE),
        (Screen::Package, words::PACKAGE),
        (Screen::Next, words::NEXT),
    ];
    html! {
        <nav class="layout__side" aria-label={words::NAVIGATION}>
            <ul class="nav">
                for (screen, label) in ways {
                    <li key={label}>
                        <ScreenLink to={screen} class={classes!("nav__link")}>{ label }</ScreenLink>
                    </li>
                }
            </ul>
        </nav>
    }
}
