//! The records of a list, to be checked.

use assess::Place;
use dossier::{Evidence, Record};
use wording::ui::forms as words;
use wording::{Labels, Spot, answer_or_unknown};
use yew::prelude::*;

use super::change;
use crate::screen::Screen;
use crate::state::{AppState, use_app};
use crate::ui::{ScreenLink, SummaryList, SummaryRow};

/// Properties of [`ListSummary`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListSummaryProps {
    /// The list's id.
    pub(super) list: String,
}

/// The records of a list, to be checked.
#[component]
pub(super) fn ListSummary(props: &ListSummaryProps) -> Html {
    let app = use_app();
    let list = &props.list;
    let labels = Labels::new(app.book());
    let title = labels.list(list);
    let complete = app.dossier.is_complete(list);
    html! {
        <section class="stack">
            <h2>{ &title }</h2>
            <div class="cluster">
                <p>{ words::list_state(app.dossier.records(list).len(), complete) }</p>
                { change(Place::List(list.clone()), &title) }
            </div>
            for record in app.dossier.records(list).iter() {
                <section class="stack" key={record.id.clone()}>
                    <h3>{ labels.record(list, record) }</h3>
                    <SummaryList rows={rows(&app, list, record)} />
                </section>
            }
        </section>
    }
}

fn rows(app: &AppState, list: &str, record: &Record) -> Vec<SummaryRow> {
    let labels = Labels::new(app.book());
    let kind = labels.kind_of(list, record);
    let fields = labels.fields_of(list, record).into_iter();
    let rows = fields.map(|field| {
        let spot = Spot::Field {
            list,
            kind,
            field: &field.id,
        };
        let answer = record.answer(&field.id);
        let text = answer_or_unknown(app.book(), spot, answer);
        let place = Place::Field {
            list: list.to_owned(),
            record: record.id.clone(),
            field: field.id.clone(),
        };
        SummaryRow {
            id: field.id.clone(),
            key: field.label.clone().into(),
            value: html! { <span class={answer.is_none().then_some("muted")}>{ text }</span> },
            action: change(place, &field.label),
        }
    });
    let asked = labels.list_def(list).is_some_and(|list| list.evidence);
    rows.chain(asked.then(|| proofs(list, record))).collect()
}

/// The evidence of a record.
fn proofs(list: &str, record: &Record) -> SummaryRow {
    let screen = Screen::Record {
        list: list.to_owned(),
        record: record.id.clone(),
    };
    let value = if record.evidence.is_empty() {
        html! { <span class="muted">{ words::proofs(0) }</span> }
    } else {
        html! {
            <ul class="file-list">
                for (index, proof) in record.evidence.iter().enumerate() {
                    <li key={index}>{ proof_text(proof) }</li>
                }
            </ul>
        }
    };
    SummaryRow {
        id: "=evidence".to_owned(),
        key: words::EVIDENCE.into(),
        value,
        action: html! {
            <ScreenLink to={screen} focus={format!("e-{}", record.id)} change=true>
                { words::CHANGE }<span class="visually-hidden">{ words::EVIDENCE }</span>
            </ScreenLink>
        },
    }
}

fn proof_text(proof: &Evidence) -> String {
    match proof {
        Evidence::File(name) => name.clone(),
        Evidence::Paper(text) => words::paper(text),
    }
}
