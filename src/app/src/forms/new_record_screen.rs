//! Choosing the kind of a new record.

use dossier::{Answer, Edit, Record};
use rulebook::RecordList;
use wording::ui::forms as words;
use yew::prelude::*;

use super::missing::Missing;
use crate::flow;
use crate::platform::random;
use crate::screen::Screen;
use crate::state::{Action, AppHandle, use_app};
use crate::ui::{Button, ScreenFrame, ScreenLink};

/// Properties of [`NewRecordScreen`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NewRecordScreenProps {
    /// The list's id.
    pub(crate) list: String,
}

/// Choosing the kind of a new record.
#[component]
pub(crate) fn NewRecordScreen(props: &NewRecordScreenProps) -> Html {
    let app = use_app();
    let Some(list) = app.book().list.iter().find(|list| list.id == props.list) else {
        let label = flow::name(app.book(), &Screen::Tasks);
        return html! { <Missing instead={Screen::Tasks} {label} /> };
    };
    html! {
        <ScreenFrame title={words::which_kind(&list.label)} intro={words::WHICH_KIND_TEXT}>
            <ul class="kind-list stack">
                for kind in list.kind.iter() {
                    <li class="card stack" key={kind.id.clone()}>
                        <Button
                            label={kind.label.clone()}
                            id={format!("kind-{}", kind.id)}
                            on_press={on_pick(&app, list, &kind.id)}
                        />
                        <p class="field__help">{ kind.help.clone().unwrap_or_default() }</p>
                    </li>
                }
            </ul>
            <ScreenLink
                to={Screen::List(list.id.clone())}
                class={classes!("button", "button--quiet")}
            >
                { words::BACK_TO_LIST }
            </ScreenLink>
        </ScreenFrame>
    }
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
