//! What a key will do, done once before.

use std::cell::Cell;
use std::rc::Rc;

use assess::Place;
use wording::Labels;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::forms::Spec;
use crate::platform::idle;
use crate::screen::Screen;
use crate::state::{Action, AppHandle, AppState, answer_of};

/// How long a person looks at a screen before they type, at the least, in milliseconds.
const LOOK: u32 = 200;

/// Properties of [`Rehearsal`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RehearsalProps {
    /// The state.
    pub(super) app: AppHandle,
}

/// Before a person types, types in every field of the screen in moments of rest, and throws away what comes of it: the first
/// key finds compiled what it calls, and remembered what the verdict looks for. Shows nothing.
#[component]
pub(super) fn Rehearsal(props: &RehearsalProps) -> Html {
    let app = props.app.clone();
    let typing = app.history.typing().is_some();
    use_effect_with((app.screen.clone(), typing), move |(_, typing)| {
        let going = Rc::new(Cell::new(true));
        let goes_on = Rc::clone(&going);
        let begin = move || spawn_local(rehearse(app, goes_on));
        let waiting = (!typing).then(|| idle::after(LOOK, begin));
        move || {
            going.set(false);
            drop(waiting);
        }
    });
    Html::default()
}

async fn rehearse(app: AppHandle, goes_on: Rc<Cell<bool>>) {
    let places = places(&app).into_iter();
    let keys: Vec<Action> = places.flat_map(|place| keys(&app, &place)).collect();
    if keys.is_empty() {
        return;
    }
    for key in keys {
        idle::breath().await;
        if !goes_on.get() {
            return;
        }
        let state = Rc::new(AppState::clone(&app));
        drop(state.reduce(key));
    }
    // What is remembered is to be of what stands there.
    let mut state = AppState::clone(&app);
    state.judged_of = None;
    state.outline_now();
}

/// The places that the screen asks for.
fn places(app: &AppState) -> Vec<Place> {
    let labels = Labels::new(app.book());
    match &app.screen {
        Screen::Ask(place) => place.iter().cloned().collect(),
        Screen::Questions(screen) => {
            let questions = labels.questions_of(screen).into_iter();
            questions
                .map(|question| Place::Question(question.id.clone()))
                .collect()
        }
        Screen::Record { list, record } => {
            let Some((_, found)) = app.dossier.record(record) else {
                return Vec::new();
            };
            let fields = labels.fields_of(list, found);
            let places = fields.iter().map(|field| Place::Field {
                list: list.clone(),
                record: record.clone(),
                field: field.id.clone(),
            });
            places.collect()
        }
        _ => Vec::new(),
    }
}

/// Keys at a place, where one types there: half typed, most answers are none.
fn keys(app: &AppState, place: &Place) -> Vec<Action> {
    let spec = Spec::at(app.book(), &app.dossier, place);
    let Some(spec) = spec.filter(Spec::is_typed) else {
        return Vec::new();
    };
    let answers = [answer_of(&spec.kind, "1"), None].into_iter();
    let edits = answers.filter_map(|answer| spec.edit(answer));
    edits
        .map(|edit| Action::Type(place.clone(), edit))
        .collect()
}
