//! The way on from a screen.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::flow;
use crate::screen::Screen;
use crate::state::use_app;
use crate::ui::ScreenLink;

/// The way on: to the next screen, or straight back to where an answer was to be changed.
#[component]
pub(crate) fn ContinueBar() -> Html {
    let app = use_app();
    let next = flow::after(app.book(), &app.screen);
    let (to, label) = match &app.return_to {
        Some(back) => (back.clone(), words::back_to(&flow::name(app.book(), back))),
        None => (next.clone(), words::go_on(&flow::name(app.book(), &next))),
    };
    html! {
        <div class="cluster continue">
            <ScreenLink key="next" {to} class={classes!("button", "button--primary")}>
                { label }
            </ScreenLink>
            <ScreenLink
                key="tasks"
                to={Screen::Tasks}
                class={classes!("button", "button--quiet")}
            >
                { words::TO_TASKS }
            </ScreenLink>
        </div>
    }
}
