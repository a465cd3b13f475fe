//! Somebody's details, beside the table.

use screening::{Column, Screened, Told};
use ui::button;
use ui::el::{classed, el, words as texts};
use wording::desk::{self, office as words};
use yew::html::Scope;
use yew::prelude::*;

use super::explained::Explained;
use super::part::PartForm;
use super::trial::trial;
use crate::app::{Msg, Root};
use crate::store::Id;

/// Somebody's details. The slot is always there.
pub(crate) fn panel(root: &Root, link: &Scope<Root>) -> Html {
    let slot = classed("div", "office__panel");
    let Some((id, line)) = root.open.and_then(|id| Some((id, root.line(id)?))) else {
        return slot.html();
    };
    let title = el("h2").set("id", "details-title").say(words::name(line));
    let mut card = classed("section", "card stack").set("aria-labelledby", "details-title");
    card = card.key(&format!("{}-{}", id.0, id.1));
    card = card
        .put(title.html())
        .put(commands(root, link, id))
        .put(facts(line));
    card = card.put(list(
        words::CHANGES,
        line.changes
            .iter()
            .map(|change| words::changed(line, change)),
    ));
    if let Some(package) = &line.package {
        card = card.put(list(words::FINDINGS, package.findings.iter().map(told)));
    }
    card = card.put(list(words::PROBLEMS, line.problems.iter().map(told)));
    let stand_ins = line.stand_ins.iter().map(|entry| entry.label.clone());
    card = card.put(list(words::STAND_INS, stand_ins));
    card = match &root.details {
        None => card.put(texts("p", "muted", words::LOADING)),
        Some(Err(why)) => card.put(texts("p", "notice notice--danger", why)),
        Some(Ok(details)) => card
            .put(trial(root, (link, id), details))
            .put(html! { <Explained details={details.clone()} /> }),
    };
    if line.package.is_some() {
        let on_part = link.callback(move |(part, typed)| Msg::Endorse(id, Box::new(part), typed));
        let statements = root.about.statements.clone();
        let last = root.endorsed.clone();
        card = card.put(html! { <PartForm {statements} {last} {on_part} /> });
    }
    slot.put(card.html()).html()
}

fn commands(root: &Root, link: &Scope<Root>, id: Id) -> Html {
    let label = if root.compared.contains(&id) {
        words::COMPARE_OFF
    } else {
        words::COMPARE
    };
    let compare = button(label.into(), link.callback(move |()| Msg::Compare(id)));
    let close = button(words::CLOSE.into(), link.callback(|()| Msg::Open(None))).quiet();
    classed("div", "cluster")
        .put(compare.html())
        .put(close.html())
        .html()
}

fn facts(line: &Screened) -> Html {
    let mut rows = classed("dl", "summary-list");
    for column in Column::ALL {
        let value = desk::shown(column, line);
        if column == Column::Name || value.is_empty() {
            continue;
        }
        let row = classed("div", "summary-list__row").key(desk::column(column));
        let row = row.put(texts("dt", "summary-list__key", desk::column(column)));
        rows = rows.put(row.put(texts("dd", "summary-list__value", &value)).html());
    }
    rows.html()
}

fn told(told: &Told) -> String {
    wording::command::at(&told.place, &told.message)
}

fn list(title: &str, lines: impl Iterator<Item = String>) -> Html {
    let mut list = el("ul");
    let mut any = false;
    for (place, line) in lines.enumerate() {
        any = true;
        list = list.put(el("li").key(&place.to_string()).say(&line).html());
    }
    if !any {
        return el("div").html();
    }
    let title = el("h3").say(title).html();
    el("div").put(title).put(list.html()).html()
}
