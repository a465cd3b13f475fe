//! What an address names is not there.

use wording::ui::forms as words;
use yew::Html;

use crate::flow;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::{link, screen_frame};

/// What an address names is not there: removed, or of another book. A link leads elsewhere.
pub(crate) fn missing(app: &AppHandle, instead: Screen, label: &str) -> Html {
    let link = link(app, instead).class("button button--primary");
    let (title, intro) = (words::MISSING.into(), words::MISSING_TEXT.into());
    screen_frame(app, title, intro, link.says(label))
}

/// The same, with a link to the tasks.
pub(crate) fn missing_list(app: &AppHandle) -> Html {
    let label = flow::name(app.book(), &Screen::Tasks);
    missing(app, Screen::Tasks, &label)
}
