//! On what authority an entry stands.

use rulebook::Authority;
use yew::Html;

use crate::el::{classed, words};

/// The authority class and the locator of an entry.
pub fn authority_tag(authority: Authority, locator: &str) -> Html {
    let look = match authority {
        Authority::Plan => "tag tag--plan",
        Authority::National => "tag tag--national",
        Authority::Reference => "tag tag--reference",
        Authority::Model => "tag tag--model",
    };
    let name = words("span", look, wording::term::authority(authority));
    let locator = words("span", "locator", locator);
    classed("span", "cluster").put(name).put(locator).html()
}
