//! The way that asks only what is needed: one matter at a time, until the verdict is final.

mod bar;
mod list;
mod overview;
mod question;
mod standing;

use assess::Place;
use yew::Html;

use crate::forms::{Spec, missing_list};
use crate::state::AppHandle;

/// One matter, or where one stands.
pub(crate) fn ask_screen(app: &AppHandle, place: Option<&Place>) -> Html {
    let Some(place) = place else {
        return overview::overview(app);
    };
    if let Place::List(id) = place {
        let mut lists = app.book().list.iter();
        let list = lists.find(|list| list.id == *id);
        return list.map_or_else(|| missing_list(app), |list| list::list(app, list, place));
    }
    let spec = Spec::at(app.book(), &app.dossier, place);
    spec.map_or_else(
        || missing_list(app),
        |spec| question::question(app, spec, place),
    )
}
