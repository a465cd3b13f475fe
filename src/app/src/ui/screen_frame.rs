//! The frame of a screen of this application.

use yew::prelude::*;

use crate::state::use_app;

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

/// The frame of a screen, which arrives when the application goes there.
#[component]
fn ScreenFrame(props: &ScreenFrameProps) -> Html {
    let app = use_app();
    ::ui::use_arrival(&props.title, app.visit, app.focus.clone());
    ::ui::screen_frame(&props.title, &props.intro, props.body.clone())
}
