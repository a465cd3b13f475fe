//! A row of the score table: how it earns, which records earned and which did not.

use assess::{Outcome, Place, RecordPoints, RowLine};
use rulebook::Earn;
use wording::ui::verdict as words;
use yew::prelude::*;

use super::sources;
use crate::state::AppState;
use crate::ui::{AuthorityTag, Details, PlaceLink};
use crate::verdict::explain;

/// A row, folded.
pub(super) fn row(app: &AppState, line: &RowLine) -> Html {
    let labels = explain(app).labels();
    let earned = wording::span(line.points);
    let summary = words::row_summary(&labels.row(&line.id), &earned, line.cap);
    html! {
        <Details {summary}>
            if let Some(def) = labels.row_def(&line.id) {
                <p>{ &def.text }</p>
                <AuthorityTag authority={def.authority} locator={def.locator.clone()} />
            }
            { looks_at(app, line) }
            { records(app, line, words::EARNED, earns) }
            { records(app, line, words::MAY_EARN, may_earn) }
            { records(app, line, words::NOT_EARNED, |outcome| !earns(outcome) && !may_earn(outcome)) }
        </Details>
    }
}

fn earns(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Counts | Outcome::PartCap { .. })
}

fn may_earn(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Open { .. })
}

/// The answers or lists that the row looks at.
fn looks_at(app: &AppState, line: &RowLine) -> Html {
    let labels = explain(app).labels();
    let places = sources(app.book(), &line.id);
    let def = labels.row_def(&line.id);
    let of_records = def.is_some_and(|def| matches!(def.earn, Earn::Records(_)));
    html! {
        <p>
            if of_records && line.records.is_empty() {
                { words::NO_RECORDS }
            }
            { words::LOOKS_AT }
            for (index, place) in places.iter().enumerate() {
                <span key={index}>
                    if index > 0 {
                        { "、" }
                    }
                    <PlaceLink place={place.clone()} change={true}>
                        { words::source_place(labels, place) }
                    </PlaceLink>
                    { answer(app, place) }
                </span>
            }
        </p>
    }
}

/// The answer to a question that is looked at.
fn answer(app: &AppState, place: &Place) -> Html {
    let Place::Question(id) = place else {
        return html! {};
    };
    let found = app.dossier.answer(id);
    let said = wording::answer_or_unknown(app.book(), wording::Spot::Question(id), found);
    html! { <>{ "（" }{ said }{ "）" }</> }
}

/// The records of one sort, each with what became of it.
fn records(
    app: &AppState,
    line: &RowLine,
    title: &'static str,
    wanted: impl Fn(&Outcome) -> bool,
) -> Html {
    let found: Vec<&RecordPoints> = line
        .records
        .iter()
        .filter(|record| wanted(&record.outcome))
        .collect();
    html! {
        <div>
            if !found.is_empty() {
                <p class="muted">{ title }</p>
                <ul>
                    for record in found {
                        <li key={record.record.clone()}>{ of_record(app, record) }</li>
                    }
                </ul>
            }
        </div>
    }
}

fn of_record(app: &AppState, record: &RecordPoints) -> Html {
    let explain = explain(app);
    let name = explain.record(&record.record);
    let list = app
        .dossier
        .record(&record.record)
        .map(|(list, _)| list.to_owned());
    html! {
        <>
            if let Some(list) = list {
                <PlaceLink place={Place::Record { list, record: record.record.clone() }} change={true}>
                    { name }
                </PlaceLink>
            } else {
                { name }
            }
            { "：" }
            { explain.outcome(record) }
        </>
    }
}
