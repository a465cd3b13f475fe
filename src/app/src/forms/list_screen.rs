//! The records of one list.

use assess::Place;
use dossier::{Edit, Record};
use rulebook::RecordList;
use wording::ui::forms as words;
use yew::prelude::*;

use super::complete_switch::complete_switch;
use super::missing::missing_list;
use super::paste::Paste;
use super::record_card::record_card;
use super::spec::Reason;
use super::why::why;
use super::{continue_bar, errors};
use crate::platform::random;
use crate::screen::Screen;
use crate::state::{Action, AppHandle, act};
use crate::ui::el::{classed, el};
use crate::ui::{button, error_summary, screen_frame};

/// The records of one list.
pub(crate) fn list_screen(app: &AppHandle, list: &str) -> Html {
    let Some(list) = app.book().list.iter().find(|other| other.id == list) else {
        return missing_list(app);
    };
    let parts = [
        why(&list.label, &list_reason(list)),
        list_body(app, list),
        continue_bar(app),
    ];
    let intro = list.help.clone().unwrap_or_default();
    screen_frame(
        app,
        list.label.clone().into(),
        intro.into(),
        parts.into_iter().collect(),
    )
}

/// What is wrong in a list, its records, a way to add one, and whether it is complete.
pub(crate) fn list_body(app: &AppHandle, list: &RecordList) -> Html {
    let shown = |place: &Place| match place {
        Place::Field { list: of, .. } | Place::Record { list: of, .. } | Place::List(of) => {
            *of == list.id
        }
        Place::Question(_) => false,
    };
    let records = app.dossier.records(&list.id);
    let mut cards = classed("ol", "record-list stack");
    for record in records {
        let card = el("li").put(record_card(app, &list.id, record));
        cards = cards.put(card.key(&record.id).html());
    }
    let add = button(words::add(&list.label).into(), on_add(app, &list.id));
    let add = add.id("add-record".into());
    let add = if records.is_empty() {
        add.primary()
    } else {
        add
    };
    // Links to the list lead here, and so does removing a record.
    let count = el("h2")
        .attr("id", format!("l-{}", list.id).into())
        .set("tabindex", "-1")
        .say(&words::records_title(records.len()));
    classed("div", "stack")
        .put(error_summary(app, &errors(app, &shown)))
        .put(count.html())
        .put(cards.html())
        .put(classed("div", "cluster").put(add.html()).html())
        .put(html! { <Paste list={list.id.clone()} /> })
        .put(complete_switch(app, &list.id))
        .html()
}

/// Why a list is asked for.
pub(crate) fn list_reason(list: &RecordList) -> Reason {
    Reason {
        text: list.why.clone(),
        authority: list.authority,
        locator: list.locator.clone(),
    }
}

/// Adds a record and opens it; where there are kinds, the kind is chosen first.
pub(super) fn on_add(app: &AppHandle, list: &str) -> Callback<()> {
    let mut lists = app.book().list.iter();
    if lists.any(|other| other.id == list && other.kind_field.is_some()) {
        return act(app, Action::Go(Screen::NewRecord(list.to_owned())));
    }
    let dispatcher = app.dispatcher();
    let list = list.to_owned();
    Callback::from(move |()| {
        let (list, id) = (list.clone(), random::record_id());
        let added = Edit::Add {
            list: list.clone(),
            record: Record::new(id.clone()),
        };
        dispatcher.dispatch(Action::Edit(added));
        dispatcher.dispatch(Action::Go(Screen::Record { list, record: id }));
    })
}
