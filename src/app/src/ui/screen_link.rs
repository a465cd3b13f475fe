//! A link to a screen.

use yew::prelude::*;

use crate::screen::Screen;
use crate::state::{Action, use_app};

/// Properties of [`ScreenLink`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ScreenLinkProps {
    /// The screen.
    pub(crate) to: Screen,
    /// The element there that gets the focus.
    #[prop_or_default]
    pub(crate) focus: Option<AttrValue>,
    /// Whether the screen there leads straight back here.
    #[prop_or_default]
    pub(crate) change: bool,
    /// Classes.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// What the link says.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A link to a screen, with an address that can be opened, copied and gone back from.
#[component]
pub(crate) fn ScreenLink(props: &ScreenLinkProps) -> Html {
    let app = use_app();
    let on_click = {
        let dispatcher = app.dispatcher();
        let target = (props.to.clone(), props.focus.clone(), props.change);
        use_callback(target, move |event: MouseEvent, (screen, focus, change)| {
            // New tabs and windows stay the browser's.
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            event.prevent_default();
            let screen = screen.clone();
            let focus = focus.as_ref().map(ToString::to_string);
            dispatcher.dispatch(if *change {
                Action::Change { screen, focus }
            } else {
                Action::GoTo { screen, focus }
            });
        })
    };
    let current = (app.screen == props.to).then_some("page");
    html! {
        <a
            class={props.class.clone()}
            href={props.to.hash()}
            aria-current={current}
            onclick={on_click}
        >
            { props.children.clone() }
        </a>
    }
}
