//! Choosing the kind of a new record.

use dossier::{Answer, Edit, Record};
use rulebook::RecordList;
use wording::ui::forms as words;
use yew::prelude::*;

use super::missing::missing_list;
use crate::flow;
use crate::platform::random;
use crate::screen::Screen;
use crate::state::{Action, AppHandle};
use crate::ui::el::{classed, words as texts};
use crate::ui::{button, link, screen_frame};

/// Choosing the kind of a new record.
pub(crate) fn new_record_screen(app: &AppHandle, list: &str) -> Html {
    let Some(list) = app.book().list.iter().find(|other| other.id == list) else {
        return missing_list(app);
    };
    let mut kinds = classed("ul", "kind-list stack");
    for kind in &list.kind {
        let pick = button(kind.label.clone().into(), on_pick(app, list, &kind.id));
        let pick = pick.id(format!("kind-{}", kind.id).into());
        let help = kind.help.as_deref().unwrap_or_default();
        let card = classed("li", "card stack").key(&kind.id).put(pick.html());
        kinds = kinds.put(card.put(texts("p", "field__help", help)).html());
    }
    let back = link(app, flow::home(app, &list.id)).class("button button--quiet");
    let body = [kinds.html(), back.says(words::BACK_TO_LIST)];
    screen_frame(
        app,
        words::which_kind(&list.label).into(),
        words::WHICH_KIND_TEXT.into(),
        body.into_iter().collect(),
    )
}

/// Adds a record of a kind and opens it.
fn on_pick(app: &AppHandle, list: &RecordList, kind: &str) -> Callback<()> {
    let dispatcher = app.dispatcher();
    let (list_id, kind) = (list.id.clone(), kind.to_owned());
    let kind_field = list.kind_field.clone();
    Callback::from(move |()| {
        let id = random::record_id();
        let mut record = Record::new(id.clone());
        if let Some(field) = &kind_field {
            record
                .fields
                .insert(field.clone(), Answer::from_text(kind.clone()));
        }
        let list = list_id.clone();
        dispatcher.dispatch(Action::Edit(Edit::Add {
            list: list.clone(),
            record,
        }));
        dispatcher.dispatch(Action::Go(Screen::Record { list, record: id }));
    })
}
