//! An application without a browser.

use std::rc::Rc;

use assess::Place;
use chrono::NaiveDate;
use dossier::{Answer, Dossier, Edit, Record};
use yew::Reducible;
use yew::prelude::*;

use crate::first_screen;
use crate::screen::Screen;
use crate::state::{Action, AppState, Draft, FileShelf, Opened, Opening, Rules, SaveState};

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
    opened_by(Rules::with_engine().unwrap(), draft)
}

/// The same before the second part of the module is there.
pub(super) fn opened_early(draft: Option<Draft>) -> Rc<AppState> {
    opened_by(Rules::shipped().unwrap(), draft)
}

fn opened_by(rules: Rules, draft: Option<Draft>) -> Rc<AppState> {
    Rc::new(AppState::open(Opening {
        rules,
        today: today(),
        opened: on_desk("d1", draft),
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
    let typed = actions.into_iter().fold(Rc::clone(app), AppState::reduce);
    typed.reduce(Action::Judge)
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
struct AloneProps {
    body: Html,
}

#[component]
fn Alone(props: &AloneProps) -> Html {
    props.body.clone()
}

/// Something drawn alone, as text.
pub(super) fn written(body: Html) -> String {
    first_screen::written::<Alone>(AloneProps { body }).unwrap()
}

/// A part of a page from a mark to another, which `end` closes.
pub(super) fn between(page: &str, start: &str, until: &str, end: &str) -> String {
    let (_, rest) = page.split_once(start).unwrap();
    let (inside, _) = rest.split_once(until).unwrap();
    [start, inside, end].concat()
}

/// The page as it is drawn.
pub(super) fn drawn(app: &Rc<AppState>) -> String {
    first_screen::drawn(app, None).unwrap()
}

/// The page as it is drawn on a screen.
pub(super) fn drawn_on(app: &Rc<AppState>, screen: Screen) -> String {
    drawn(&after(app, [Action::Go(screen)]))
}

/// A technical servant with a master's degree, eight years as engineer and two achievements.
pub(super) fn entered() -> Rc<AppState> {
    let years = (2021..=2025).map(|year| {
        format!(
            r#"{{"id":"h{year}","year":{year},"total_hours":90,"professional_hours":60,"public_hours":18}}"#
        )
    });
    let training: Vec<String> = years.collect();
    let text = format!(
        r#"{{"format":"zhicheng-dossier/1","book":"zhejiang-safety-2019","season":2026,
        "profile":{{"name":"阿依古丽·买买提","sex":"female","birth_date":"1987-02-28",
        "review_path":"city","in_post":true,"civil_servant":false,"under_penalty":false,
        "misconduct_year":null,"late_retirement_approved":false,"target_level":"senior",
        "category":"technical_service","front_line_years":9,"safety_management_years":3,
        "workplace_tier":"county"}},
        "degrees":[{{"id":"d1","level":"master","mode":"full_time","date":"2012-06-30"}}],
        "titles":[{{"id":"t1","level":"engineer","how":"review","appointed":"2018-12-31"}}],
        "certificates":[{{"id":"c1","kind":"registered_safety_engineer","date":"2019-03-01",
        "valid_until":"2029-02-28"}}],
        "assessments":[{{"id":"y1","year":2023,"result":"competent"}},
        {{"id":"y2","year":2024,"result":"excellent"}},
        {{"id":"y3","year":2025,"result":"competent"}}],
        "training":[{}],
        "achievements":[{{"id":"a1","kind":"project","title":"园区评价","date":"2021-05-20",
        "grade":"municipal","role":"lead"}},
        {{"id":"a2","kind":"project","title":"旧项目","date":"2015-05-20",
        "grade":"municipal","role":"lead"}}],
        "complete":["degrees","titles","certificates","assessments","training","achievements"]}}"#,
        training.join(",")
    );
    with(Dossier::read(text.as_bytes()).unwrap())
}
