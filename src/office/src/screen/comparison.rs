//! Candidates side by side.

use screening::{Aspect, Compared, Screened, compare};
use ui::button;
use ui::el::{classed, el, words as texts};
use wording::desk::office as words;
use yew::html::Scope;
use yew::prelude::*;

use crate::app::{Msg, Root};
use crate::table::verdict;

/// Those who were chosen, side by side.
pub(crate) fn compared(root: &Root, link: &Scope<Root>) -> Html {
    // The table below it is the landmark.
    let slot = classed("div", "stack");
    let chosen: Vec<_> = root
        .compared
        .iter()
        .filter_map(|id| Some((*id, root.line(*id)?)))
        .collect();
    if chosen.is_empty() {
        return slot.html();
    }
    let lines: Vec<&Screened> = chosen.iter().map(|(_, line)| &***line).collect();
    let names: Vec<String> = lines
        .iter()
        .map(|line| words::name(line).to_owned())
        .collect();
    let mut off = classed("div", "cluster");
    for (id, line) in &chosen {
        let id = *id;
        let on_press = link.callback(move |()| Msg::Compare(id));
        let text = format!("{} {}", words::COMPARE_OFF, words::name(line));
        off = off.put(button(text.into(), on_press).quiet().html());
    }
    let slot = slot
        .put(el("h3").say(words::COMPARISON).html())
        .put(off.html());
    if lines.len() < 2 {
        return slot.put(texts("p", "muted", words::COMPARE_MORE)).html();
    }
    slot.put(side_by_side(&names, &compare(&lines))).html()
}

/// A table: a row for each aspect, a column for each candidate.
pub(crate) fn side_by_side(names: &[String], rows: &[Compared]) -> Html {
    let mut head = el("tr").put(el("th").set("scope", "col").say(words::ASPECT).html());
    for name in names {
        head = head.put(el("th").set("scope", "col").say(name).html());
    }
    let mut body = el("tbody");
    for (place, compared) in rows.iter().enumerate() {
        let label = words::aspect(&compared.aspect);
        let mut header = el("th").set("scope", "row").say(&label);
        if compared.differs {
            header = header.put(texts("span", "tag", words::DIFFERS));
        }
        let mut row = el("tr").key(&place.to_string()).put(header.html());
        let told = words::values(compared);
        for (id, text) in compared.values.iter().zip(&told) {
            let is_verdict = matches!(compared.aspect, Aspect::Level(_) | Aspect::Route(..));
            let cell = if is_verdict {
                verdict(id, text)
            } else {
                ui::el::text(text)
            };
            row = row.put(el("td").put(cell).html());
        }
        body = body.put(row.html());
    }
    let head = el("thead").put(head.html()).html();
    let table = classed("table", "table").put(head).put(body.html()).html();
    let scroll = classed("div", "table-scroll")
        .set("tabindex", "0")
        .set("role", "region");
    scroll
        .set("aria-label", words::COMPARISON)
        .put(table)
        .html()
}
