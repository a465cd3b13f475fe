//! The employer's part.

use wording::ui::forms as words;
use wording::ui::verify;
use yew::Html;

use super::commands::commands;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::classed;
use crate::ui::link;

/// The employer's part: verifying here, or many packages at once by the command.
pub(super) fn employer(app: &AppHandle) -> Html {
    let begin = link(app, Screen::Verify).class("button button--primary");
    let begin = begin.says(verify::TITLE);
    classed("div", "stack")
        .put(classed("div", "cluster").put(begin).html())
        .put(commands(words::EMPLOYER_TEXT, &words::EMPLOYER_COMMANDS))
        .html()
}
