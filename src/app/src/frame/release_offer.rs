//! A newer release is ready: taken when the person agrees, and never offered in the middle of a form.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::release;
use crate::screen::Screen;
use crate::state::use_app;
use crate::ui::button;
use crate::ui::el::{classed, el};

/// The offer of a newer release. The slot is always there.
#[component]
pub(super) fn ReleaseOffer() -> Html {
    let app = use_app();
    let offered = use_state_eq(|| false);
    let setter = offered.setter();
    use_effect_with((), move |()| {
        // It may have been offered before this was there.
        setter.set(release::is_offered());
        let listener = release::on_offer(move || setter.set(true));
        move || drop(listener)
    });
    let slot = classed("div", "notice-slot").set("role", "status");
    // Nothing is filled in while another tab writes the draft.
    let is_form = !matches!(app.screen, Screen::Start | Screen::Tasks | Screen::Result);
    if !*offered || (is_form && !app.elsewhere) {
        return slot.html();
    }
    let take = button(
        words::RELEASE_TAKE.into(),
        Callback::from(|()| release::take()),
    );
    let told = classed("div", "notice").set("id", "release");
    let told = told.put(el("p").say(words::RELEASE_OFFERED).html());
    let told = told.put(classed("div", "cluster").put(take.html()).html());
    slot.put(told.html()).html()
}
