//! Pasting a table from a spreadsheet into a list, with a preview of what was understood.

use assess::Place;
use dossier::Edit;
use rulebook::RecordList;
use wording::Labels;
use wording::paste::{Pasted, columns, read};
use wording::ui::forms as words;
use yew::prelude::*;

use super::record_card::facts;
use crate::platform::{form, random};
use crate::state::{Action, AppHandle, use_app};
use crate::ui::el::{all, classed, el, words as texts};
use crate::ui::{button, details};

/// Properties of [`Paste`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PasteProps {
    /// The list.
    pub(super) list: AttrValue,
}

/// A place for a table, what was understood of it, and the way to take it.
#[component]
pub(super) fn Paste(props: &PasteProps) -> Html {
    let app = use_app();
    let text = use_state(String::new);
    let lists = &app.book().list;
    let Some(list) = lists.iter().find(|list| list.id == props.list.as_str()) else {
        return el("div").html();
    };
    let id = format!("paste-{}", list.id);
    let on_input = {
        let text = text.setter();
        Callback::from(move |event: InputEvent| text.set(form::input_text(&event)))
    };
    // It has no value of ours, so that drawing never rewrites what is typed.
    let area = html! {
        <textarea
            class="input input--long"
            id={id.clone()}
            aria-describedby={format!("{id}-help")}
            oninput={on_input}
        />
    };
    let label = classed("label", "field__label").attr("for", id.clone().into());
    let help = classed("p", "field__help").attr("id", format!("{id}-help").into());
    let understood = if text.trim().is_empty() {
        Html::default()
    } else {
        preview(&app, list, &read(app.book(), list, &text))
    };
    let slot = classed("div", "stack").set("aria-live", "polite");
    let inside = classed("div", "field stack")
        .put(label.say(words::PASTE_LABEL).html())
        .put(help.say(&words::paste_help(&columns(list))).html())
        .put(area)
        .put(slot.put(understood).html());
    details("details", words::PASTE.into(), &list.label, inside.html())
}

/// What was understood, line by line, and the way to take it.
fn preview(app: &AppHandle, list: &RecordList, pasted: &Pasted) -> Html {
    if pasted.headless {
        return texts("p", "field__error", words::PASTE_HEADLESS);
    }
    let mut rows = el("ol");
    for (index, row) in pasted.rows.iter().enumerate() {
        let name = Labels::new(app.book()).record(&list.id, &row.record);
        let mut item = el("li").key(&index.to_string());
        item = item.put(el("strong").say(&name).html()).say(" ");
        item = item.say(&facts(app, &list.id, &row.record));
        if !row.odd.is_empty() {
            item = item.put(texts("p", "field__note", &words::paste_odd(&row.odd)));
        }
        rows = rows.put(item.html());
    }
    let mut parts = Vec::new();
    if !pasted.unknown.is_empty() {
        let told = words::paste_unknown(&pasted.unknown);
        parts.push(texts("p", "field__note", &told));
    }
    parts.push(rows.html());
    let take = button(
        words::paste_take(pasted.rows.len()).into(),
        on_take(app, list, pasted),
    );
    parts.push(take.primary().disabled(pasted.rows.is_empty()).html());
    all(parts)
}

/// Adds the records, as one step of undo.
fn on_take(app: &AppHandle, list: &RecordList, pasted: &Pasted) -> Callback<()> {
    let dispatcher = app.dispatcher();
    let list = list.id.clone();
    let records: Vec<_> = pasted.rows.iter().map(|row| row.record.clone()).collect();
    Callback::from(move |()| {
        for record in &records {
            let mut record = record.clone();
            record.id = random::record_id();
            let list = list.clone();
            let place = Place::List(list.clone());
            dispatcher.dispatch(Action::Type(place, Edit::Add { list, record }));
        }
        dispatcher.dispatch(Action::Settle);
        crate::platform::page::focus(&crate::ui::field_id(&Place::List(list.clone())));
    })
}
