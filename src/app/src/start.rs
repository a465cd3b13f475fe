//! Where one begins: who are you, which season, which draft.

mod applicant;
mod commands;
mod drafts;
mod season_choice;
mod set_aside;

use wording::ui::forms as words;
use yew::prelude::*;

use crate::state::use_app;
use crate::ui::{Choice, ChoiceList, Details, Group, ScreenFrame};
use applicant::Applicant;
use commands::Commands;

/// Who sits before the screen.
const APPLICANT: &str = "applicant";
const EMPLOYER: &str = "employer";
const KEEPER: &str = "keeper";

/// Where one begins.
#[component]
pub(crate) fn StartScreen() -> Html {
    let app = use_app();
    let who = use_state(|| APPLICANT.to_owned());
    let on_choose = {
        let setter = who.setter();
        use_callback((), move |value: String, ()| setter.set(value))
    };
    html! {
        <ScreenFrame title={app.book().title.clone()} intro={words::START_TEXT}>
            <Group id="who" legend={words::WHO}>
                <ChoiceList
                    name="who"
                    choices={whos()}
                    chosen={AttrValue::from((*who).clone())}
                    {on_choose}
                />
            </Group>
            <div class="stack" aria-live="polite">{ part(&who) }</div>
            <Details summary={words::ABOUT}>
                <p>{ &app.book().about }</p>
                <p>{ words::privacy() }</p>
            </Details>
        </ScreenFrame>
    }
}

fn whos() -> Vec<Choice> {
    let who = |value: &'static str, label: &'static str, help: &'static str| Choice {
        value: value.into(),
        label: label.into(),
        help: help.into(),
    };
    vec![
        who(APPLICANT, words::APPLICANT, words::APPLICANT_HELP),
        who(EMPLOYER, words::EMPLOYER, words::EMPLOYER_HELP),
        who(KEEPER, words::KEEPER, words::KEEPER_HELP),
    ]
}

/// What there is for each.
fn part(who: &str) -> Html {
    match who {
        EMPLOYER => {
            html! { <Commands text={words::EMPLOYER_TEXT} commands={words::EMPLOYER_COMMANDS.to_vec()} /> }
        }
        KEEPER => {
            html! { <Commands text={words::KEEPER_TEXT} commands={words::KEEPER_COMMANDS.to_vec()} /> }
        }
        _ => html! { <Applicant /> },
    }
}
