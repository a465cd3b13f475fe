//! A group of controls with its legend, help and messages.

use yew::Html;

use crate::Around;
use crate::el::{classed, el, words};

/// A group of controls with its legend, help and messages.
pub fn group(around: &Around<'_>, controls: Html) -> Html {
    let below = classed("div", "field__below").put(around.below.clone());
    el("fieldset")
        .class(around.class())
        .attr("id", around.id.to_owned().into())
        .attr("aria-describedby", around.described_by())
        .put(words("legend", "field__label", around.label))
        .put(around.help())
        .put(around.messages())
        .put(classed("div", "field__control").put(controls).html())
        .put(below.html())
        .html()
}
