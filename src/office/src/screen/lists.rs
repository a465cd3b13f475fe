//! What comes out: files, what is the same twice, what is wrong.

use ui::el::{classed, el};
use ui::{button, details};
use wording::desk::office as words;
use yew::html::Scope;
use yew::prelude::*;

use crate::app::{Msg, Root};
use crate::errand::Format;

/// Rows of what is wrong that are in the page; the file has them all.
const MOST_TROUBLES: usize = 200;

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
    el("section").put(title).put(list.html()).html()
}

/// What is wrong, by file, sheet, row and column.
pub(crate) fn troubles(root: &Root, link: &Scope<Root>) -> Html {
    let count = root.troubles().count();
    if count == 0 {
        return el("div").html();
    }
    let mut head = el("tr");
    for column in words::TROUBLE_COLUMNS {
        head = head.put(el("th").set("scope", "col").say(column).html());
    }
    let mut body = el("tbody");
    for (place, trouble) in root.troubles().take(MOST_TROUBLES).enumerate() {
        let mut row = el("tr").key(&place.to_string());
        for cell in trouble.cells() {
            row = row.put(el("td").say(&cell).html());
        }
        body = body.put(row.html());
    }
    let head = el("thead").put(head.html()).html();
    let table = classed("table", "table")
        .set("id", "troubles")
        .put(head)
        .put(body.html());
    let scroll = classed("div", "table-scroll")
        .set("tabindex", "0")
        .set("role", "region");
    let scroll = scroll.set("aria-label", words::TROUBLES).put(table.html());
    let save = button(
        words::TROUBLES_SAVE.into(),
        link.callback(|()| Msg::ExportTroubles),
    );
    let inside = classed("div", "stack")
        .put(save.html())
        .put(scroll.html())
        .html();
    let title = words::troubles(count, count.min(MOST_TROUBLES));
    details("details", title.into(), "", inside)
}
