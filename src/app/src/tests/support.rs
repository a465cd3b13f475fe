//! An application without a browser.

use std::rc::Rc;

use assess::Place;
use chrono::NaiveDate;
use dossier::{Answer, Dossier, Edit, Record};
use yew::prelude::*;
use yew::{LocalServerRenderer, Reducible};

use crate::frame::Frame;
use crate::screen::Screen;
use crate::state::{
    Action, AppHandle, AppState, Draft, FileShelf, Opened, Opening, Rules, SaveState,
};

/// The day on which the tests take place.
pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
}

/// The application as a first visitor sees it.
pub(super) fn fresh() -> Rc<AppState> {
    opened(None)
}

/// The application with a dossier that was entered before.
pub(super) fn with(dossier: Dossier) -> Rc<AppState> {
    opened(Some(Draft::of(dossier)))
}

/// The application with a draft that was kept.
pub(super) fn opened(draft: Option<Draft>) -> Rc<AppState> {
    Rc::new(AppState::open(Opening {
        rules: Rules::shipped().unwrap(),
        today: today(),
        opened: on_desk("d1", draft),
        screen: None,
        save_state: SaveState::Nothing,
    }))
}

/// A draft that this tab works on, without evidence.
pub(super) fn on_desk(id: &str, draft: Option<Draft>) -> Opened {
    Opened {
        id: id.into(),
        draft,
        files: FileShelf::default(),
        elsewhere: false,
        notice: None,
    }
}

/// What follows from some actions.
pub(super) fn after(app: &Rc<AppState>, actions: impl IntoIterator<Item = Action>) -> Rc<AppState> {
    actions.into_iter().fold(Rc::clone(app), AppState::reduce)
}

/// An answer to a question.
pub(super) fn answer(question: &str, answer: impl Into<Option<Answer>>) -> Action {
    Action::Edit(Edit::Answer {
        question: question.to_owned(),
        answer: answer.into(),
    })
}

/// Text typed at a question.
pub(super) fn typed(question: &str, text: &str) -> Action {
    let answer = Some(Answer::from_text(text));
    let question = question.to_owned();
    Action::Type(
        Place::Question(question.clone()),
        Edit::Answer { question, answer },
    )
}

/// A record with fields of text.
pub(super) fn record(id: &str, fields: &[(&str, &str)]) -> Record {
    let mut record = Record::new(id);
    for (field, text) in fields {
        record
            .fields
            .insert((*field).to_owned(), Answer::from_text(*text));
    }
    record
}

/// A new record in a list.
pub(super) fn added(list: &str, record: Record) -> Action {
    Action::Edit(Edit::Add {
        list: list.to_owned(),
        record,
    })
}

#[derive(Clone, PartialEq, Properties)]
struct HarnessProps {
    app: Rc<AppState>,
}

#[component]
fn Harness(props: &HarnessProps) -> Html {
    let app = use_reducer(|| AppState::clone(&props.app));
    html! { <ContextProvider<AppHandle> context={app}><Frame /></ContextProvider<AppHandle>> }
}

/// The page as it is drawn.
pub(super) fn drawn(app: &Rc<AppState>) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let props = HarnessProps {
        app: Rc::clone(app),
    };
    let renderer = LocalServerRenderer::<Harness>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// The page as it is drawn on a screen.
pub(super) fn drawn_on(app: &Rc<AppState>, screen: Screen) -> String {
    drawn(&after(app, [Action::Go(screen)]))
}
