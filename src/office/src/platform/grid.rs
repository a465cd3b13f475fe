//! What a scrolled table measures, and which rows are in sight.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlSelectElement};
use yew::NodeRef;

/// Scrolled rows: how many pixels one has, how far it is scrolled, how much is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sight {
    /// Pixels of a row; none before the first drawing.
    pub(crate) row: i32,
    /// Pixels above.
    pub(crate) top: i32,
    /// Pixels in sight.
    pub(crate) height: i32,
}

/// What is in sight in an element whose first child is the header, as high as a row.
pub(crate) fn sight(node: &NodeRef) -> Option<Sight> {
    let element = node.cast::<Element>()?;
    let header = element.first_element_child()?;
    Some(Sight {
        row: header.client_height().max(1),
        top: element.scroll_top(),
        height: element.client_height(),
    })
}

/// Scrolls so that a row is in sight below the header.
pub(crate) fn reveal(node: &NodeRef, at: usize) {
    let (Some(element), Some(sight)) = (node.cast::<Element>(), sight(node)) else {
        return;
    };
    let at = i32::try_from(at).unwrap_or(i32::MAX);
    let start = at.saturating_mul(sight.row);
    // The header covers one row.
    let least = start
        .saturating_add(sight.row.saturating_mul(2))
        .saturating_sub(sight.height);
    if sight.top > start {
        element.set_scroll_top(start);
    } else if sight.top < least {
        element.set_scroll_top(least);
    }
}

/// Whether something happened on a button.
pub(crate) fn is_on_button(event: &Event) -> bool {
    let target = event.target();
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.tag_name() == "BUTTON")
}

/// What was chosen in a list.
pub(crate) fn chosen(event: &Event) -> String {
    let target = event.target();
    let list = target.and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    list.map(|list| list.value()).unwrap_or_default()
}
