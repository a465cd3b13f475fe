//! Where one begins: who are you, which season, which draft.

mod drafts;
mod season_choice;

use wording::ui::forms as words;
use yew::prelude::*;

use crate::screen::Screen;
use crate::state::use_app;
use crate::ui::{Choice, ChoiceList, Details, Group, ScreenFrame, ScreenLink};
use drafts::Drafts;
use season_choice::SeasonChoice;

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
        EMPLOYER => html! { <Commands text={words::EMPLOYER_TEXT} commands={words::EMPLOYER_COMMANDS.to_vec()} /> },
        KEEPER => html! { <Commands text={words::KEEPER_TEXT} commands={words::KEEPER_COMMANDS.to_vec()} /> },
        _ => html! { <Applicant /> },
    }
}

/// The applicant's part.
#[component]
fn Applicant() -> Html {
    let app = use_app();
    let label = words::begin(app.has_content());
    html! {
        <div class="stack">
            <div class="cluster">
                <ScreenLink to={Screen::Tasks} class={classes!("button", "button--primary")}>
                    { label }
                </ScreenLink>
            </div>
            <Details summary={words::change_season(app.season.year)}><SeasonChoice /></Details>
            <Drafts />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CommandsProps {
    text: AttrValue,
    commands: Vec<(&'static str, &'static str)>,
}

/// What the native command does for those who check.
#[component]
fn Commands(props: &CommandsProps) -> Html {
    html! {
        <section class="card stack">
            <p>{ &props.text }</p>
            <dl class="summary-list">
                for (command, text) in props.commands.iter() {
                    <div class="summary-list__row" key={*command}>
                        <dt class="summary-list__key"><code>{ *command }</code></dt>
                        <dd class="summary-list__value">{ *text }</dd>
                    </div>
                }
            </dl>
        </section>
    }
}
