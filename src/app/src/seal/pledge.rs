//! The integrity pledge: what is pledged, statement by statement, under the person's name.

mod consequences;
mod form;
mod giving;
mod signature_pad;
mod standing;
mod statements;
mod subject_card;

use rulebook::{Book, Statement, StatementBy};
use wording::ui::forms;
use wording::ui::seal as words;
use yew::prelude::*;

use crate::ui::ScreenFrame;
use consequences::Consequences;
use form::PledgeForm;
use standing::Standing;
use subject_card::SubjectCard;

/// The integrity pledge.
#[component]
pub(crate) fn PledgeScreen() -> Html {
    html! {
        <ScreenFrame title={forms::PLEDGE} intro={words::PLEDGE_INTRO}>
            <Standing />
            <SubjectCard />
            <PledgeForm />
            <Consequences />
        </ScreenFrame>
    }
}

/// What the applicant confirms, one by one.
fn of_applicant(book: &Book) -> Vec<&Statement> {
    let statements = book.statement.iter();
    let own = statements.filter(|statement| statement.by == StatementBy::Applicant);
    own.collect()
}
