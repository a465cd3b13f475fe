//! The task list: what is done, what is left.

mod progress;

use wording::ui::forms as words;
use yew::prelude::*;

use crate::flow;
use crate::screen::Screen;
use crate::state::{AppState, use_app};
use crate::ui::{ScreenFrame, ScreenLink, Tag, TagLook};
pub(crate) use progress::{Progress, own_materials, progress};

/// The task list.
#[component]
pub(crate) fn TasksScreen() -> Html {
    let app = use_app();
    let tasks = flow::filled_in(app.book());
    let done = tasks.iter().filter(|task| progress(&app, task) == Some(Progress::Done)).count();
    let (questions, lists): (Vec<_>, Vec<_>) =
        tasks.iter().cloned().partition(|task| task.list().is_none());
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
            <Group title={words::TASKS_QUESTIONS} tasks={questions} />
            <Group title={words::TASKS_LISTS} tasks={lists} />
            <Group title={words::TASKS_VIEWS} tasks={views} />
            <Group title={words::TASKS_ENDING} tasks={ending} />
        </ScreenFrame>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    title: AttrValue,
    tasks: Vec<Screen>,
}

/// Some tasks under a heading.
#[component]
fn Group(props: &GroupProps) -> Html {
    let app = use_app();
    html! {
        <section class="stack">
            <h2>{ &props.title }</h2>
            <ul class="task-list">
                for task in props.tasks.iter() {
                    <li class="task" key={task.hash()}>
                        <ScreenLink to={task.clone()} class={classes!("task__name")}>
                            { flow::name(app.book(), task) }
                        </ScreenLink>
                        <span class="task__state">{ state(&app, task) }</span>
                    </li>
                }
            </ul>
        </section>
    }
}

fn state(app: &AppState, task: &Screen) -> Html {
    let (look, text) = match progress(app, task) {
        None => return html! { <span /> },
        Some(Progress::Todo) => (TagLook::Todo, words::TASK_TODO),
        Some(Progress::Partly) => (TagLook::Open, words::TASK_PARTLY),
        Some(Progress::Mend) if *task == Screen::Pledge => (TagLook::NotMet, words::PLEDGE_VOID),
        Some(Progress::Mend) => (TagLook::NotMet, words::TO_MEND),
        Some(Progress::Done) => (TagLook::Done, words::TASK_DONE),
    };
    html! { <Tag {look} {text} /> }
}
