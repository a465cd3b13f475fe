//! When the screen is drawn.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::idle;
use crate::state::AppHandle;

/// The revision of the state that the screen shows. While a person types, the verdict is drawn at the key, and the screen
/// right behind it: what was typed stands in the field already.
#[hook]
pub(super) fn use_following(app: &AppHandle) -> u64 {
    // None when it is to be the present one.
    let shown = use_mut_ref(|| None::<u64>);
    let again = use_force_update();
    let present = app.revision;
    let shows = match *shown.borrow() {
        Some(shows) if app.history.typing().is_some() => shows,
        _ => present,
    };
    *shown.borrow_mut() = Some(shows);
    // A further key puts nothing off.
    use_effect_with(shows != present, move |is_behind| {
        let shown = Rc::clone(&shown);
        let follow = move || {
            *shown.borrow_mut() = None;
            again.force_update();
        };
        let waiting = is_behind.then(|| idle::in_time(0, follow));
        move || drop(waiting)
    });
    shows
}
