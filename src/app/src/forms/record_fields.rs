//! The fields of a record.

use assess::Place;
use dossier::Record;
use rulebook::{Kind, RecordList};
use wording::ui::forms as words;
use yew::prelude::*;

use super::answer_field::AnswerField;
use super::spec::Spec;
use crate::ui::Details;

/// Properties of [`RecordFields`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RecordFieldsProps {
    /// The list.
    pub(super) list: RecordList,
    /// The record's kind.
    pub(super) kind: Option<Kind>,
    /// The record.
    pub(super) record: Record,
}

/// The fields of the record, and, where there are kinds, its kind.
#[component]
pub(super) fn RecordFields(props: &RecordFieldsProps) -> Html {
    let RecordFieldsProps { list, kind, record } = props;
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
