//! The screen of capability and performance conditions.

mod categories;
mod condition;
mod part;

use assess::{ClauseLine, LevelLine, Place};
use rulebook::{Book, ClauseKind};
use wording::ui::{forms, verdict as words};
use yew::prelude::*;

use self::categories::categories;
use self::part::part;
use crate::forms::ContinueBar;
use crate::state::{AppState, use_app};
use crate::ui::{Details, PlaceLink, ScreenFrame};

/// Capability and performance conditions of the chosen category, for every level.
#[component]
pub(crate) fn ConditionsScreen() -> Html {
    let app = use_app();
    html! {
        <ScreenFrame title={forms::CONDITIONS} intro={words::CONDITIONS_INTRO}>
            if app.book().category.is_empty() {
                { parts(&app, None) }
            } else if let Some(category) = chosen(&app) {
                { of_category(&app, category) }
            } else {
                { without_category(&app) }
            }
            <ContinueBar />
        </ScreenFrame>
    }
}

/// The chosen category, when the book has it.
fn chosen(app: &AppState) -> Option<&str> {
    let question = app.book().roles.category.as_ref()?;
    let id = app.dossier.answer(question)?.text()?;
    let mut categories = app.book().category.iter();
    categories.any(|category| category.id == id).then_some(id)
}

fn of_category(app: &AppState, category: &str) -> Html {
    let name = super::explain(app).labels().category(category);
    html! {
        <div class="stack">
            <p class="cluster">
                <strong>{ words::category_line(&name) }</strong>
                { to_category(app, words::CHANGE_CATEGORY) }
            </p>
            { parts(app, Some(category)) }
            <Details summary={words::COMPARE_CATEGORIES}>{ categories(app) }</Details>
        </div>
    }
}

fn without_category(app: &AppState) -> Html {
    html! {
        <div class="stack">
            <div class="notice notice--warning">
                <p>{ words::NO_CATEGORY }</p>
                <p>{ to_category(app, words::CHOOSE_CATEGORY) }</p>
            </div>
            { categories(app) }
        </div>
    }
}

fn to_category(app: &AppState, label: &'static str) -> Html {
    let question = app.book().roles.category.clone().unwrap_or_default();
    html! { <PlaceLink place={Place::Question(question)} change={true}>{ label }</PlaceLink> }
}

fn parts(app: &AppState, category: Option<&str>) -> Html {
    html! {
        <div class="stack">
            for def in app.book().part.iter() {
                <section class="stack" key={def.id.clone()}>{ part(app, def, category) }</section>
            }
        </div>
    }
}

/// The conditions of a part in a category, at a level.
fn conditions<'a>(
    book: &'a Book,
    level: &'a LevelLine,
    part: &'a str,
    category: Option<&'a str>,
) -> impl Iterator<Item = &'a ClauseLine> {
    level.clauses.iter().filter(move |line| {
        let def = book.clause.iter().find(|clause| clause.id == line.id);
        let (own_part, own_category) = def.map_or((None, None), |clause| {
            (clause.part.as_deref(), clause.category.as_deref())
        });
        line.kind == ClauseKind::Condition && own_part == Some(part) && own_category == category
    })
}
