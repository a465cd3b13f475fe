//! A row of the score table: how it earns, which records earned and which did not.

use assess::{Outcome, Place, RecordPoints, RowLine};
use rulebook::Earn;
use wording::ui::verdict as words;
use yew::Html;

use super::sources;
use crate::state::{AppHandle, AppState};
use crate::ui::el::{all, el, text, words as texts};
use crate::ui::{authority_tag, details, place_link};
use crate::verdict::explain;

/// A row, folded.
pub(super) fn row(app: &AppHandle, line: &RowLine) -> Html {
    let labels = explain(app).labels();
    let earned = wording::span(line.points);
    let summary = words::row_summary(&labels.row(&line.id), &earned, line.cap);
    let mut parts = Vec::new();
    if let Some(def) = labels.row_def(&line.id) {
        parts.push(el("p").say(&def.text).html());
        parts.push(authority_tag(def.authority, &def.locator));
    }
    parts.push(looks_at(app, line));
    let none = |outcome: &Outcome| !earns(outcome) && !may_earn(outcome);
    parts.push(records(app, line, words::EARNED, &earns));
    parts.push(records(app, line, words::MAY_EARN, &may_earn));
    parts.push(records(app, line, words::NOT_EARNED, &none));
    details("details", summary.into(), "", all(parts))
}

fn earns(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Counts | Outcome::PartCap { .. })
}

fn may_earn(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Open { .. })
}

/// The answers or lists that the row looks at.
fn looks_at(app: &AppHandle, line: &RowLine) -> Html {
    let labels = explain(app).labels();
    let places = sources(app.book(), &line.id);
    let def = labels.row_def(&line.id);
    let of_records = def.is_some_and(|def| matches!(def.earn, Earn::Records(_)));
    let mut told = el("p");
    if of_records && line.records.is_empty() {
        told = told.say(words::NO_RECORDS);
    }
    told = told.say(words::LOOKS_AT);
    for (index, place) in places.iter().enumerate() {
        let mut source = el("span");
        if index > 0 {
            source = source.say("、");
        }
        let name = words::source_place(labels, place);
        source = source.put(place_link(app, place, true, &name));
        told = told.put(source.say(&answer(app, place)).html());
    }
    told.html()
}

/// The answer to a question that is looked at.
fn answer(app: &AppState, place: &Place) -> String {
    let Place::Question(id) = place else {
        return String::new();
    };
    let found = app.dossier.answer(id);
    let said = wording::answer_or_unknown(app.book(), wording::Spot::Question(id), found);
    ["（", &said, "）"].concat()
}

/// The records of one sort, each with what became of it.
fn records(
    app: &AppHandle,
    line: &RowLine,
    title: &str,
    wanted: &dyn Fn(&Outcome) -> bool,
) -> Html {
    let (mut list, mut any) = (el("ul"), false);
    for record in &line.records {
        if wanted(&record.outcome) {
            any = true;
            let item = el("li").key(&record.record);
            list = list.put(item.put(of_record(app, record)).html());
        }
    }
    let slot = el("div");
    if !any {
        return slot.html();
    }
    let slot = slot.put(texts("p", "muted", title));
    slot.put(list.html()).html()
}

fn of_record(app: &AppHandle, record: &RecordPoints) -> Html {
    let explain = explain(app);
    let name = explain.record(&record.record);
    let named = match app.dossier.record(&record.record) {
        Some((list, _)) => {
            let place = Place::Record {
                list: list.to_owned(),
                record: record.record.clone(),
            };
            place_link(app, &place, true, &name)
        }
        None => text(&name),
    };
    all(vec![named, text("："), text(&explain.outcome(record))])
}
