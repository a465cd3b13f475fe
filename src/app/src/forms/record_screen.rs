//! One record of a list, edited.

use assess::Place;
use dossier::Holder;
use wording::Labels;
use wording::ui::forms as words;
use yew::prelude::*;

use super::errors;
use super::missing::Missing;
use super::record_ending::RecordEnding;
use super::record_fields::RecordFields;
use crate::screen::Screen;
use crate::seal::Attach;
use crate::state::use_app;
use crate::ui::{ErrorSummary, ScreenFrame};

/// Properties of [`RecordScreen`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RecordScreenProps {
    /// The list's id.
    pub(crate) list: String,
    /// The record's id.
    pub(crate) record: String,
}

/// One record of a list, edited.
#[component]
pub(crate) fn RecordScreen(props: &RecordScreenProps) -> Html {
    let app = use_app();
    let labels = Labels::new(app.book());
    let found = app
        .dossier
        .record(&props.record)
        .filter(|(list, _)| *list == props.list);
    let (Some(list), Some((_, record))) = (labels.list_def(&props.list), found) else {
        let instead = Screen::List(props.list.clone());
        return html! { <Missing {instead} label={words::BACK_TO_LIST} /> };
    };
    let kind = labels.kind_of(&list.id, record);
    let kind = kind.and_then(|kind| labels.kind_def(&list.id, kind));
    let shown = |place: &Place| match place {
        Place::Field { record, .. } | Place::Record { record, .. } => *record == props.record,
        _ => false,
    };
    let title = kind.map_or(&list.label, |kind| &kind.label).clone();
    let help = kind.map_or(&list.help, |kind| &kind.help).clone();
    html! {
        <ScreenFrame {title} intro={help.unwrap_or_default()}>
            <ErrorSummary errors={errors(&app, shown)} />
            <RecordFields list={list.clone()} kind={kind.cloned()} record={record.clone()} />
            if list.evidence {
                <section class="stack">
                    <h2>{ words::EVIDENCE }</h2>
                    <Attach holder={Holder::Record(record.id.clone())} />
                </section>
            }
            <RecordEnding list={list.id.clone()} record={record.id.clone()} />
        </ScreenFrame>
    }
}
