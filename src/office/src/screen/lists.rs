//! What comes out: files, and what is the same twice.

use ui::button;
use ui::el::{classed, el};
use wording::desk::office as words;
use yew::html::Scope;
use yew::prelude::*;

use crate::app::{Msg, Root};
use crate::errand::Format;

/// The files of the results.
pub(crate) fn exports(link: &Scope<Root>) -> Html {
    let mut row = classed("div", "cluster").set("role", "group");
    row = row.set("aria-label", words::EXPORT);
    for (label, format) in [
        (words::TO_XLSX, Format::Xlsx),
        (words::TO_CSV, Format::Csv),
        (words::TO_HTML, Format::Html),
        (words::TO_JSON, Format::Json),
    ] {
        let on_press = link.callback(move |()| Msg::Export(format));
        row = row.put(button(label.into(), on_press).html());
    }
    row.html()
}

/// What is the same twice, with all places.
pub(crate) fn duplicates(root: &Root) -> Html {
    if root.sum.told.is_empty() {
        return el("div").html();
    }
    let mut list = el("ul").set("id", "duplicates");
    for (place, told) in root.sum.told.iter().enumerate() {
        list = list.put(el("li").key(&place.to_string()).say(told).html());
    }
    let title = el("h3").say(words::DUPLICATES).html();
    let section = classed("section", "stack");
    section.put(title).put(list.html()).html()
}
