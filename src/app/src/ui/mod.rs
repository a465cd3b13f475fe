//! What every screen shares: the design system, and the links that know the screens.

mod place_link;
mod screen_frame;
mod screen_link;

use assess::Place;
use yew::{AttrValue, Html};

use crate::state::AppHandle;
pub(crate) use ::ui::*;
pub(crate) use place_link::place_link;
pub(crate) use screen_frame::screen_frame;
pub(crate) use screen_link::link;

/// What is wrong on this screen, with links to the fields.
pub(crate) fn error_summary(app: &AppHandle, errors: &[(Place, AttrValue)]) -> Html {
    let link = |(place, text): &(Place, AttrValue)| place_link(app, place, false, text);
    ::ui::error_summary(errors.iter().map(link).collect())
}
