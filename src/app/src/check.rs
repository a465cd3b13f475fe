//! Check your answers: all of them, with links to change each and come straight back.

mod list_summary;

use assess::Place;
use wording::ui::forms as words;
use wording::{Spot, answer_or_unknown};
use yew::prelude::*;

use crate::forms::{ContinueBar, errors};
use crate::state::{AppState, use_app};
use crate::ui::{ErrorSummary, PlaceLink, ScreenFrame, SummaryList, SummaryRow};
use list_summary::ListSummary;

/// Check your answers.
#[component]
pub(crate) fn CheckScreen() -> Html {
    let app = use_app();
    html! {
        <ScreenFrame title={words::CHECK} intro={words::CHECK_TEXT}>
            <ErrorSummary errors={errors(&app, |_| true)} />
            for screen in app.book().screen.iter() {
                <section class="stack" key={screen.id.clone()}>
                    <h2>{ &screen.title }</h2>
                    <SummaryList rows={rows(&app, &screen.id)} />
                </section>
            }
            for list in app.book().list.iter() {
                <ListSummary key={list.id.clone()} list={list.id.clone()} />
            }
            <ContinueBar />
        </ScreenFrame>
    }
}

fn rows(app: &AppState, screen: &str) -> Vec<SummaryRow> {
    let book = app.book();
    let questions = book
        .question
        .iter()
        .filter(|question| question.screen == screen);
    let rows = questions.map(|question| {
        let answer = app.dossier.answer(&question.id);
        let text = answer_or_unknown(book, Spot::Question(&question.id), answer);
        SummaryRow {
            id: question.id.clone(),
            key: question.label.clone().into(),
            value: html! { <span class={answer.is_none().then_some("muted")}>{ text }</span> },
            action: change(Place::Question(question.id.clone()), &question.label),
        }
    });
    rows.collect()
}

/// A link to change what stands at a place.
fn change(place: Place, about: &str) -> Html {
    html! {
        <PlaceLink {place} change=true>
            { words::CHANGE }<span class="visually-hidden">{ about.to_owned() }</span>
        </PlaceLink>
    }
}
