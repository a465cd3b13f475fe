//! The frame of a screen of this application.

use yew::prelude::*;

use crate::state::AppHandle;

/// Properties of [`ScreenFrame`].
#[derive(Clone, Properties)]
struct ScreenFrameProps {
    /// The heading, and the title of the page.
    title: AttrValue,
    /// A sentence below the heading.
    intro: AttrValue,
    /// Which arrival it is, and the element that is to get the focus.
    arrival: (u64, Option<String>),
    /// The body.
    body: Html,
}

// To look whether a body is another one takes longer than to draw it.
impl PartialEq for ScreenFrameProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// A screen: its heading, a sentence below it, its body.
pub(crate) fn screen_frame(
    app: &AppHandle,
    title: AttrValue,
    intro: AttrValue,
    body: Html,
) -> Html {
    let arrival = (app.visit, app.focus.clone());
    html! { <ScreenFrame {title} {intro} {arrival} {body} /> }
}

/// The frame of a screen, which arrives when the application goes there.
#[component]
fn ScreenFrame(props: &ScreenFrameProps) -> Html {
    let (visit, focus) = props.arrival.clone();
    ::ui::use_arrival(&props.title, visit, focus);
    ::ui::screen_frame(&props.title, &props.intro, props.body.clone())
}
