//! The records of a list, to be checked.

use assess::Place;
use dossier::{Evidence, Record};
use wording::ui::forms as words;
use wording::{Labels, Spot, answer_or_unknown};
use yew::Html;

use super::{change, change_at, row, value};
use crate::forms::facts;
use crate::screen::Screen;
use crate::state::AppHandle;
use crate::ui::el::{classed, el, words as texts};
use crate::ui::{SummaryRow, summary_list};

/// Of more records than this, each is told in a line.
const MANY: usize = 12;

/// The records of a list, to be checked.
pub(super) fn list_summary(app: &AppHandle, list: &str) -> Html {
    let labels = Labels::new(app.book());
    let title = labels.list(list);
    let records = app.dossier.records(list);
    let state = words::list_state(records.len(), app.dossier.is_complete(list));
    let head = classed("div", "cluster").put(el("p").say(&state).html());
    let head = head.put(change(app, &Place::List(list.to_owned()), &title));
    let mut summary = classed("section", "stack");
    summary = summary.put(el("h2").say(&title).html()).put(head.html());
    if records.len() > MANY {
        let mut briefs = classed("ol", "briefs");
        for record in records {
            briefs = briefs.put(in_brief(app, list, record));
        }
        return summary.put(briefs.html()).html();
    }
    for record in records {
        let name = el("h3").say(&labels.record(list, record));
        let section = classed("section", "stack").key(&record.id);
        let section = section.put(name.html());
        summary = summary.put(section.put(summary_list(rows(app, list, record))).html());
    }
    summary.html()
}

/// A record in a line with all its answers, its evidence, and one link to change it.
fn in_brief(app: &AppHandle, list: &str, record: &Record) -> Html {
    let name = Labels::new(app.book()).record(list, record);
    let place = Place::Record {
        list: list.to_owned(),
        record: record.id.clone(),
    };
    let mut told = facts(app, list, record);
    for proof in &record.evidence {
        told = [&told, words::FACTS_BETWEEN, &proof_text(proof)].concat();
    }
    classed("li", "brief")
        .key(&record.id)
        .put(texts("strong", "brief__name", &name))
        .put(texts("span", "brief__facts", &told))
        .put(change(app, &place, &name))
        .html()
}

fn rows(app: &AppHandle, list: &str, record: &Record) -> Vec<SummaryRow> {
    let labels = Labels::new(app.book());
    let kind = labels.kind_of(list, record);
    let mut rows = Vec::new();
    for field in labels.fields_of(list, record) {
        let spot = Spot::Field {
            list,
            kind,
            field: &field.id,
        };
        let place = Place::Field {
            list: list.to_owned(),
            record: record.id.clone(),
            field: field.id.clone(),
        };
        let answer = record.answer(&field.id);
        let text = answer_or_unknown(app.book(), spot, answer);
        let value = value(&text, answer.is_some());
        rows.push(row(app, &place, &field.label, value));
    }
    if labels.list_def(list).is_some_and(|list| list.evidence) {
        rows.push(proofs(app, list, record));
    }
    rows
}

/// The evidence of a record.
fn proofs(app: &AppHandle, list: &str, record: &Record) -> SummaryRow {
    let screen = Screen::Record {
        list: list.to_owned(),
        record: record.id.clone(),
    };
    let mut files = classed("ul", "file-list");
    for proof in &record.evidence {
        files = files.put(el("li").say(&proof_text(proof)).html());
    }
    let value = if record.evidence.is_empty() {
        texts("span", "muted", &words::proofs(0))
    } else {
        files.html()
    };
    let focus = format!("e-{}", record.id);
    SummaryRow {
        id: "=evidence".to_owned(),
        key: words::EVIDENCE.into(),
        value,
        action: change_at(app, screen, focus, words::EVIDENCE),
    }
}

fn proof_text(proof: &Evidence) -> String {
    match proof {
        Evidence::File(name) => name.clone(),
        Evidence::Paper(text) => words::paper(text),
    }
}
