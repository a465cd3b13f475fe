//! The task list: what is done, what is left.

mod progress;
mod task_group;

use wording::ui::forms as words;
use yew::prelude::*;

use crate::flow;
use crate::screen::Screen;
use crate::state::use_app;
use crate::ui::ScreenFrame;
pub(crate) use progress::{Progress, own_materials, progress};
use task_group::TaskGroup;

/// The task list.
#[component]
pub(crate) fn TasksScreen() -> Html {
    let app = use_app();
    let tasks = flow::filled_in(app.book());
    let done = tasks
        .iter()
        .filter(|task| progress(&app, task) == Some(Progress::Done))
        .count();
    let (questions, lists): (Vec<_>, Vec<_>) = tasks
        .iter()
        .cloned()
        .partition(|task| task.list().is_none());
    let views = vec![Screen::Conditions, Screen::Score, Screen::Result];
    let ending = vec![
        Screen::Materials,
        Screen::Check,
        Screen::Pledge,
        Screen::Package,
        Screen::Next,
    ];
    html! {
        <ScreenFrame title={words::TASKS} intro={words::tasks_done(done, tasks.len())}>
            <TaskGroup title={words::TASKS_QUESTIONS} tasks={questions} />
            <TaskGroup title={words::TASKS_LISTS} tasks={lists} />
            <TaskGroup title={words::TASKS_VIEWS} tasks={views} />
            <TaskGroup title={words::TASKS_ENDING} tasks={ending} />
        </ScreenFrame>
    }
}
