//! One record of a list, edited.

use assess::Place;
use dossier::{Edit, Holder, Record};
use rulebook::{Kind, RecordList};
use wording::Labels;
use wording::ui::forms as words;
use yew::prelude::*;

use super::answer_field::AnswerField;
use super::errors;
use super::list_screen::use_add;
use super::missing::Missing;
use super::spec::Spec;
use crate::screen::Screen;
use crate::seal::Attach;
use crate::state::{Action, use_app};
use crate::ui::{Button, ButtonLook, Details, ErrorSummary, ScreenFrame, ScreenLink};

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
    let found = app.dossier.record(&props.record).filter(|(list, _)| *list == props.list);
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
            <Fields list={list.clone()} kind={kind.cloned()} record={record.clone()} />
            if list.evidence {
                <section class="stack">
                    <h2>{ words::EVIDENCE }</h2>
                    <Attach holder={Holder::Record(record.id.clone())} />
                </section>
            }
            <Ending list={list.id.clone()} record={record.id.clone()} />
        </ScreenFrame>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FieldsProps {
    list: RecordList,
    kind: Option<Kind>,
    record: Record,
}

/// The fields of the record, and, where there are kinds, its kind.
#[component]
fn Fields(props: &FieldsProps) -> Html {
    let FieldsProps { list, kind, record } = props;
    let own = kind.iter().flat_map(|kind| &kind.field);
    html! {
        <div class="stack" id={format!("r-{}", record.id)} tabindex="-1">
            if let Some(field) = &list.kind_field {
                <Details key="kind" summary={words::CHANGE_KIND}>
                    <AnswerField
                        spec={kind_spec(list, &record.id, field)}
                        answer={record.answer(field).cloned()}
                    />
                </Details>
            }
            for field in list.field.iter().chain(own) {
                <AnswerField
                    key={field.id.clone()}
                    spec={Spec::field(list, kind.as_ref(), &record.id, field)}
                    answer={record.answer(&field.id).cloned()}
                />
            }
        </div>
    }
}

/// The kind, asked as a choice.
fn kind_spec(list: &RecordList, record: &str, field: &str) -> Spec {
    let kinds = list.kind.iter().map(|kind| rulebook::Choice {
        id: kind.id.clone(),
        label: kind.label.clone(),
        help: None,
    });
    Spec {
        place: Place::Field {
            list: list.id.clone(),
            record: record.to_owned(),
            field: field.to_owned(),
        },
        label: words::KIND.to_owned(),
        help: words::KIND_HELP.to_owned(),
        why: None,
        kind: rulebook::AnswerKind::Choice(kinds.collect()),
        none: None,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EndingProps {
    list: String,
    record: String,
}

/// Back to the list, or away with the record.
#[component]
fn Ending(props: &EndingProps) -> Html {
    let app = use_app();
    let on_another = use_add(&app, &props.list);
    let dispatcher = app.dispatcher();
    let on_remove = use_callback(props.clone(), move |(), props| {
        let record = props.record.clone();
        dispatcher.dispatch(Action::Go(Screen::List(props.list.clone())));
        dispatcher.dispatch(Action::Edit(Edit::Remove { record }));
    });
    html! {
        <div class="cluster continue">
            <ScreenLink
                to={Screen::List(props.list.clone())}
                class={classes!("button", "button--primary")}
            >
                { words::RECORD_READY }
            </ScreenLink>
            <Button label={words::ANOTHER} on_press={on_another} id="another-record" />
            <Button label={words::REMOVE_RECORD} look={ButtonLook::Danger} on_press={on_remove} />
        </div>
    }
}
