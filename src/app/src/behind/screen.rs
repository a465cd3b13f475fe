//! The screens that the first part does not draw.

use yew::prelude::*;

use crate::ask::ask_screen;
use crate::check::check_screen;
use crate::forms::{list_screen, new_record_screen, record_screen};
use crate::materials::materials_screen;
use crate::screen::Screen;
use crate::seal::{PackageScreen, pledge_screen};
use crate::state::AppHandle;
use crate::ui::el::el;
use crate::verdict::{conditions_screen, next_screen, result_screen, score_screen};
use crate::verify::VerifyScreen;

/// The screen that is shown, unless the first part draws it.
pub(super) fn screen(app: &AppHandle) -> Html {
    match &app.screen {
        Screen::Start | Screen::Tasks | Screen::Questions(_) => el("div").html(),
        Screen::Ask(place) => ask_screen(app, place.as_ref()),
        Screen::List(list) => list_screen(app, list),
        Screen::NewRecord(list) => new_record_screen(app, list),
        Screen::Record { list, record } => record_screen(app, list, record),
        Screen::Materials => materials_screen(app),
        Screen::Conditions => conditions_screen(app),
        Screen::Score => score_screen(app),
        Screen::Result => result_screen(app),
        Screen::Check => check_screen(app),
        Screen::Pledge => pledge_screen(app),
        Screen::Package => html! { <PackageScreen /> },
        Screen::Next => next_screen(app),
        Screen::Verify => html! { <VerifyScreen /> },
    }
}
