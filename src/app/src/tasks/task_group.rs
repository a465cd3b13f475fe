//! Some tasks under a heading.

use wording::ui::forms as words;
use yew::Html;

use super::{Progress, progress};
use crate::flow;
use crate::screen::Screen;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{classed, el};
use crate::ui::{TagLook, link, tag};

/// Some tasks under a heading.
pub(super) fn task_group(app: &AppHandle, title: &str, tasks: &[Screen]) -> Html {
    let mut list = classed("ul", "task-list");
    for task in tasks {
        let name = link(app, task.clone()).class("task__name");
        let name = name.says(&flow::name(app.book(), task));
        let state = classed("span", "task__state").put(state(app, task));
        let row = classed("li", "task").key(&task.hash()).put(name);
        list = list.put(row.put(state.html()).html());
    }
    let group = classed("section", "stack").put(el("h2").say(title).html());
    group.put(list.html()).html()
}

fn state(app: &AppState, task: &Screen) -> Html {
    let (look, text) = match progress(app, task) {
        None => return el("span").html(),
        Some(Progress::Todo) => (TagLook::Todo, words::TASK_TODO),
        Some(Progress::Partly) => (TagLook::Open, words::TASK_PARTLY),
        Some(Progress::Mend) if *task == Screen::Pledge => (TagLook::NotMet, words::PLEDGE_VOID),
        Some(Progress::Mend) => (TagLook::NotMet, words::TO_MEND),
        Some(Progress::Done) => (TagLook::Done, words::TASK_DONE),
    };
    tag(look, text)
}
