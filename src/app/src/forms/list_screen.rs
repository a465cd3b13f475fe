//! The records of one list.

use assess::Place;
use dossier::{Edit, Record};
use rulebook::RecordList;
use wording::ui::forms as words;
use yew::prelude::*;

use super::complete_switch::CompleteSwitch;
use super::missing::Missing;
use super::record_card::RecordCard;
use super::spec::Reason;
use super::why::Why;
use super::{ContinueBar, errors};
use crate::flow;
use crate::platform::random;
use crate::screen::Screen;
use crate::state::{Action, AppHandle, use_app};
use crate::ui::{Button, ButtonLook, ErrorSummary, ScreenFrame};

/// Properties of [`ListScreen`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ListScreenProps {
    /// The list's id.
    pub(crate) list: String,
}

/// The records of one list.
#[component]
pub(crate) fn ListScreen(props: &ListScreenProps) -> Html {
    let app = use_app();
    let on_add = use_add(&app, &props.list);
    let Some(list) = app.book().list.iter().find(|list| list.id == props.list) else {
        let label = flow::name(app.book(), &Screen::Tasks);
        return html! { <Missing instead={Screen::Tasks} {label} /> };
    };
    let shown = |place: &Place| match place {
        Place::Field { list: of, .. } | Place::Record { list: of, .. } | Place::List(of) => {
            *of == list.id
        }
        Place::Question(_) => false,
    };
    let records = app.dossier.records(&list.id);
    html! {
        <ScreenFrame title={list.label.clone()} intro={list.help.clone().unwrap_or_default()}>
            <Why about={list.label.clone()} reason={reason(list)} />
            <ErrorSummary errors={errors(&app, shown)} />
            <h2>{ words::records_title(records.len()) }</h2>
            <ol class="record-list stack" id={format!("l-{}", list.id)} tabindex="-1">
                for record in records.iter() {
                    <li key={record.id.clone()}>
                        <RecordCard list={list.id.clone()} record={record.clone()} />
                    </li>
                }
            </ol>
            <div class="cluster">
                <Button
                    label={words::add(&list.label)}
                    look={if records.is_empty() { ButtonLook::Primary } else { ButtonLook::Plain }}
                    on_press={on_add}
                    id="add-record"
                />
            </div>
            <CompleteSwitch list={list.id.clone()} />
            <ContinueBar />
        </ScreenFrame>
    }
}

fn reason(list: &RecordList) -> Reason {
    Reason {
        text: list.why.clone(),
        authority: list.authority,
        locator: list.locator.clone(),
    }
}

/// Adds a record and opens it; where there are kinds, the kind is chosen first.
#[hook]
pub(super) fn use_add(app: &AppHandle, list: &str) -> Callback<()> {
    let book = app.book();
    let has_kinds = book
        .list
        .iter()
        .any(|other| other.id == list && other.kind_field.is_some());
    let dispatcher = app.dispatcher();
    use_callback(
        (list.to_owned(), has_kinds),
        move |(), (list, has_kinds)| {
            let list = list.clone();
            if *has_kinds {
                return dispatcher.dispatch(Action::Go(Screen::NewRecord(list)));
            }
            let id = random::record_id();
            let record = Record::new(id.clone());
            let added = Edit::Add {
                list: list.clone(),
                record,
            };
            dispatcher.dispatch(Action::Edit(added));
            dispatcher.dispatch(Action::Go(Screen::Record { list, record: id }));
        },
    )
}
