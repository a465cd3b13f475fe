//! What is wrong, as a list.

use std::rc::Rc;

use ui::el::{classed, el};
use ui::{button, details};
use wording::desk::office as words;
use yew::html::Scope;
use yew::prelude::*;

use crate::app::{Msg, Root};
use crate::errand::Trouble;

/// Rows of what is wrong that are in the page; the file has them all.
const MOST_TROUBLES: usize = 200;

/// What is wrong, by file, sheet, row and column: what was left out or is not valid comes first.
pub(crate) fn troubles(root: &Root, link: &Scope<Root>) -> Html {
    let count = root.troubles().len();
    let those = |grave: bool| {
        root.troubles()
            .filter(move |trouble| trouble.grave == grave)
    };
    let first = those(true).chain(those(false)).take(MOST_TROUBLES);
    let first: Vec<Rc<Trouble>> = first.cloned().collect();
    let on_save = link.callback(|()| Msg::ExportTroubles);
    html! { <Troubles {first} {count} {on_save} /> }
}

/// Properties of [`Troubles`].
#[derive(Clone, Properties)]
struct TroublesProps {
    /// The first of them.
    first: Vec<Rc<Trouble>>,
    /// How many there are.
    count: usize,
    /// Hands out the whole list.
    on_save: Callback<()>,
}

/// The list is long, so it is drawn again only when it is another; what hands it out is always the same.
impl PartialEq for TroublesProps {
    fn eq(&self, other: &Self) -> bool {
        let same = |(own, other): (&Rc<Trouble>, &Rc<Trouble>)| Rc::ptr_eq(own, other);
        self.count == other.count && self.first.iter().zip(&other.first).all(same)
    }
}

#[component]
fn Troubles(props: &TroublesProps) -> Html {
    if props.count == 0 {
        return el("div").html();
    }
    let save = button(words::TROUBLES_SAVE.into(), props.on_save.clone());
    let inside = classed("div", "stack")
        .put(save.html())
        .put(table(&props.first))
        .html();
    let title = words::troubles(props.count, props.first.len());
    details("details", title.into(), "", inside)
}

fn table(rows: &[Rc<Trouble>]) -> Html {
    let mut head = el("tr");
    for column in words::TROUBLE_COLUMNS {
        head = head.put(el("th").set("scope", "col").say(column).html());
    }
    let mut body = el("tbody");
    for (place, trouble) in rows.iter().enumerate() {
        let mut row = el("tr").key(&place.to_string());
        for cell in trouble.cells() {
            row = row.put(el("td").say(&cell).html());
        }
        body = body.put(row.html());
    }
    let head = el("thead").put(head.html()).html();
    let table = classed("table", "table").set("id", "troubles");
    let table = table.put(head).put(body.html());
    let scroll = classed("div", "table-scroll")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", words::TROUBLES);
    scroll.put(table.html()).html()
}
