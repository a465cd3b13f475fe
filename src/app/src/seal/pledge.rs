//! The integrity pledge: what is pledged, statement by statement, under the person's name.

mod consequences;
mod form;
mod giving;
mod signature_pad;
mod standing;
mod statements;
mod subject_card;

use errand::Sheet;
use rulebook::{Book, Statement, StatementBy};
use wording::ui::forms;
use wording::ui::seal as words;
use yew::prelude::*;

use super::{contents, print_buttons};
use crate::forms::way_on;
use crate::state::AppHandle;
use crate::ui::el::all;
use crate::ui::screen_frame;
use consequences::consequences;
use form::PledgeForm;
use standing::standing;
use subject_card::subject_card;

/// The integrity pledge.
pub(crate) fn pledge_screen(app: &AppHandle) -> Html {
    let body = vec![
        standing(app),
        subject_card(app),
        consequences(app),
        html! { <PledgeForm /> },
        print_buttons(app, &[Sheet::Pledge]),
        way_on(app, contents::holds(app)),
    ];
    screen_frame(
        app,
        forms::PLEDGE.into(),
        words::PLEDGE_INTRO.into(),
        all(body),
    )
}

/// What the applicant confirms, one by one.
fn of_applicant(book: &Book) -> Vec<&Statement> {
    let statements = book.statement.iter();
    let own = statements.filter(|statement| statement.by == StatementBy::Applicant);
    own.collect()
}
