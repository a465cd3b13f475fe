//! A record in its list.

use assess::{Place, Severity};
use dossier::{Edit, Record};
use wording::ui::forms as words;
use wording::{Labels, Spot, answer_or_unknown};
use yew::prelude::*;

use crate::platform::{page, random};
use crate::screen::Screen;
use crate::state::{Action, AppHandle, AppState};
use crate::ui::el::{classed, text, words as texts};
use crate::ui::{TagLook, button, field_id, link, tag};

/// A record in its list: what it is, what is missing or wrong, what can be done with it.
pub(crate) fn record_card(app: &AppHandle, list: &str, record: &Record) -> Html {
    let name = Labels::new(app.book()).record(list, record);
    let screen = Screen::Record {
        list: list.to_owned(),
        record: record.id.clone(),
    };
    let about = texts("span", "visually-hidden", &name);
    let edit = [text(words::EDIT), about].into_iter().collect();
    let copy = button(words::COPY.into(), on_copy(app, &record.id));
    let remove = button(words::REMOVE.into(), on_remove(app, list, &record.id));
    let tools = classed("div", "cluster")
        .put(link(app, screen).class("button").html(edit))
        .put(copy.about(name.clone().into()).html())
        .put(remove.about(name.clone().into()).danger().html());
    classed("article", "card stack record")
        .attr("id", format!("r-{}", record.id).into())
        .set("tabindex", "-1")
        .put(texts("h3", "record__name", &name))
        .put(texts("p", "record__facts", &facts(app, list, record)))
        .put(state(app, list, record))
        .put(tools.html())
        .html()
}

fn on_copy(app: &AppHandle, record: &str) -> Callback<()> {
    let (dispatcher, record) = (app.dispatcher(), record.to_owned());
    Callback::from(move |()| {
        let (record, new_id) = (record.clone(), random::record_id());
        dispatcher.dispatch(Action::Edit(Edit::Copy { record, new_id }));
    })
}

fn on_remove(app: &AppHandle, list: &str, record: &str) -> Callback<()> {
    let dispatcher = app.dispatcher();
    let (focus, record) = (field_id(&Place::List(list.to_owned())), record.to_owned());
    Callback::from(move |()| {
        // The button goes away with the record: the focus moves to the list before.
        page::focus(&focus);
        let record = record.clone();
        dispatcher.dispatch(Action::Edit(Edit::Remove { record }));
    })
}

/// Fields with their answers, in one line; without those that the record's name tells.
pub(crate) fn facts(app: &AppState, list: &str, record: &Record) -> String {
    let labels = Labels::new(app.book());
    let kind = labels.kind_of(list, record);
    let named = labels.named_by(list, record);
    let fields = labels.fields_of(list, record).into_iter();
    let rest = fields.filter(|field| !named.iter().any(|named| named.id == field.id));
    let facts = rest.map(|field| {
        let spot = Spot::Field {
            list,
            kind,
            field: &field.id,
        };
        let answer = answer_or_unknown(app.book(), spot, record.answer(&field.id));
        words::fact(&field.label, &answer)
    });
    facts.collect::<Vec<_>>().join(words::FACTS_BETWEEN)
}

/// Whether the record is wrong, incomplete, or done.
fn state(app: &AppState, list: &str, record: &Record) -> Html {
    let of_record = |place: &Place| match place {
        Place::Field { record: id, .. } | Place::Record { record: id, .. } => *id == record.id,
        _ => false,
    };
    let mut problems = app.problems();
    let refused = problems
        .any(|problem| problem.severity() == Severity::Refused && of_record(&problem.place));
    let fields = Labels::new(app.book()).fields_of(list, record);
    let missing = fields
        .iter()
        .filter(|field| record.answer(&field.id).is_none())
        .count();
    let state = if refused {
        tag(TagLook::NotMet, words::TO_MEND)
    } else if missing > 0 {
        tag(TagLook::Open, &words::missing_answers(missing))
    } else {
        tag(TagLook::Done, words::RECORD_DONE)
    };
    let proofs = words::proofs(record.evidence.len());
    let state = classed("div", "cluster").put(state);
    state.put(texts("span", "record__proofs", &proofs)).html()
}
