//! Where one begins: who are you, which season, which draft.

mod applicant;
mod commands;
mod employer;
mod season_choice;

use wording::ui::forms as words;
use yew::prelude::*;

use crate::state::{AppHandle, use_app};
use crate::ui::el::{classed, el};
use crate::ui::{Around, Choice, choice_list, details, group, screen_frame};
use applicant::applicant;
use commands::commands;
use employer::employer;

/// Who sits before the screen.
const APPLICANT: &str = "applicant";
const EMPLOYER: &str = "employer";
const KEEPER: &str = "keeper";
/// Who may say so before the application is there; the first screen has the applicant's part.
#[cfg(any(test, feature = "first-screen"))]
pub(crate) const OTHERS: [&str; 2] = [EMPLOYER, KEEPER];

/// Where one begins.
#[component]
pub(crate) fn StartScreen() -> Html {
    let app = use_app();
    let who = use_state(|| APPLICANT.to_owned());
    let setter = who.setter();
    let on_choose = Callback::from(move |value: String| setter.set(value));
    let around = Around {
        id: "who",
        label: words::WHO,
        ..Around::default()
    };
    let choice = choice_list("who", whos(), Some(&who), on_choose);
    let part = classed("div", "stack").set("aria-live", "polite");
    let about = [
        el("p").say(&app.book().about).html(),
        el("p").say(words::privacy(app.is_kiosk())).html(),
    ];
    let about = about.into_iter().collect();
    let body = [
        group(&around, choice),
        part.put(self::part(&app, &who)).html(),
        details("details", words::ABOUT.into(), "", about),
    ];
    screen_frame(
        &app,
        app.book().title.clone().into(),
        words::START_TEXT.into(),
        body.into_iter().collect(),
    )
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
pub(crate) fn part(app: &AppHandle, who: &str) -> Html {
    match who {
        EMPLOYER => employer(app),
        KEEPER => commands(words::KEEPER_TEXT, &words::KEEPER_COMMANDS),
        _ => applicant(app),
    }
}
