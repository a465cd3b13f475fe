//! The days of the display, reckoned from what was typed.

use ui::platform::Watch;
use yew::prelude::*;

use crate::errand::{Days, Errand, Opening};
use crate::platform::desk;

/// The days of the display, in a sentence; empty until they can be reckoned.
#[hook]
pub(super) fn use_days(opening: Option<Opening>) -> String {
    let told = use_state_eq(String::new);
    let setter = told.setter();
    use_effect_with(opening, move |opening| {
        let Some(opening) = *opening else {
            return setter.set(String::new());
        };
        yew::platform::spawn_local(async move {
            let errand = Errand::Days(opening);
            let days = desk::ask::<Days>(0, &errand, (&[], &Watch::default())).await;
            setter.set(days.map(|(days, _)| days.told).unwrap_or_default());
        });
    });
    (*told).clone()
}
