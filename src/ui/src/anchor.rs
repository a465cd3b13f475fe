//! A link that the application follows itself.

use yew::prelude::*;

use crate::el::{El, el};

/// A link with an address that can be opened, copied and gone back from. The application follows
/// it itself, by `on_follow`; new tabs and windows stay the browser's.
pub fn anchor(href: AttrValue, on_follow: Callback<()>) -> El {
    let on_click = Callback::from(move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        on_follow.emit(());
    });
    el("a").attr("href", href).on_click(on_click)
}
