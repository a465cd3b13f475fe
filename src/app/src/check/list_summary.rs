//! The records of a list, to be checked.

use assess::Place;
use dossier::{Evidence, Record};
use wording::ui::forms as words;
use wording::{Labels, Spot, answer_or_unknown};
use yew::Html;

use super::{change, change_at, value};
use crate::forms::facts;
use crate::screen::Screen;
use crate::seal::evidence_id;
use crate::state::AppHandle;
use crate::ui::el::{classed, el, text, words as texts};
use crate::ui::{SummaryRow, field_id};

/// Of more records than this, each is told in a line.
const MANY: usize = 12;

/// The records of a list, to be checked.
pub(super) fn list_summary(app: &AppHandle, list: &str) -> Html {
    let title = Labels::new(app.book()).list(list);
    let records = app.dossier.records(list);
    let state = words::list_state(records.len(), app.dossier.is_complete(list));
    let name = classed("div", "check__name")
        .put(el("h2").say(&title).html())
        .put(texts("p", "muted", &state));
    let head = classed("div", "check__head").put(name.html()).put(change(
        app,
        &Place::List(list.to_owned()),
        &title,
    ));
    let summary = classed("section", "stack check").put(head.html());
    if records.len() > MANY {
        let mut briefs = classed("ol", "briefs");
        for record in records {
            briefs = briefs.put(in_brief(app, list, record));
        }
        return summary.put(briefs.html()).html();
    }
    let records = records.iter().map(|record| whole(app, list, record));
    summary.put(records.collect()).html()
}

/// A record with all its answers, each in a line, and one link to change it; what is missing has a link of its own.
fn whole(app: &AppHandle, list: &str, record: &Record) -> Html {
    let name = Labels::new(app.book()).record(list, record);
    let head = classed("div", "check__head")
        .put(el("h3").say(&name).html())
        .put(change(app, &place(list, record), &name));
    let mut answers = classed("dl", "check__answers");
    for row in rows(app, list, record) {
        let line = el("div").key(&row.id);
        let line = line.put(el("dt").text(row.key).html());
        answers = answers.put(
            line.put(el("dd").put(row.value).put(row.action).html())
                .html(),
        );
    }
    let section = classed("section", "check__record").key(&record.id);
    section.put(head.html()).put(answers.html()).html()
}

/// Where a record is filled in.
fn place(list: &str, record: &Record) -> Place {
    Place::Record {
        list: list.to_owned(),
        record: record.id.clone(),
    }
}

/// A record in a line with all its answers, its evidence, and one link to change it.
fn in_brief(app: &AppHandle, list: &str, record: &Record) -> Html {
    let name = Labels::new(app.book()).record(list, record);
    let mut told = facts(app, list, record);
    for proof in &record.evidence {
        told = [&told, words::FACTS_BETWEEN, &proof_text(proof)].concat();
    }
    classed("li", "brief")
        .key(&record.id)
        .put(texts("strong", "brief__name", &name))
        .put(texts("span", "brief__facts", &told))
        .put(change(app, &place(list, record), &name))
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
        let given = answer.is_some();
        let action = if given {
            Html::default()
        } else {
            change(app, &place, &field.label)
        };
        rows.push(SummaryRow {
            id: field_id(&place),
            key: field.label.clone().into(),
            value: value(&text, given),
            action,
        });
    }
    if labels.list_def(list).is_some_and(|list| list.evidence) {
        rows.push(proofs(app, list, record));
    }
    rows
}

/// The evidence of a record.
fn proofs(app: &AppHandle, list: &str, record: &Record) -> SummaryRow {
    let told: Vec<String> = record.evidence.iter().map(proof_text).collect();
    let (value, action) = if told.is_empty() {
        let screen = Screen::of_place(app.book(), &place(list, record));
        let focus = evidence_id(&record.id);
        let action = change_at(app, screen, focus, words::EVIDENCE);
        (texts("span", "muted", &words::proofs(0)), action)
    } else {
        (text(&told.join(words::FACTS_BETWEEN)), Html::default())
    };
    SummaryRow {
        id: "=evidence".to_owned(),
        key: words::EVIDENCE.into(),
        value,
        action,
    }
}

fn proof_text(proof: &Evidence) -> String {
    match proof {
        Evidence::File(name) => name.clone(),
        Evidence::Paper(text) => words::paper(text),
    }
}
