//! The screen that is shown.

use yew::prelude::*;

use crate::check::CheckScreen;
use crate::forms::{ListScreen, NewRecordScreen, QuestionScreen, RecordScreen};
use crate::materials::MaterialsScreen;
use crate::screen::Screen;
use crate::seal::{PackageScreen, PledgeScreen};
use crate::start::StartScreen;
use crate::state::use_app;
use crate::tasks::TasksScreen;
use crate::verdict::{ConditionsScreen, NextScreen, ResultScreen, ScoreScreen};

/// The screen that is shown.
#[component]
pub(crate) fn Body() -> Html {
    let app = use_app();
    // The key makes each screen new, so that nothing typed on one shows on another.
    html! { <div key={app.screen.hash()}>{ screen(&app.screen) }</div> }
}

fn screen(screen: &Screen) -> Html {
    match screen {
        Screen::Start => html! { <StartScreen /> },
        Screen::Tasks => html! { <TasksScreen /> },
        Screen::Questions(id) => html! { <QuestionScreen screen={id.clone()} /> },
        Screen::List(list) => html! { <ListScreen list={list.clone()} /> },
        Screen::NewRecord(list) => html! { <NewRecordScreen list={list.clone()} /> },
        Screen::Record { list, record } => {
            html! { <RecordScreen list={list.clone()} record={record.clone()} /> }
        }
        Screen::Materials => html! { <MaterialsScreen /> },
        Screen::Conditions => html! { <ConditionsScreen /> },
        Screen::Score => html! { <ScoreScreen /> },
        Screen::Result => html! { <ResultScreen /> },
        Screen::Check => html! { <CheckScreen /> },
        Screen::Pledge => html! { <PledgeScreen /> },
        Screen::Package => html! { <PackageScreen /> },
        Screen::Next => html! { <NextScreen /> },
    }
}
