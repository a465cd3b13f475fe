//! The screen that is shown.

use wording::ui::forms as words;
use yew::prelude::*;

use super::following::use_following;
use crate::forms::question_screen;
use crate::screen::Screen;
use crate::start::StartScreen;
use crate::state::{Absent, AppHandle, use_app};
use crate::tasks::tasks_screen;
use crate::ui::el::{classed, el};
use crate::ui::still;

/// The screen that is shown.
#[component]
pub(crate) fn Body() -> Html {
    let app = use_app();
    let shows = use_following(&app);
    still("screen", shows, move |_| drawn(&app))
}

fn drawn(app: &AppHandle) -> Html {
    let shown = match &app.screen {
        Screen::Start => html! { <StartScreen /> },
        Screen::Tasks => tasks_screen(app),
        Screen::Questions(id) => question_screen(app, id),
        _ => match app.rules.later {
            Ok(later) => (later.behind.screen)(app),
            Err(absent) => awaited(absent),
        },
    };
    // The key makes each screen new, so that nothing typed on one shows on another.
    el("div").key(&app.screen.hash()).put(shown).html()
}

/// What stands where a screen will be.
fn awaited(absent: Absent) -> Html {
    let told = classed("p", "muted").set("role", "status");
    let text = match absent {
        Absent::Awaited => words::PART_AWAITED,
        Absent::Missing => words::PART_MISSING,
    };
    told.say(text).html()
}
