//! Some tasks under a heading.

use wording::ui::forms as words;
use yew::prelude::*;

use super::{Progress, progress};
use crate::flow;
use crate::screen::Screen;
use crate::state::{AppState, use_app};
use crate::ui::{ScreenLink, Tag, TagLook};

/// Properties of [`TaskGroup`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TaskGroupProps {
    /// The heading.
    pub(super) title: AttrValue,
    /// The tasks.
    pub(super) tasks: Vec<Screen>,
}

/// Some tasks under a heading.
#[component]
pub(super) fn TaskGroup(props: &TaskGroupProps) -> Html {
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
