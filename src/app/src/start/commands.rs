//! What the native command does for those who check.

use yew::Html;

use crate::ui::el::{classed, el, words};

/// What the native command does for those who check: the commands, and what each does.
pub(super) fn commands(text: &str, commands: &[(&str, &str)]) -> Html {
    let mut list = classed("dl", "summary-list");
    for (command, text) in commands {
        let command = el("code").say(command).html();
        let command = classed("dt", "summary-list__key").put(command);
        let row = classed("div", "summary-list__row").put(command.html());
        list = list.put(row.put(words("dd", "summary-list__value", text)).html());
    }
    let card = classed("section", "card stack").put(el("p").say(text).html());
    card.put(list.html()).html()
}
