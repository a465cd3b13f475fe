//! A link to a screen.

use yew::prelude::*;

use super::anchor;
use super::el::text;
use crate::screen::Screen;
use crate::state::{Action, AppHandle};

/// A link to a screen, under construction.
pub(crate) struct Link<'a> {
    app: &'a AppHandle,
    to: Screen,
    class: &'static str,
    focus: Option<String>,
    change: bool,
}

/// Begins a link to a screen, with an address that can be opened, copied and gone back from.
pub(crate) fn link(app: &AppHandle, to: Screen) -> Link<'_> {
    Link {
        app,
        to,
        class: "",
        focus: None,
        change: false,
    }
}

impl Link<'_> {
    /// With classes.
    pub(crate) fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// With the element there that gets the focus.
    pub(crate) fn focus(mut self, focus: Option<String>) -> Self {
        self.focus = focus;
        self
    }

    /// Whether the screen there leads straight back here.
    pub(crate) fn change(mut self, change: bool) -> Self {
        self.change = change;
        self
    }

    /// The link, saying nothing but text.
    pub(crate) fn says(self, text: &str) -> Html {
        self.html(self::text(text))
    }

    /// The link.
    pub(crate) fn html(self, inside: Html) -> Html {
        let dispatcher = self.app.dispatcher();
        let current = self.app.screen == self.to;
        let href = self.to.hash();
        let (screen, focus) = (self.to, self.focus);
        let action = if self.change {
            Action::Change { screen, focus }
        } else {
            Action::GoTo { screen, focus }
        };
        let on_follow = Callback::from(move |()| dispatcher.dispatch(action.clone()));
        let mut link = anchor(href.into(), on_follow);
        if !self.class.is_empty() {
            link = link.class(self.class);
        }
        if current {
            link = link.set("aria-current", "page");
        }
        link.put(inside).html()
    }
}
