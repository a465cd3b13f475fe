//! The employer's part.

use wording::ui::forms as words;
use wording::ui::verify;
use yew::Html;

use super::commands::commands;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::{classed, el};
use crate::ui::link;

/// The employer's part: verifying here, many at once in the employers' application, or by the command.
pub(super) fn employer(app: &AppHandle) -> Html {
    let begin = link(app, Screen::Verify).class("button button--primary");
    let mut ways = classed("div", "cluster").put(begin.says(verify::TITLE));
    // The one file does not hold the employers' application.
    if !cfg!(feature = "one-file") {
        ways = ways.put(office(app));
    }
    classed("div", "stack")
        .put(ways.html())
        .put(commands(words::EMPLOYER_TEXT, &words::EMPLOYER_COMMANDS))
        .html()
}

/// The way to the employers' application, whose address `boot.js` knows: the page is loaded anew. On a kiosk, what was
/// entered would be lost by that.
fn office(app: &AppHandle) -> Html {
    if app.is_kiosk() && app.has_content() {
        return el("span").say(words::OFFICE_KIOSK).html();
    }
    let way = classed("a", "button").set("href", "#/office");
    way.say(words::OFFICE).html()
}
