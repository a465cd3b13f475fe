//! The frame of a screen: title, focus, scroll.

use wording::ui::forms as words;
use yew::prelude::*;

use crate::platform::page;
use crate::state::use_app;

/// The id of the heading of the screen.
const TITLE_ID: &str = "screen-title";

/// Properties of [`ScreenFrame`].
#[derive(Clone, PartialEq, Properties)]
struct ScreenFrameProps {
    /// The heading, and the title of the page.
    title: AttrValue,
    /// A sentence below the heading.
    intro: AttrValue,
    /// The body.
    body: Html,
}

/// A screen: its heading, a sentence below it, its body.
pub(crate) fn screen_frame(title: AttrValue, intro: AttrValue, body: Html) -> Html {
    html! { <ScreenFrame {title} {intro} {body} /> }
}

/// The frame of a screen. When it appears it sets the title of the page, scrolls up and puts
/// the focus on the heading, or on the element that was asked for.
#[component]
fn ScreenFrame(props: &ScreenFrameProps) -> Html {
    use_arrival(&props.title);
    html! {
        <section class="screen stack" aria-labelledby={TITLE_ID}>
            <h1 class="screen__title" id={TITLE_ID} tabindex="-1">{ &props.title }</h1>
            <p class="screen__intro">{ &props.intro }</p>
            <div class="stack">{ props.body.clone() }</div>
        </section>
    }
}

#[hook]
fn use_arrival(title: &AttrValue) {
    let app = use_app();
    use_effect_with(title.clone(), |title| {
        page::set_title(&words::page_title(title));
    });
    // INVARIANT: depends on the arrival alone, so that no other change moves the focus.
    use_effect_with(app.visit, move |visit| match &app.focus {
        Some(id) if page::focus(id) => {}
        // The page has just been opened: the reader begins at its top by itself.
        None if *visit == 0 => {}
        _ => page::arrive(TITLE_ID),
    });
}
