//! A box or a choice that is ticked.

use yew::prelude::*;

use crate::el::{El, classed};

/// Whether one or several can be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Each on its own.
    Box,
    /// One of those with the same name.
    Choice,
}

/// A box or a choice, ticked or not.
///
/// INVARIANT: it is written only when what it should show has changed. Yew writes the ticks of
/// `html!` on every redraw; one that comes between a click and its event would undo the click.
pub fn tick(kind: Tick, id: AttrValue, ticked: bool, on_change: Callback<Event>) -> El {
    let kind = match kind {
        Tick::Box => "checkbox",
        Tick::Choice => "radio",
    };
    let input = classed("input", "choice__input").set("type", kind);
    input.attr("id", id).ticked(ticked).on_change(on_change)
}
