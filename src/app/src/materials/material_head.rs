//! What a paper is.

use rulebook::Material;
use wording::ui::forms as words;
use yew::Html;

use crate::ui::authority_tag;
use crate::ui::el::{classed, el, words as texts};

/// What a paper is, who brings it, whether it must be there.
pub(super) fn material_head(material: &Material) -> Html {
    let look = if material.needed {
        "tag tag--todo"
    } else {
        "tag"
    };
    let by = wording::term::provider(material.by);
    let facts = classed("div", "cluster")
        .put(texts("span", look, words::needed(material.needed)))
        .put(texts("span", "muted", by))
        .put(authority_tag(material.authority, &material.locator));
    classed("div", "stack")
        .put(el("h3").say(&material.label).html())
        .put(el("p").say(&material.text).html())
        .put(facts.html())
        .html()
}
