//! The task list: what is done, what is left.

mod progress;
mod rules_changed;
mod task_group;
mod ways;

use wording::ui::forms as words;
use yew::Html;

use crate::flow;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::screen_frame;
pub(crate) use progress::{Progress, own_materials, progress};
use rules_changed::rules_changed;
use task_group::task_group;
use ways::ways;

/// The task list.
pub(crate) fn tasks_screen(app: &AppHandle) -> Html {
    let tasks = flow::filled_in(app.book());
    let done = tasks
        .iter()
        .filter(|task| progress(app, task) == Some(Progress::Done))
        .count();
    let intro = words::tasks_done(done, tasks.len());
    let (questions, lists): (Vec<_>, Vec<_>) =
        tasks.into_iter().partition(|task| task.list().is_none());
    let views = [Screen::Conditions, Screen::Score, Screen::Result];
    let ending = [
        Screen::Materials,
        Screen::Check,
        Screen::Pledge,
        Screen::Package,
        Screen::Next,
    ];
    let body = [
        rules_changed(app),
        ways(app),
        task_group(app, words::TASKS_QUESTIONS, &questions),
        task_group(app, words::TASKS_LISTS, &lists),
        task_group(app, words::TASKS_VIEWS, &views),
        task_group(app, words::TASKS_ENDING, &ending),
    ];
    screen_frame(
        app,
        words::TASKS.into(),
        intro.into(),
        body.into_iter().collect(),
    )
}
