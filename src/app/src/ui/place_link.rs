//! A link to where something is filled in.

use assess::Place;
use yew::Html;

use super::{field_id, link};
use crate::screen::Screen;
use crate::state::AppHandle;

/// A link to the field of a place of the dossier, which then has the focus. With `change` the
/// screen there leads straight back here.
pub(crate) fn place_link(app: &AppHandle, place: &Place, change: bool, text: &str) -> Html {
    let to = Screen::of_place(app.book(), place);
    let link = link(app, to).focus(Some(field_id(place)));
    link.change(change).says(text)
}
